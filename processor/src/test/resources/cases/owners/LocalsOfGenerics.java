package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;

/** Classes of bodies whose machine has type parameters, which Java makes no arrays of. */
class LocalsOfGenerics {
  private record Row(String key) {}

  @AsyncMethod
  <K> String B35_arraysAndTestsInAGenericTemplate() {
    class Pair {
      final K first;
      final int second;

      Pair(K first, int second) {
        this.first = first;
        this.second = second;
      }

      @Override
      public String toString() {
        return first + "/" + second;
      }
    }
    Pair[] pairs = new Pair[await(stage(2))];
    pairs[0] = new Pair(null, 1);
    Pair[] others = {pairs[0], new Pair(null, await(stage(2)))};
    Pair[][] table = {others, {}};
    IntFunction<Pair[]> make = Pair[]::new;
    Pair[] sorted = Stream.of(others).toArray(Pair[]::new);
    Object any = pairs;
    Object one = others[1];
    Object[] all = others;
    try {
      all[0] = "no pair";
    } catch (ArrayStoreException e) {
      log("store", await(stage(1)));
    }
    return Arrays.toString(pairs) + Arrays.deepToString(table) + make.apply(3).length + sorted.length
        + (any instanceof Pair[]) + (one instanceof Pair) + (await(stage(one)) instanceof Pair) + ((Pair) one).second + ((Pair[]) any).length;
  }

  @AsyncMethod
  <K> String B35_staticClassesInAGenericTemplate() {
    List<K> none = List.of();
    log(await(stage(1)));
    class Failed extends RuntimeException {
      private static final long serialVersionUID = 1;
      final int code = 7;
    }
    class Point {
      final int x;

      Point(int x) {
        this.x = x;
      }

      @Override
      public boolean equals(Object other) {
        return other instanceof Point point && point.x == x;
      }

      @Override
      public int hashCode() {
        return x;
      }
    }
    Object any = new Point(3);
    try {
      throw new Failed();
    } catch (Failed e) {
      return e.code + none.size() + " " + new Point(3).equals(any) + (any instanceof Point p ? "" + p.x : "") + new Point[2].length;
    }
  }

  @AsyncMethod
  String B35_localClassesBesidePrivateOnes() {
    Row row = new Row("r");
    class Failed extends RuntimeException {
      private static final long serialVersionUID = 1;
      final int code = 4;
    }
    class Holder {
      Row held = row;
    }
    Object any = new Holder();
    Supplier<String> inLambda =
        () -> {
          class Inside {
            int n = 5;
          }
          Object inside = new Inside();
          return (inside instanceof Inside) + "" + new Inside[2].length;
        };
    String result = (any instanceof Holder) + inLambda.get() + ((Holder) any).held.key();
    try {
      log(await(stage(1)));
      throw new Failed();
    } catch (Failed e) {
      result += e.code + await(stage(2));
    }
    if (row != null) {
      class Late {
        int n = 6;
      }
      Object late = new Late();
      Late[] two = {new Late(), (Late) late};
      result += (late instanceof Late) + "" + two[1].n;
    }
    return result;
  }

  private static String thrown(Exception e) {
    return e.getMessage() + e + (e instanceof IllegalStateException) + (e.getClass().getName().startsWith("cases.") ? e.getStackTrace().length : "");
  }

  @AsyncMethod
  <K> String B35_anonymousExceptionsInAGenericTemplate() {
    List<K> none = List.of();
    int code = await(stage(3));
    String all = "";
    for (int i = 0; i < 3; i++) {
      int turn = i;
      try {
        if (i == 0) {
          throw new IllegalStateException("first" + none.size()) {
            private static final long serialVersionUID = 1;

            @Override
            public synchronized Throwable fillInStackTrace() {
              return this;
            }

            @Override
            public String toString() {
              return "code " + code + turn;
            }
          };
        }
        Exception second =
            i == 1
                ? new Exception("second" + await(stage(turn)), null, false, false) {
                  private static final long serialVersionUID = 1;
                  final int doubled = 2 * turn;

                  @Override
                  public String toString() {
                    return "doubled " + doubled;
                  }
                }
                : new Exception("other", null, false, false) {
                  @Override
                  public String toString() {
                    return "other";
                  }
                };
        log(await(stage(turn)));
        throw second;
      } catch (Exception e) {
        all += thrown(e) + await(stage(1));
      }
    }
    return all;
  }

  @AsyncMethod
  String B35_anonymousExceptionsBesidePrivateClasses() {
    Row row = await(stage(new Row("r")));
    String key = row.key();
    try {
      throw new IllegalStateException(key, null) {
        @Override
        public String getMessage() {
          return super.getMessage() + key + own(key);
        }

        private String own(String text) {
          return text + text;
        }

        @Override
        public synchronized Throwable fillInStackTrace() {
          return this;
        }

        @Override
        public String toString() {
          return "own";
        }
      };
    } catch (IllegalStateException e) {
      return thrown(e) + await(stage(row.key()));
    }
  }
}
