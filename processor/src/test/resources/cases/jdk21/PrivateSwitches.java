package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Labels with patterns of private classes. */
class PrivateSwitches {
  private sealed interface Shape permits Circle, Square, Dot {}

  private record Circle(int radius) implements Shape {}

  private record Square(int side) implements Shape {}

  private record Dot() implements Shape {}

  sealed interface Node permits Leaf, Fork {}

  private record Leaf(int value) implements Node {}

  private record Fork(Node left, Node right) implements Node {}

  sealed interface Sign permits Tone, Note {}

  private enum Tone implements Sign {
    HIGH,
    LOW
  }

  private record Note(int n) implements Sign {}

  private enum State {
    ON,
    OFF
  }

  private record Rec(int number, String text) {
    public String text() {
      log("text", text);
      return text;
    }
  }

  private record Two(Object left, Object right) {}

  private static class Cell {
    int count;

    Cell(int count) {
      this.count = count;
    }
  }

  private static List<Object> objects() {
    return Arrays.asList(
        new Rec(1, "x"),
        new Two(new Rec(2, "y"), null),
        new Two("s", new Two(1, new Cell(2))),
        new Cell(7),
        new Cell[] {new Cell(8)},
        new Circle(3),
        "text",
        null);
  }

  private static List<Shape> shapes() {
    return List.of(new Circle(1), new Dot(), new Square(2), new Square(9));
  }

  private static Object any(Object any) {
    return any;
  }

  @AsyncMethod
  void B18_labelsOfPrivateClasses() {
    for (Object each : objects()) {
      switch (each) {
        case null -> log("null");
        case Rec rec when rec.number() == 1 -> log(rec.text(), await(stage(1)));
        case Rec rec -> log("other");
        case Two(Rec(int number, var text), var right) -> log(number + text, right, await(stage(2)));
        case Cell cell -> {
          cell.count++;
          log(cell.count, await(stage(1)));
        }
        case Cell[] cells -> log(cells[0].count);
        case String text -> log(text);
        case Shape shape -> log(shape.toString());
        default -> log("none");
      }
    }
  }

  @AsyncMethod
  String B18_exhaustiveOverASealedPrivateInterface() {
    String all = "";
    Function<Shape, String> named =
        shape ->
            switch (shape) {
              case Circle circle -> "lambda" + circle.radius();
              case Square(int side) when side > 5 -> "big";
              case Square square -> "square" + square.side();
              case Dot dot -> dot.toString();
            };
    for (Shape shape : shapes()) {
      all +=
          switch (shape) {
            case Circle circle -> "circle" + await(stage(circle.radius()));
            case Square(int side) when side > 5 -> "big";
            case Square square -> "square" + square.side();
            case Dot dot -> dot.toString();
          };
      all +=
          switch (shape) {
            case Circle(var radius) -> radius;
            case Square square -> square;
            case Dot() -> ".";
          };
      all += named.apply(shape);
      Consumer<Shape> shown =
          one -> {
            switch (one) {
              case Circle circle -> log(circle.radius());
              case Square(int side) -> {
                log(side);
              }
              case Dot dot -> log("dot");
            }
          };
      shown.accept(shape);
    }
    return all;
  }

  @AsyncMethod
  String B18_groupsOfTheOldForm() {
    String all = "";
    for (Shape shape : shapes()) {
      switch (shape) {
        case Circle circle:
          log(circle.radius());
          break;
        case Square(int side):
          log(side, await(stage(1)));
          break;
        case Dot dot:
          log(dot);
      }
      switch (shape) {
        case Circle circle:
          all += "circle";
          break;
        case Square square:
          if (square.side() > 5) {
            all += "big";
            break;
          }
          all += "square";
          break;
        case Dot dot:
          for (int i = 0; i < 2; i++) {
            all += i;
          }
      }
      all +=
          switch (shape) {
            case Circle circle:
              yield circle.radius();
            case Square(int side):
              log(side);
              yield "s";
            case Dot dot:
              yield ".";
          };
    }
    outer:
    for (Object each : objects()) {
      switch (each) {
        case Rec rec when rec.number() == await(stage(1)):
          continue outer;
        case Two(var left, Cell cell):
          log("never");
          break;
        case Cell cell:
          log(cell.count);
          break outer;
        default:
          log("default");
      }
    }
    return all;
  }

