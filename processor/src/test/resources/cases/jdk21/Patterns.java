package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Pattern switches, record patterns, and guards that suspend. */
final class Patterns {
  sealed interface Shape {}

  record Circle(int radius) implements Shape {}

  record Square(int side) implements Shape {}

  record Pair<A, B>(A left, B right) implements Shape {}

  static final List<Object> VALUES =
      Arrays.asList(1, 20, "short", "long text", new Pair<>("a", 2), new Pair<>(new Pair<>(1, "n"), 'c'), 3L, null);

  private static boolean check(String name, boolean result) {
    log(name, result);
    return result;
  }

  @AsyncGenerator
  static void B18_suspendingGuards(Yield<String> out) {
    for (Object value : VALUES) {
      String before = await(stage("b"));
      switch (value) {
        case null -> out.yield("null" + before);
        case Integer i when check("plain before", i > 50) -> out.yield("big");
        case Integer i when await(stage(i > 10)) -> out.yield("int over ten " + i);
        case Integer i when check("plain between", i > 5) -> out.yield("five");
        case Integer i when await(stage(i)) == 1 && check("second half", true) -> {
          out.yield("one " + i);
          await(stage(2));
        }
        case String s when s.length() > await(stage(5)) && await(stage(true)) -> out.yield("long " + s);
        case String s -> out.yield("string " + s + await(stage(s.length())));
        case Pair<?, ?>(String left, Integer right) when await(stage(left)).equals("a") ->
            out.yield(left + right);
        case Pair<?, ?>(Pair<?, ?>(var a, String b), Character c) when await(stage(c == 'x')) -> out.yield("never");
        case Pair<?, ?>(Pair<?, ?>(var a, String b), var c) -> out.yield(a + b + await(stage("!")) + c);
        default -> out.yield("other " + value);
      }
    }
  }

  @AsyncMethod
  static String B18_suspendingGuardOfASwitchExpression() {
    StringBuilder all = new StringBuilder();
    for (Shape shape : List.of(new Circle(1), new Circle(5), new Square(2), new Pair<>(1, 2))) {
      int limit = shape.hashCode() == 0 ? 0 : 3;
      all.append(
          await(stage("[")) + switch (shape) {
                case Circle(int r) when r > limit && await(stage(true)) -> "wide" + r;
                case Circle c -> "circle" + await(stage(c.radius()));
                case Square s when await(stage(s.side())) > limit -> "big";
                case Square(var side) -> {
                  String text = "square" + await(stage(side));
                  yield text + side;
                }
                case Pair<?, ?> p -> "pair";
              });
    }
    return all.toString();
  }

  private Integer stored = 1;

  private Patterns found() {
    log("found");
    return this;
  }

  /** Found by random programs (seed 25543): no arm suspends, and one stores what is computed. */
  @AsyncMethod
  String B18_armsThatStoreInAComputedObject() {
    String text = "";
    for (Object value : VALUES) {
      switch (value) {
        case Pair<?, ?>(var a, var b) when stored > 0 -> {
          int before = found().stored++;
          text += before + "" + a + b;
        }
        case Integer i when i == 20 -> found().stored += i;
        case String s -> text += s + (found().stored -= s.length());
        default -> text += "none";
      }
    }
    return text + stored;
  }

  @AsyncMethod
  static int B18_jumpsOutOfAGuardedSwitch() {
    int turns = 0;
    outer:
    for (Object value : VALUES) {
      turns++;
      switch (value) {
        case Integer i when await(stage(i == 20)):
          continue outer;
        case Integer i:
          log("integer", i);
          break;
        case String s when await(stage(s)).startsWith("long"):
          await(stage(1));
          break outer;
        default:
          log("default", value);
      }
      log("after", turns);
    }
    return turns;
  }

  @AsyncMethod
  static String B18_everyArmLeaves() {
    Shape shape = await(stage((Shape) new Square(4)));
    switch (shape) {
      case Circle c -> {
        return "circle";
      }
      case Square s when await(stage(false)) -> {
        return "never";
      }
      case Square s -> {
        await(stage(1));
        return "square" + s.side();
      }
      case Pair<?, ?> p -> throw new IllegalStateException();
    }
  }

  @AsyncMethod
  static String B18_plainPatternSwitchesBesideSuspensions() {
    Object value = await(stage((Object) "text"));
    int limit = value.hashCode() == 0 ? 1 : 3;
    String first =
        switch (value) {
          case String s when s.length() > limit -> s + limit;
          case Integer i -> "int";
          case null, default -> "none";
        };
    await(stage(1));
    String second = "";
    switch (value) {
      case String s when s.length() > limit && (Object) s.charAt(0) instanceof Character c && c == 't':
        second = s + await(stage("x"));
        break;
      case null, default:
        second = "none" + await(stage("y"));
    }
    return first + second + all(List.of(new Circle(2), new Square(3)));
  }

  private static String all(List<Shape> shapes) {
    return shapes.toString();
  }

  @AsyncMethod
  static String B18_guardBindsAndCaptures() {
    Object value = await(stage((Object) new Pair<>("k", List.of(1, 2))));
    String result = "";
    Supplier<String> late = () -> "";
    switch (value) {
      case Pair<?, ?>(String k, Object o) when o instanceof List<?> l && l.size() == 2 -> {
        await(stage(1));
        result = k + l.size();
        late = () -> k + l;
      }
      case Pair<?, ?> p when p.left() instanceof Integer n && await(stage(n)) > 0 -> result = "n" + n;
      default -> result = await(stage("default"));
    }
    await(stage(2));
    return result + late.get();
  }

  @AsyncMethod
  static String B19_recordPatternsOfInstanceof() {
    Object value = await(stage((Object) new Pair<>(new Circle(3), "right")));
    String result = "";
    if (value instanceof Pair<?, ?>(Circle(int r), String s) && r == await(stage(3))) {
      result += r + s;
    }
    if (!(value instanceof Pair<?, ?>(var left, var right))) {
      return "no";
    }
    await(stage(1));
    if (await(stage(value)) instanceof Pair<?, ?>(Circle c, String t) && await(stage(true))) {
      result += c + t;
    }
    return result + left + right;
  }

  enum Color {
    RED,
    GREEN
  }

  @AsyncMethod
  static String B18_qualifiedConstantsAndNull() {
    StringBuilder all = new StringBuilder();
    for (Object each : Arrays.asList(Color.RED, Color.GREEN, null)) {
      Color color = (Color) each;
      all.append(
          switch (color) {
            case RED -> await(stage("r"));
            case null -> "null";
            case GREEN -> "g" + await(stage(1));
          });
      switch (color) {
        case null:
          await(stage(1));
          break;
        case RED:
          all.append("+");
        case GREEN:
          all.append(await(stage("-")));
      }
    }
    return all.toString();
  }

  @AsyncMethod
  static String B18_nullWithoutACaseForIt() {
    Object none = await(stage((Object) null));
    try {
      switch (none) {
        case String s when await(stage(true)) -> log("string");
        default -> log("default");
      }
      return "none";
    } catch (NullPointerException e) {
      return "null" + await(stage(1));
    }
  }
}
