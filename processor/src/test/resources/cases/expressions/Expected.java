package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.*;

/** Stages of which only the variable that takes their value says what they are stages of. */
final class Expected {
  static <T> CompletionStage<T> later(T value) {
    return stage(see("later") == null ? null : value);
  }

  static <T> CompletionStage<Function<T, String>> shown(Function<T, String> function) {
    return stage(function);
  }

  static <T> Collector<T, ?, List<T>> all(Function<T, T> each) {
    return Collector.of(() -> new ArrayList<T>(), (l, v) -> l.add(each.apply(v)), (a, b) -> a);
  }

  @AsyncMethod
  static String C28_parametersOfLambdas() {
    Function<String, Integer> length = await(stage(s -> s.length()));
    Function<Integer, String> twice = await(shown(n -> see("" + n.intValue() * 2)));
    Supplier<Function<String, String>> made = await(later(() -> s -> s.strip()));
    List<Callable<Integer>> tasks = await(stage(Arrays.asList(() -> 1, () -> { return see(2); })));
    Supplier<String> constant = await(stage(() -> "!"));
    log(constant.get(), tasks.size());
    return length.apply("abc") + twice.apply(4) + made.get().apply(" x ");
  }

  @AsyncMethod
  static Collector<String, ?, Optional<String>> found(Comparator<String> order) {
    return await(stage(Collectors.reducing((a, b) -> order.compare(a, b) <= 0 ? a : b)));
  }

  @AsyncMethod
  static <T> Collector<T, ?, List<T>> taken(int n) {
    return await(
        stage(
            Collector.of(
                () -> new ArrayList<>(),
                (l, v) -> {
                  if (l.size() < n) {
                    l.add(v);
                  }
                },
                (a, b) -> {
                  a.addAll(b);
                  return a;
                })));
  }

  @AsyncMethod
  static String C28_collectors() {
    Collector<String, ?, Optional<String>> first = await(ExpectedAsync.found(Comparator.reverseOrder()));
    Collector<Integer, ?, List<Integer>> two = await(ExpectedAsync.taken(2));
    return Stream.of("a", "b").collect(first) + " " + Stream.of(1, 2, 3).collect(two);
  }

  @AsyncMethod
  static String C28_references() {
    Function<String, Integer> parse = await(stage(Integer::parseInt));
    BinaryOperator<Integer> larger = await(see(1) > 0 ? stage(Math::max) : stage((a, b) -> a - b));
    Comparator<String> order = await(stage(Comparator.comparing(s -> s.length())));
    return parse.apply("12") + " " + larger.apply(1, 2) + order.compare("aa", "b");
  }

  @AsyncMethod
  static String C28_besideAwaits() {
    Function<String, Integer> more = await(await(stage(stage(s -> s.length() + 1))));
    UnaryOperator<String> both = see(true) ? await(later(s -> s + s)) : await(stage(s -> s));
    List<Function<Integer, Integer>> all = await(later(List.of(n -> n + 1, n -> n * 2)));
    int sum = 0;
    for (Function<Integer, Integer> each : all) {
      sum += each.apply(await(stage(see(5))));
    }
    return more.apply("ab") + both.apply("c") + sum;
  }

  interface Shown<T> {
    String show(T value);

    default Shown<T> twice() {
      return x -> show(x) + show(x);
    }
  }

  static <T> Shown<T> made(Shown<T> shown) {
    return shown;
  }

  @AsyncMethod
  static <T> Shown<T> inBrackets(String before) {
    return await(
        stage(
            new Shown<>() {
              @Override
              public String show(T value) {
                return before + value + ")";
              }
            }));
  }

  @AsyncMethod
  static String C28_anonymousClassesWithADiamond() {
    Shown<Integer> shown = await(ExpectedAsync.inBrackets("("));
    Shown<String> length =
        await(
            stage(
                made(
                    new Shown<>() {
                      @Override
                      public String show(String value) {
                        return value.length() + ".";
                      }
                    })));
    return shown.twice().show(1) + length.show("abc");
  }
}