  @AsyncMethod
  String B18_guardsThatSuspend() {
    String all = "";
    for (Object each : objects()) {
      all +=
          switch (each) {
            case null -> "null";
            case Rec(int number, String text) when await(stage(number)) > 5 -> "never";
            case Rec(int number, String text) when number == 1 && await(stage(text)).equals("x") -> "x" + number;
            case Rec rec when rec.number() > 8 -> "eight";
            case Two(Rec rec, var right) when rec.number() == await(stage(2)) -> rec.text() + right;
            case Two two when await(stage(two.left())) instanceof String s -> s;
            case Two two when two.left() instanceof Rec(int number, var text) && number > 1 -> text;
            case Object object -> "object";
          };
    }
    return all;
  }

  @AsyncMethod
  String B18_constantsOfAPrivateEnumBesidePatterns() {
    String all = "";
    for (Sign sign : List.<Sign>of(new Note(1), Tone.HIGH, Tone.LOW, new Note(4))) {
      all +=
          switch (sign) {
            case Tone.HIGH -> "high" + await(stage(1));
            case Tone.LOW -> "low";
            case Note(int n) when n > 3 -> "many";
            case Note note -> note;
          };
      switch (sign) {
        case Tone.HIGH, Tone.LOW -> all += "tone";
        default -> all += "none";
      }
    }
    for (State state : Arrays.asList(State.ON, null, State.OFF)) {
      all +=
          switch (state) {
            case ON -> "on";
            case null -> "null" + await(stage(1));
            case State other when other.ordinal() == 5 -> "never";
            case OFF -> "off";
          };
    }
    return all;
  }

  @AsyncMethod
  String B18_nullIsForNoLabel() {
    Shape none = await(stage((Shape) null));
    String all = "";
    try {
      switch (none) {
        case Circle circle -> log("circle");
        case Square square -> log("square");
        case Dot dot -> log("dot", await(stage(1)));
      }
    } catch (NullPointerException e) {
      all += "null";
    }
    try {
      all += switch (none) { case Circle(int radius) -> radius; case Square square -> 1; case Dot dot -> 2; };
    } catch (NullPointerException e) {
      all += "null";
    }
    return all;
  }

  @AsyncMethod
  String B18_whatLabelsBindIsCapturedAndKept() {
    Supplier<Object> late = () -> 1;
    for (Object each : objects()) {
      switch (each) {
        case Rec(int number, String text) -> {
          late = () -> number + text;
          log(await(stage(1)));
        }
        case null, default -> {}
      }
    }
    String all = "x" + switch (any(new Two(new Circle(3), new Cell(2)))) {
          case Two(Circle(var radius), Cell cell) -> radius + cell.count;
          default -> 0;
        };
    class Local {
      String of(Object any) {
        return switch (any) {
          case Circle(int radius) -> "c" + radius;
          case Square square -> "s" + square.side();
          default -> "d";
        };
      }
    }
    return all + late.get() + new Local().of(new Circle(2)) + new Local().of("x") + await(stage(1));
  }

  @AsyncMethod
  int B18_aTreeOfPrivateRecords() {
    int sum = 0;
    Deque<Node> todo = new ArrayDeque<>(List.of(new Fork(new Fork(new Leaf(4), new Leaf(5)), new Fork(new Leaf(2), new Leaf(3)))));
    while (!todo.isEmpty()) {
      switch (todo.pop()) {
        case Leaf(int value) -> sum += await(stage(value));
        case Fork(Leaf(int value), Node right) -> {
          sum += 10 * value;
          todo.push(right);
        }
        case Fork(Node left, var right) -> {
          todo.push(right);
          todo.push(left);
        }
      }
    }
    return sum;
  }
}
