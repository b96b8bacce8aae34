package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** Classes that bodies declare beside suspensions. */
final class LocalClasses {
  private int count = 1;
  private final String name = "outer";

  private String shout(String text) {
    return text + "!" + count++;
  }

  @AsyncGenerator
  static void B35_localClassInALoopSeesItsOwnTurn(Yield<Object> out) {
    List<Supplier<String>> made = new ArrayList<>();
    Class<?> first = null;
    for (int i = 0; i < 3; i++) {
      int turn = await(stage(i));
      String text = "t" + turn;
      class Turn implements Supplier<String> {
        int calls;

        @Override
        public String get() {
          return text + turn + ++calls;
        }
      }
      Turn mine = new Turn();
      made.add(mine);
      out.yield(mine.get());
      made.add(new Turn());
      log(mine.get(), mine.calls);
      if (first != null) log("one class", first == mine.getClass());
      first = Turn.class;
      await(stage(i));
      log(mine.getClass().getSimpleName(), mine instanceof Turn);
    }
    for (Supplier<String> each : made) out.yield(each.get());
  }

  @AsyncMethod
  String B35_localClassUsesThisAndPrivateMembers() {
    await(stage(1));
    class Speaker {
      private final String name = "inner";
      private int uses;

      private Speaker() {
        uses = count;
      }

      String speak() {
        uses++;
        return name + LocalClasses.this.name + shout("x") + count + this.uses;
      }
    }
    Speaker speaker = new Speaker();
    await(stage(2));
    speaker.uses += await(stage(10));
    String first = speaker.speak();
    await(stage(3));
    return first + speaker.speak() + speaker.name + speaker.uses;
  }

  /** The constructor of the superclass already sees what the class captures. */
  @AsyncMethod
  static String B35_localClassCapturesBeforeItsSuperclassRuns() {
    String word = await(stage("word"));
    abstract class Base {
      final String seen;

      Base() {
        seen = see();
      }

      abstract String see();
    }
    class Sub extends Base {
      final String own = word + "!";

      @Override
      String see() {
        return word + own;
      }
    }
    await(stage(1));
    Sub sub = new Sub();
    await(stage(2));
    return sub.seen + sub.own;
  }

  @AsyncMethod
  static String B35_localClassesExtendOneAnother() {
    int base = await(stage(5));
    class Adder {
      final int start;

      Adder(int start) {
        this.start = start;
      }

      Adder() {
        this(100);
      }

      int add(int n) {
        return base + start + n;
      }
    }
    await(stage(1));
    String text = await(stage("text"));
    class Twice extends Adder {
      Twice() {
        super(7);
      }

      Twice(String ignored) {}

      @Override
      int add(int n) {
        return 2 * super.add(n);
      }

      String text() {
        return text + new Adder(1).add(1);
      }
    }
    class Plain extends Adder /* { */ {}
    await(stage(2));
    Twice twice = new Twice();
    Adder anonymous =
        new Adder(await(stage(3))) {
          @Override
          int add(int n) {
            return -super.add(n) - base;
          }
        };
    await(stage(3));
    return twice.add(1) + twice.text() + anonymous.add(1) + new Plain().add(1) + new Twice("").add(2);
  }

  @AsyncMethod
  static String B35_localGenericClass() {
    String suffix = await(stage("s"));
    class Box<U extends Comparable<U>> {
      private final U value;
      private Box<U> next;

      Box(U value) {
        this.value = value;
      }

      Box<U> with(U other) {
        Box<U> box = new Box<>(other);
        box.next = this;
        return box;
      }

      boolean less(Box<? extends U> other) {
        return value.compareTo(other.value) < 0;
      }

      @Override
      public String toString() {
        return value + suffix + (next == null ? "" : next);
      }
    }
    Box<String> box = new Box<>("a");
    await(stage(1));
    Box<String> second = box.with(await(stage("b")));
    List<Box<Integer>> boxes = new ArrayList<>();
    boxes.add(new Box<>(await(stage(1))));
    boxes.add(new Box<Integer>(await(stage(2))));
    Box<?>[] array = {box, new Box<>("c")};
    await(stage(2));
    Function<String, Box<String>> maker = Box::new;
    Function<Integer, Box<Integer>> typed = Box<Integer>::new;
    await(stage(3));
    for (Box<Integer> each : boxes) {
      log(each, await(stage(each.value)));
    }
    return second + "" + box.less(second) + array.length + maker.apply("m") + typed.apply(4);
  }

  @AsyncMethod
  static <T extends Comparable<T>> String B35_localClassOfAGenericMethod() {
    List<T> empty = new ArrayList<>(await(stage(List.<T>of())));
    class Holder implements Comparable<Holder> {
      T value;
      final int size = empty.size();

      Holder(T value) {
        this.value = value;
      }

      @Override
      public int compareTo(Holder other) {
        return value == null ? size - 1 : value.compareTo(other.value);
      }
    }
    class Plain {
      int n = 3;
    }
    class Open {
      T none() {
        return null;
      }
    }
    Holder holder = new Holder(null);
    await(stage(1));
    Plain plain = new Plain();
    Open open = new Open();
    Supplier<Holder> maker = () -> new Holder(open.none());
    await(stage(2));
    return "" + holder.compareTo(maker.get()) + plain.n + open.none();
  }

