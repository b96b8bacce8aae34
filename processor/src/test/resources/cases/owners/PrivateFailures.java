package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.io.IOException;
import java.util.function.*;

/** Private exceptions that are caught, and patterns in lambdas. */
class PrivateFailures {
  private static class Failed extends RuntimeException {
    private static final long serialVersionUID = 1;
    final int code;

    Failed(int code) {
      super("failed " + code);
      this.code = code;
    }
  }

  private static class Broken extends IOException {
    private static final long serialVersionUID = 1;

    Broken(String message) {
      super(message);
    }
  }

  private record Row(String key) {}

  private static void store(boolean breaks) throws Broken {
    log("store", breaks);
    if (breaks) {
      throw new Broken("broken");
    }
  }

  private static void fail(int kind) throws IOException {
    switch (kind) {
      case 0 -> throw new Failed(4);
      case 1 -> throw new IllegalStateException("state");
      case 2 -> throw new IOException("io");
      case 3 -> throw new Failed(5);
      case 4 -> throw new StackOverflowError();
      case 5 -> throw new IllegalArgumentException("argument");
      default -> log("none", kind);
    }
  }

  @AsyncMethod
  String B20_theFirstClauseThatFitsAPrivateExceptionCatches() {
    String result = "";
    for (int i = 0; i < 7; i++) {
      try {
        try {
          fail(await(stage(i)));
        } catch (IllegalStateException e) {
          result += "state" + await(stage(1));
        } catch (Failed e) {
          result += e.code + await(stage(2));
          if (e.code == 5) {
            throw e;
          }
        } catch (IOException | IllegalArgumentException e) {
          result += e.getMessage() + await(stage(3));
        } finally {
          result += "f";
        }
      } catch (final Failed e) {
        result += "outer" + e.code;
      } catch (Error e) {
        result += "error";
      }
    }
    return result;
  }

  @AsyncMethod
  String B20_plainClausesOfPrivateExceptions() {
    int value;
    try {
      value = new Row("r").key().length();
      fail(0);
    } catch (Failed e) {
      value = e.code;
    } catch (IOException e) {
      return "io";
    }
    log(await(stage(value)));
    int turns = 0;
    while (true) {
      try {
        if (turns++ < 3) {
          throw new Failed(turns);
        }
        break;
      } catch (Failed e) {
        Supplier<Integer> kept = () -> e.code;
        log(kept.get());
        continue;
      } finally {
        log("turn", turns);
      }
    }
    try {
      throw await(stage(true)) ? new Failed(3) : new IllegalStateException();
    } catch (Failed | IllegalStateException e) {
      return value + e.getMessage() + (e instanceof Failed failed ? failed.code : 0);
    }
  }

  @AsyncMethod
  String B20_checkedPrivateExceptions() {
    try {
      store(await(stage(true)));
      return "no";
    } catch (Failed e) {
      return "failed";
    } catch (Broken e) {
      log(e.getMessage(), await(stage(1)));
      e = new Broken("assigned");
      return e.getMessage();
    }
  }

  @AsyncMethod
  int B20_whatNoClauseTakesGoesOn() throws IOException {
    try {
      fail(await(stage(2)));
    } catch (Failed e) {
      return e.code;
    }
    return 0;
  }

  @AsyncMethod
  String C32_patternsOfPrivateClassesInLambdas() {
    Function<Object, Object> key = any -> any instanceof Row row && row.key.length() > 0 ? row.key() : "no";
    Function<Object, Integer> code =
        any -> {
          if (!(any instanceof Failed failed)) {
            return 0;
          }
          return failed.code + (any instanceof Failed again ? again.code : 0);
        };
    Object same =
        new Object() {
          @Override
          public boolean equals(Object other) {
            return other instanceof Row row && row.key().equals("k");
          }

          @Override
          public int hashCode() {
            return 1;
          }
        };
    log(await(stage(1)));
    return "" + key.apply(new Row("x")) + key.apply(1) + code.apply(new Failed(2)) + code.apply("")
        + same.equals(new Row("k")) + same.equals(new Row("l")) + same.equals(2);
  }
}
