package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;

/** Protected members of classes that the template's class does not extend, or that one around it does. */
class ProtectedMembers extends AbstractList<String> {
  private final List<String> list = new ArrayList<>(List.of("a", "b", "c"));

  private static class Node {
    protected String key = "key";
    protected static int made;

    protected String twice() {
      made++;
      return key + key;
    }
  }

  @Override
  public String get(int index) {
    return list.get(index);
  }

  @Override
  public int size() {
    return list.size();
  }

  @Override
  protected void removeRange(int from, int to) {
    log("removeRange", from, to);
    list.subList(from, to).clear();
  }

  static String of(Object it) {
    return it.toString();
  }

  class Cursor {
    int at = modCount;

    @AsyncMethod
    String moved() {
      at += await(stage(see(1)));
      modCount++;
      removeRange(0, await(stage(at)));
      return at + " " + modCount + list;
    }

    class Deep {
      @AsyncMethod
      String deeper() {
        modCount += await(stage(see(2)));
        ProtectedMembers.this.removeRange(0, 1);
        return modCount + " " + await(stage(list));
      }
    }
  }

  @AsyncMethod
  static String B38_ofAPrivateClass() {
    Node node = new Node();
    node.key = await(stage(see("k")));
    String both = node.key + node.twice() + await(stage(node.twice()));
    return both + Node.made++;
  }

  @AsyncMethod
  static String B38_ofAClassAround() {
    ProtectedMembers all = new ProtectedMembers();
    Cursor cursor = all.new Cursor();
    String moved = await(ProtectedMembers_CursorAsync.moved(cursor));
    return moved + await(ProtectedMembers_Cursor_DeepAsync.deeper(cursor.new Deep()));
  }

  @AsyncMethod
  static String B38_ofClassesOfTheBody() {
    int step = await(stage(see(1)));
    List<String> words =
        new AbstractList<>() {
          private final List<String> own = new ArrayList<>(List.of("a", "b", "c"));

          @Override
          public String get(int index) {
            return own.get(index) + modCount;
          }

          @Override
          public int size() {
            return own.size();
          }

          @Override
          public void add(int index, String word) {
            this.modCount += step;
            own.add(index, word);
          }

          @Override
          public String remove(int index) {
            modCount++;
            return own.remove(index);
          }

          @Override
          public void clear() {
            removeRange(1, 2);
            super.removeRange(0, 1);
          }
        };
    words.add("d");
    words.clear();
    class Waiting extends TimerTask implements Cloneable {
      @Override
      public void run() {}

      Object twin() throws CloneNotSupportedException {
        return clone();
      }
    }
    String twins;
    try {
      twins = "" + (new Waiting().twin() instanceof Waiting);
    } catch (CloneNotSupportedException e) {
      twins = "" + await(stage(e));
    }
    return await(stage(words)) + twins;
  }

  @AsyncMethod
  String B38_ofAClassInTheBodyOrOfTheOwn() {
    modCount += await(stage(1));
    Iterator<String> all =
        new Iterator<>() {
          int at = modCount;

          @Override
          public boolean hasNext() {
            return at++ < 3;
          }

          @Override
          public String next() {
            removeRange(0, 1);
            return ProtectedMembers.this.modCount + "." + list;
          }
        };
    String text = "";
    while (all.hasNext()) {
      text += all.next() + await(stage(see("-")));
    }
    return text;
  }

  @AsyncMethod
  String B38_fieldsOfSuper() {
    super.modCount = await(stage(see(4)));
    ProtectedMembers.super.modCount++;
    int first = await(stage(super.modCount));
    super.modCount += await(stage(1));
    return first + " " + ProtectedMembers.super.modCount + super.modCount;
  }
}
