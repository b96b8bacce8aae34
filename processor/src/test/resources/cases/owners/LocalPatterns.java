package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Patterns of classes of the body that use the type variables of its machine. */
class LocalPatterns {
  private record Row(String key) {}

  private static String told(Object any) {
    return "object";
  }

  @SuppressWarnings("unchecked")
  private static <T> T unknown(Object any) {
    return (T) any;
  }

  @AsyncMethod
  <T> String B35_inAGenericTemplate() {
    int count = await(stage(2));
    List<T> none = List.of();
    class Entry {
      final List<T> values = none;
      int number = count;

      Entry next() {
        Entry next = new Entry();
        next.number = number + 1;
        return next;
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Entry entry && entry.number == number && entry.values.equals(values);
      }

      @Override
      public int hashCode() {
        return number;
      }
    }
    class Late extends Entry {
      T kept;
    }
    Object one = new Entry().next();
    String all = "";
    if (one instanceof Entry entry && entry.number == await(stage(count + 1))) {
      entry.number++;
      Supplier<Integer> late = () -> entry.number + entry.values.size();
      all += late.get() + await(stage(1)) + entry.next().number;
    }
    for (Object each : Arrays.asList(one, "x", null, new Late(), new Entry[] {new Late()}, new Late[0][])) {
      all += each instanceof Entry entry ? entry.number : "none";
      if (each instanceof Entry entry) {
        entry = entry.next();
        all += entry.number + await(stage(2));
        entry = await(stage(entry.next()));
        if (entry instanceof Late never) {
          all += never.kept;
        }
        if (each instanceof Entry same && same instanceof Late found) {
          all += found.kept + "" + (found.equals(same));
        }
      } else if (each instanceof Entry[] entries) {
        all += entries[0].number + await(stage(3));
        entries[0] = new Late();
        entries = new Entry[2];
        all += entries[1];
      } else if (!(each instanceof Late[][] table)) {
        continue;
      } else {
        all += table.length + await(stage(4));
      }
    }
    Function<Object, Object> inLambda = any -> any instanceof Entry entry ? entry.number : any instanceof Late[] table ? table : 0;
    Object kept = null;
    Predicate<Object> changed = any -> any instanceof Entry entry && (entry = entry.next()).number > 3 && entry != any;
    return all + inLambda.apply(one) + inLambda.apply("y") + changed.test(one) + one.equals(new Entry().next().next()) + one.equals("x");
  }

  @AsyncMethod
  String B35_besideAPrivateClass() {
    Row row = await(stage(new Row("r")));
    class Keeping<A> {
      final Row kept;
      final A other;

      Keeping(Row kept, A other) {
        this.kept = kept;
        this.other = other;
      }

      boolean same(Object any) {
        return any instanceof Keeping<?> one && one.kept.equals(kept);
      }
    }
    Object any = new Keeping<>(row, 3);
    String all = "";
    while (any instanceof Keeping<?> keeping && keeping.other instanceof Integer n) {
      all += keeping.kept.key() + n + await(stage(told(keeping)));
      any = n > 1 ? new Keeping<>(keeping.kept, n - 1) : "end";
    }
    if (!(await(stage((Object) new Keeping<>(row, "text"))) instanceof Keeping<?> last)) {
      return "none";
    }
    Keeping<String> own = new Keeping<>(row, "own");
    return all + last.other + await(stage(1)) + last.same(own) + own.same(any);
  }

  @AsyncMethod
  <T> String B35_ofClassesThatNoMachineHas() {
    T first = LocalPatterns.<T>unknown("first");
    Function<Object, Object> shown =
        any -> {
          class Inside {
            final T value = first;

            boolean isOne(Object other) {
              return other instanceof Inside inside && inside.value == value;
            }
          }
          Object inside = new Inside();
          if (!(inside instanceof Inside found)) {
            return "none";
          }
          found = new Inside();
          return found.value + "" + found.isOne(inside) + found.isOne(any);
        };
    Object named =
        new Object() {
          final T value = first;

          class Member {
            T own = value;
          }

          @Override
          public String toString() {
            Object any = new Member();
            return any instanceof Member member ? "" + member.own : "none";
          }
        };
    return shown.apply("x") + await(stage("y")) + named;
  }

  @AsyncMethod
  String B35_ofClassesInAPlainBlock() {
    Object any = await(stage("x"));
    String all = "";
    label:
    {
      class Plain {
        int n = 3;
      }
      Object made = new Plain();
      if (made instanceof Plain plain && plain.n == 3) {
        all += plain.n;
        plain = new Plain();
        all += plain.n;
      }
      if (!(any instanceof String text)) {
        break label;
      }
      all += text;
    }
    if (any != null) {
      class Other {
        int n = 4;
      }
      Object made = new Other();
      all += made instanceof Other other ? other.n : "none";
      while (made instanceof Other plain && plain.n < 6) {
        plain.n++;
        all += any instanceof String text ? text : "";
      }
    }
    String text = all + any;
    return text + await(stage(1)) + text;
  }

  @AsyncMethod
  String B35_ofClassesInAPlainBlockBesideAPrivateClass() {
    Row row = await(stage(new Row("r")));
    String all = "";
    label:
    {
      class Owning {
        final Row own = row;
      }
      Object made = new Owning();
      if (made instanceof Owning owning && owning.own.key().equals("r")) {
        all += owning.own.key();
        owning = new Owning();
        all += owning.own == row;
      }
      if (!(made instanceof Owning) || !(owned(made) instanceof Row own)) {
        break label;
      }
      own = new Row(own.key() + 2);
      all += own.key();
    }
    Object own = await(stage(row));
    return all + (own instanceof Row one ? one.key() : own);
  }

  private static Object owned(Object any) {
    return new Row("owned");
  }
}
