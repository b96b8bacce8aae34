package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Labels with a colon that become tests. */
class PrivateGroups {
  private sealed interface Shape permits Circle, Square, Dot {}

  private record Circle(int radius) implements Shape {}

  private record Square(int side) implements Shape {}

  private record Dot() implements Shape {}

  private static List<Shape> shapes() {
    return List.of(new Circle(1), new Dot(), new Square(2), new Square(9));
  }

  @AsyncMethod
  String B18_inALambda() {
    Function<Shape, Object> named =
        shape -> {
          switch (shape) {
            case Circle circle:
              return circle.radius();
            case Square(int side) when side > 5:
              log(side);
              break;
            case Dot dot:
              return "dot";
            case Square square:
              square = new Square(square.side() + 1);
              return square.side();
          }
          return "big";
        };
    Function<Shape, String> falling =
        shape -> {
          String all = "";
          final String last;
          switch (shape) {
            case Circle circle:
              last = "circle";
              break;
            case Square square:
              last = "square";
              if (square.side() > 5) {
                break;
              }
              all += "small";
              break;
            case Dot dot:
              int count = 0;
              for (int i = 0; i < 2; i++) {
                count += i;
              }
              last = "dot" + count;
          }
          return all + last;
        };
    Consumer<Shape> empty =
        shape -> {
          switch (shape) {
            case Circle circle:
              log(circle.radius());
              break;
            case Dot():
              log("not a square");
              break;
            case Square square:
          }
        };
    Function<Shape, Object> yielded =
        shape ->
            switch (shape) {
              case Circle circle:
                yield circle;
              case Square(int side):
                log(side);
                yield 2;
              case Dot dot:
                yield 1;
            };
    Function<Object, Object> open =
        any -> {
          switch (any) {
            case Circle circle:
              return circle.radius();
            case String text:
              log("text");
            default:
              return "none";
          }
        };
    String all = "";
    for (Shape shape : shapes()) {
      all += named.apply(shape) + falling.apply(shape) + yielded.apply(shape) + open.apply(shape) + await(stage(1));
      empty.accept(shape);
    }
    try {
      empty.accept(null);
    } catch (NullPointerException e) {
      all += "null";
    }
    return all;
  }

  @AsyncMethod
  String B18_beforeAndBehindSuspensions() {
    String all = "" + await(stage(1));
    for (Shape shape : shapes()) {
      switch (shape) {
        case Circle circle:
          all += circle.radius();
          break;
        case Square square:
          all += square.side();
          break;
        case Dot dot:
          while (true) {
            all += dot;
            if (all.length() > 3) {
              break;
            }
          }
      }
      String last;
      switch (shape) {
        case Circle circle:
          last = "circle";
          break;
        case Square square:
          throw new IllegalStateException(all + square.side() + await(stage(2)));
        case Dot dot:
          do {
            last = "dot";
          } while (last == null);
      }
      all += last;
    }
    return all;
  }

  sealed interface Sign permits Tone, Note {}

  private enum Tone implements Sign {
    HIGH,
    LOW
  }

  private record Note(int n) implements Sign {}

  @AsyncMethod
  String B18_constantsOfAPrivateEnum() {
    String all = "";
    Function<Sign, String> named =
        sign -> {
          switch (sign) {
            case Tone.HIGH:
              return "high";
            case Note note:
              log(note.n());
              break;
            case Tone.LOW:
          }
          return "low or note";
        };
    for (Sign sign : List.<Sign>of(new Note(1), Tone.HIGH, Tone.LOW)) {
      switch (sign) {
        case Tone.HIGH:
          all += "high" + await(stage(1));
          break;
        case Note(int n) when n > 3:
          all += "many";
          break;
        case Tone.LOW:
          all += "low";
        default:
          all += "default";
      }
      all += named.apply(sign);
    }
    return all;
  }

  private int count;

  @AsyncMethod
  <T> String B35_labelsOfAClassOfTheBody() {
    T first = null;
    class Entry {
      final T value = first;
      final int number = count++;
    }
    record Pair(Object left, Object right) {}
    String all = "";
    Function<Object, Object> shown =
        any -> {
          switch (any) {
            case Entry entry when entry.number > 1:
              return entry.value;
            case Entry entry:
              entry = new Entry();
              return entry.number;
            default:
              return "none";
          }
        };
    for (Object each : List.of(new Entry(), "x", new Pair(new Entry(), 1), new Entry[] {new Entry()})) {
      switch (each) {
        case Entry entry when entry.number == await(stage(0)) -> all += entry.value + await(stage("y"));
        case Entry entry -> all += "never";
        case Pair(Entry entry, var right) -> all += entry.number + "" + await(stage(right)) + entry.value;
        case Entry[] entries -> all += entries[0].number;
        default -> all += "none";
      }
      all += shown.apply(each);
      if (each instanceof Pair(Entry entry, Integer right) && await(stage(right)) == 1) {
        entry = new Entry();
        all += entry.number;
      }
    }
    return all;
  }
}
