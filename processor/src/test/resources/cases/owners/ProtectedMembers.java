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
}