  @AsyncGenerator
  static void B35_localEnumSwitchedOver(Yield<String> out) {
    enum Step {
      START("s") {
        @Override
        Step next() {
          return MIDDLE;
        }
      },
      MIDDLE("m"),
      END("e");

      static int moves;
      private final String letter;

      Step(String letter) {
        this.letter = letter;
      }

      Step next() {
        moves++;
        return END;
      }
    }
    Map<Step, Integer> seen = new EnumMap<>(Step.class);
    Step.moves = 0;
    for (Step step = Step.START; ; step = step.next()) {
      seen.merge(step, await(stage(1)), Integer::sum);
      switch (step) {
        case START -> out.yield("start" + step.letter);
        case MIDDLE -> out.yield("middle" + await(stage(step.letter)));
        default -> {
          out.yield("end" + step.ordinal() + Step.moves + seen + Arrays.toString(Step.values()));
          return;
        }
      }
      String text =
          switch (step) {
            case START -> await(stage("1"));
            case MIDDLE -> "2";
            case END -> "3";
          };
      log(text);
    }
  }

  @AsyncMethod
  static String B35_localRecordWithStaticMembersAndNestedTypes() {
    record Point(int x, int y) implements Comparable<Point> {
      static final Point ORIGIN = new Point(0, 0);
      static int made;

      Point {
        made++;
      }

      Point(int both) {
        this(both, both);
      }

      static Point of(int x) {
        return new Point(x);
      }

      record Pair<A>(A a, Point p) {}

      enum Side {
        LEFT,
        RIGHT
      }

      @Override
      public int compareTo(Point other) {
        return Integer.compare(x, other.x);
      }
    }
    Point.made = 0;
    Point point = Point.of(await(stage(3)));
    Point.Pair<String> pair = new Point.Pair<>(await(stage("p")), point);
    Point.Side side = await(stage(Point.Side.RIGHT));
    List<Point> points = new ArrayList<>(List.of(point, new Point(await(stage(1)), 2), Point.ORIGIN));
    await(stage(4));
    Collections.sort(points);
    points.sort(Comparator.comparing(Point::y));
    Object object = point;
    if (object instanceof Point p && p.x() == await(stage(3))) {
      log("matched", p, p.equals(new Point(3)) && p.hashCode() == new Point(3, 3).hashCode());
    }
    return points + "" + pair + side + Point.made + (Object) Point.Pair.class.getSimpleName();
  }

  @AsyncMethod
  static String B35_sameNameTwiceAndShadowing() {
    String result = "";
    {
      class Twin {
        String name() {
          return "first";
        }
      }
      Twin twin = new Twin();
      await(stage(1));
      result += twin.name() + twin.getClass().getSimpleName();
    }
    {
      String captured = await(stage("c"));
      class Twin {
        String name() {
          return "second" + captured;
        }
      }
      Twin twin = new Twin();
      await(stage(2));
      result += twin.name() + twin.getClass().getSimpleName() + (twin instanceof Twin);
    }
    {
      record Twin(int n) {}
      Twin twin = new Twin(1);
      await(stage(3));
      result += twin;
    }
    class Objects {
      int requireNonNull = 1;
    }
    Objects objects = new Objects();
    int[] sum = {0};
    await(stage(4));
    sum[0] += await(stage(objects.requireNonNull));
    return result + sum[0];
  }

  @AsyncMethod
  static String B35_localInterfaceAndLambda() {
    interface Op<A> {
      int K = 2;

      A apply(A a);

      static <A> Op<A> same() {
        return a -> a;
      }

      default Op<A> twice() {
        return a -> apply(apply(a));
      }
    }
    Op<String> op = s -> s + Op.K;
    await(stage(1));
    Op<String> own = op.twice();
    Op<Integer> anonymous =
        new Op<>() {
          @Override
          public Integer apply(Integer a) {
            return a * K;
          }
        };
    String text = await(stage("x"));
    return own.apply(text) + anonymous.twice().apply(await(stage(3))) + Op.<String>same().apply("s");
  }

  @AsyncMethod
  static String B35_localClassCapturesParameterResourceAndPattern() throws Exception {
    Object object = await(stage((Object) "pattern"));
    if (!(object instanceof String bound)) return "no";
    try (java.io.StringReader reader = new java.io.StringReader("r")) {
      class All {
        String all() throws java.io.IOException {
          return bound + (char) reader.read();
        }
      }
      All all = new All();
      await(stage(1));
      return all.all();
    } catch (IllegalStateException e) {
      class Caught {
        String message() {
          return e.getMessage();
        }
      }
      await(stage(1));
      return new Caught().message();
    }
  }

  @AsyncMethod
  static String B35_localClassInACaseGroup() {
    String result = "";
    for (int n = 0; n < 3; n++) {
      int i = n;
      switch (i) {
        case 0:
          class Early {
            String name = "early";
          }
          result += new Early().name + await(stage(i));
          break;
        case 1:
          result += await(stage(i));
        default:
          class Early {
            String name = "late" + i;
          }
          Early early = new Early();
          await(stage(2));
          result += early.name;
      }
    }
    return result;
  }

  @AsyncMethod
  static int B35_localClassCapturesAConstantAndAChain() {
    final int constant = 7;
    int real = await(stage(1));
    class One {
      int one() {
        return constant + real;
      }
    }
    class Two {
      One made = new One();

      class Inner {
        int both() {
          return made.one() + real + new One().one();
        }
      }
    }
    class Three {
      int three() {
        return new Two().new Inner().both() + new Two().made.one();
      }
    }
    await(stage(2));
    Two two = new Two();
    Two.Inner inner = two.new Inner();
    await(stage(3));
    IntSupplier later = () -> new Three().three() + inner.both();
    await(stage(4));
    return later.getAsInt() + constant;
  }
}
