package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Variables and patterns without names. */
final class Unnamed {
  record Pair(Object left, Object right) {}

  @AsyncMethod
  static String B19_unnamedPatterns() {
    Object value = await(stage((Object) new Pair(1, "x")));
    String result = "";
    if (value instanceof Pair(_, String s) && await(stage(true))) {
      result += s;
    }
    switch (value) {
      case Pair(Integer _, var _) when await(stage(false)) -> result += "never";
      case Pair(Integer _, _) -> result += "pair" + await(stage(2));
      case String _, Integer _ -> result += "single";
      default -> result += "default";
    }
    return result;
  }

  @AsyncMethod
  static int B21_unnamedVariables() {
    int count = 0;
    for (var _ : List.of(1, 2, 3)) {
      count += await(stage(1));
    }
    try {
      var _ = await(stage(4));
      int _ = count++;
      await(stage(5));
      throw new IllegalStateException();
    } catch (IllegalStateException _) {
      count += await(stage(10));
    }
    try (var _ = new java.io.StringReader("r")) {
      count += await(stage(100));
    }
    BinaryOperator<Integer> first = (a, _) -> a;
    await(stage(6));
    return first.apply(count, 0);
  }

  private record Hidden(int number, Object any) {}

  private static class Cell {
    int count = 2;
  }

  @AsyncMethod
  static String B18_unnamedPatternsOfPrivateClasses() {
    String all = "";
    for (Object each : Arrays.asList(new Hidden(1, null), new Cell(), "text", new Hidden(2, new Cell()), null)) {
      if (each instanceof Hidden(int number, _) && number > await(stage(1))) {
        all += number;
      }
      switch (each) {
        case Hidden(var _, Cell _) -> all += "cell" + await(stage(1));
        case Hidden _, Cell _ -> all += "hidden";
        case String _ -> all += "string";
        case null, default -> all += "null";
      }
    }
    return all;
  }
}
