package t;

import static dev.belay.Async.*;

import dev.belay.*;
import java.util.concurrent.CompletionStage;
import java.util.function.IntSupplier;

interface Choices {
  enum Color { RED, GREEN, BLUE }

  record Point(int x, int y) {
    @AsyncMethod
    Point moved(CompletionStage<Integer> by) {
      int x = await(by);
      return new Point(this.x + x, y);
    }
  }

  @AsyncMethod
  default int name(CompletionStage<Color> color, CompletionStage<Integer> n) {
    int result = 0;
    switch (await(color)) {
      case RED:
        result = await(n);
      case GREEN:
        result++;
        break;
      default:
        return -1;
    }
    switch (result) {
      case 1, 2 -> result = await(n) + 1;
      case 3 -> {
        int other = await(n);
        IntSupplier f = () -> other;
        result = f.getAsInt();
      }
      default -> throw new IllegalStateException("no " + result);
    }
    int kind = switch (await(n)) {
      case 0 -> 1;
      case 1 -> {
        int m = result * 2;
        yield m;
      }
      default -> result;
    };
    return kind;
  }

  @AsyncGenerator
  static void numbers(CompletionStage<Object> first, Yield<Integer> out) {
    Object o = await(first);
    for (int i = 0, n = 10; i < n; i++, n--) {
      if (o instanceof Integer number && number > i) {
        out.yield(number);
      } else {
        try {
          i = Integer.parseInt(o.toString());
          assert i > 0 : "not " + o;
        } catch (NumberFormatException e) {
          out.yield(-1);
        }
      }
    }
  }
}
