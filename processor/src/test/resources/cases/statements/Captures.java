package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import dev.belay.processor.behaviour.harness.Failure;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Lambdas and classes inside bodies. */
final class Captures {
  private final String field = "field";
  private int counter;

  @AsyncMethod
  static String B34_lambdaSeesTheVariableOfItsOwnTurn() {
    List<Supplier<String>> suppliers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      int copy = i;
      String text = await(stage("t" + i));
      suppliers.add(() -> text + copy);
      await(stage(i));
    }
    for (String s : List.of("x", "y")) {
      suppliers.add(() -> s);
      await(stage(s));
      suppliers.add(() -> s + s);
    }
    int[] array = {7, 8};
    for (int n : array) {
      suppliers.add(() -> "n" + n);
      if (await(stage(n == 7))) continue;
      log("end");
    }
    StringBuilder result = new StringBuilder();
    for (Supplier<String> supplier : suppliers) {
      result.append(supplier.get());
    }
    return result.toString();
  }

  @AsyncGenerator
  static void B34_closuresSeeTheSameObject(Yield<Object> out) {
    StringBuilder shared = new StringBuilder("a");
    Runnable append = () -> shared.append("b");
    out.yield(shared.toString());
    append.run();
    out.yield(shared.toString());
    shared.append(await(stage("c")));
    append.run();
    out.yield(shared.toString());
  }

  @AsyncMethod
  static int B34_closureCreatedBeforeRunAfter() {
    final int a = await(stage(1));
    int b = 2;
    IntSupplier sum =
        () -> {
          int inner = a * 10;
          return inner + b;
        };
    await(stage(3));
    int c = sum.getAsInt();
    IntUnaryOperator add = x -> x + a + c;
    await(stage(4));
    return add.applyAsInt(100);
  }

  @AsyncMethod
  static void B34_parameterOfALambdaHasTheNameOfALaterLocal() {
    Function<String, String> twice = value -> value + value;
    String text = await(stage("x"));
    log(twice.apply(text));
    {
      String value = await(stage("y"));
      log(twice.apply(value));
    }
    Comparator<String> order = (at, state) -> at.compareTo(state);
    await(stage(1));
    log(order.compare("a", "b") < 0);
  }

  @AsyncMethod
  String B35_lambdaUsesThisAndMembers() {
    Supplier<String> supplier = () -> field + this.counter + hello();
    counter++;
    await(stage(1));
    Runnable increment = () -> counter++;
    increment.run();
    await(stage(2));
    increment.run();
    return supplier.get();
  }

  private String hello() {
    return "hello" + counter;
  }

  @AsyncMethod
  String B35_anonymousClassUsesThisAndItsOwn() {
    String local = await(stage("local"));
    Object object =
        new Object() {
          private final String field = "inner";

          @Override
          public String toString() {
            return field + Captures.this.field + local + hello() + this.getClass().isAnonymousClass();
          }
        };
    await(stage(1));
    return object.toString();
  }

  @AsyncMethod
  static int B35_anonymousClassWithArgumentsAndBody() {
    int base = await(stage(10));
    AbstractList<Integer> list =
        new AbstractList<>() {
          int count = 3;

          {
            log("initialiser", base);
          }

          @Override
          public Integer get(int index) {
            if (index >= count) throw new IndexOutOfBoundsException();
            return base + index;
          }

          @Override
          public int size() {
            return count;
          }
        };
    int sum = 0;
    for (int element : list) {
      sum += element;
      await(stage(element));
    }
    return sum;
  }

  @AsyncMethod
  String B35_methodReferencesOfEveryKind() {
    String prefix = await(stage("p"));
    Function<String, String> bound = prefix::concat;
    Function<String, Integer> unbound = String::length;
    Function<String, StringBuilder> constructor = StringBuilder::new;
    IntFunction<int[]> array = int[]::new;
    Supplier<String> own = this::greet;
    Function<Integer, String> statically = String::valueOf;
    await(stage(1));
    prefix = "changed";
    return bound.apply("x")
        + unbound.apply("four")
        + constructor.apply("sb")
        + array.apply(3).length
        + own.get()
        + statically.apply(9)
        + prefix;
  }

  String greet() {
    return "greet" + counter;
  }

  @AsyncMethod
  String B35_referenceToAPrivateMethod() {
    Supplier<String> own = this::hello;
    await(stage(1));
    Function<Captures, String> unbound = Captures::hello;
    counter++;
    await(stage(2));
    return own.get() + unbound.apply(this);
  }

  @AsyncMethod
  static String B35_returnAndJumpsInsideALambdaBelongToIt() {
    Function<Integer, String> f =
        n -> {
          for (int i = 0; ; i++) {
            if (i == n) return "returned " + i;
            if (i % 2 == 0) continue;
            try {
              if (i > 10) break;
            } finally {
              log("in lambda", i);
            }
          }
          return "broken";
        };
    await(stage(1));
    String a = f.apply(2);
    return a + await(stage("-")) + f.apply(20);
  }

  @AsyncMethod
  static int B34_lambdaInALoopHeadAndCondition() {
    int total = 0;
    for (IntSupplier next = () -> 1; total < 3; total += next.getAsInt()) {
      await(stage(total));
    }
    int limit = await(stage(5));
    while (((IntPredicate) x -> x < limit).test(total)) {
      total += await(stage(1));
    }
    return total;
  }

  @AsyncGenerator
  static void B34_catchParameterAndResourceCaptured(Yield<String> out) {
    Supplier<String> supplier = () -> "none";
    try {
      await(stage(1));
      throw new Failure("caught");
    } catch (Failure e) {
      supplier = () -> e.getMessage();
      out.yield(supplier.get());
    }
    out.yield(supplier.get());
    try (var in = new java.io.StringReader("abc")) {
      Callable<Integer> read = () -> in.read();
      out.yield("reader");
      out.yield("" + (char) (int) read.call());
      await(stage(2));
      out.yield("" + (char) (int) read.call());
    } catch (Exception e) {
      log("exception", e);
    }
  }

  @AsyncMethod
  static String B34_nestedLambdas() {
    String a = await(stage("a"));
    Function<String, Function<String, Supplier<String>>> curried = b -> c -> () -> a + b + c;
    await(stage(1));
    return curried.apply("b").apply("c").get();
  }

  @AsyncMethod
  static <T extends Comparable<T>> int B35_lambdaUsesTypeVariables() {
    List<T> list = new ArrayList<>();
    Comparator<T> natural = (x, y) -> x.compareTo(y);
    await(stage(1));
    list.sort(natural);
    Supplier<List<T>> copy = () -> new ArrayList<T>(list);
    await(stage(2));
    return copy.get().size();
  }

  @AsyncMethod
  static String B35_localClassRecordEnumAndInterface() {
    record Pair(String left, int right) {
      Pair {
        log("pair", left);
      }

      String joined() {
        return left + right;
      }
    }
    enum Mode {
      ON,
      OFF;

      Mode other() {
        return this == ON ? OFF : ON;
      }
    }
    interface Shape {
      default String describe() {
        return "shape";
      }
    }
    class Square implements Shape {
      final int side;

      Square(int side) {
        this.side = side;
      }

      @Override
      public String describe() {
        return Shape.super.describe() + side;
      }
    }
    Pair pair = new Pair(await(stage("left")), 2);
    Mode mode = Mode.ON;
    Shape shape = new Square(await(stage(3)));
    await(stage(4));
    return pair.joined() + mode.other() + shape.describe() + Mode.valueOf("OFF");
  }


  @AsyncMethod
  static int B35_localClassCapturesALocal() {
    int base = await(stage(5));
    class Adder {
      int calls;

      int add(int x) {
        calls++;
        return base + x + calls;
      }
    }
    Adder adder = new Adder();
    int first = adder.add(1);
    await(stage(1));
    int second = adder.add(1);
    await(stage(2));
    return first * 100 + second + new Adder().add(0);
  }
}
