package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.lang.invoke.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;

/** Type arguments that Java infers and cannot write, and calls that are compiled as they look. */
final class Inferred {
  private static final MethodHandle MAKER = maker();

  static MethodHandle maker() {
    try {
      return MethodHandles.lookup()
          .findConstructor(StringBuilder.class, MethodType.methodType(void.class));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  static Collection<?> anything() {
    return new ArrayList<>(List.of("x", 1));
  }

  static <T extends Comparable<T>> T largest(Collection<? extends T> all) {
    return Collections.max(all);
  }

  @AsyncMethod
  static String C29_diamondsOfWildcards() {
    List<?> copy = new ArrayList<>(await(stage(anything())));
    Set<Object> wider = new HashSet<>(await(stage(anything())));
    int size = new LinkedList<>(await(stage(anything()))).size();
    List<? extends Number> numbers = await(stage(List.of(1, 2)));
    Deque<Number> queue = new ArrayDeque<>(await(stage(numbers)));
    log(new ArrayList<>(await(stage(numbers))).get(0).intValue());
    return copy + " " + wider.size() + size + queue;
  }

  @AsyncMethod
  static <T extends Comparable<T>> Predicate<T> bounded(Predicate<? super T> test, int n) {
    int limit = await(stage(n));
    return x -> limit > 0 && test.test(x);
  }

  @AsyncMethod
  static String C29_variablesInWildcardsOnly() {
    Predicate<String> test = await(InferredAsync.bounded(Objects::nonNull, 1));
    return test.test("a") + " " + test.test(null);
  }

  @AsyncMethod
  static String C29_belowWildcards() {
    Class<?> type = await(stage(Integer.class));
    boolean number = await(stage(type.getSuperclass())) == Number.class;
    Comparator<?> order = Comparator.<Integer>naturalOrder();
    Comparator<?> back = await(stage(order.reversed()));
    List<? super Integer> sink = await(stage(new ArrayList<Number>(List.of(1.5))));
    await(stage(sink)).add(await(stage(2)));
    List<List<? super Integer>> sinks = List.of(sink);
    await(stage(sinks)).get(0).add(3);
    return number + " " + await(stage(await(stage(type)).getSuperclass())).getName() + sink + (back != null);
  }

  static <U> String sorted(
      Comparator<? super U> order, Function<? super String, ? extends U> key, String... all) {
    List<String> list = new ArrayList<>(List.of(all));
    list.sort((a, b) -> order.compare(key.apply(a), key.apply(b)));
    return list + " ";
  }

  static <U extends Comparable<? super U>> String natural(
      Function<? super String, ? extends U> key) {
    return sorted(U::compareTo, key, "bb", "a");
  }

  @AsyncMethod
  static <U extends Comparable<? super U>> String ordered(
      Function<? super String, ? extends U> key) {
    return sorted(U::compareTo, await(stage(key)), "bb", await(stage("a")))
        + sorted((a, b) -> b.compareTo(a), await(stage(key)), "a", "bb");
  }

  @AsyncMethod
  static String C29_functionsBesideAwaits() {
    return await(InferredAsync.ordered(String::length)) + natural(s -> s);
  }

  interface Marked {}

  @AsyncMethod
  static String C33_severalTypesOfAReference() {
    Supplier<String> twice = (Supplier<String> & Marked) await(stage("a")).concat("b")::toString;
    Object kept = (Runnable & Marked) await(stage(new Thread()))::run;
    return twice.get() + (twice instanceof Marked) + (kept instanceof Marked);
  }

  @AsyncMethod
  static String C29_handles() throws Throwable {
    StringBuilder made = (StringBuilder) MAKER.invoke();
    made.append(await(stage(see("a"))));
    MethodHandle join =
        MethodHandles.lookup()
            .findVirtual(
                String.class, "concat", MethodType.methodType(String.class, String.class));
    String both = (String) join.invokeExact(await(stage("x")), await(stage(made.toString())));
    return both + (String) join.invoke("y", await(stage("z")));
  }

  static class Builder<B extends Builder<B>> {
    String text = "";

    @SuppressWarnings("unchecked")
    B with(Object part) {
      text += part;
      return (B) this;
    }
  }

  static Builder<?> builder() {
    return new Builder<>();
  }

  @AsyncMethod
  static String C29_boundsThatMentionThemselves() {
    Enum<?> unit = await(stage(TimeUnit.DAYS));
    Class<? extends Enum<?>> kind = await(stage(unit.getDeclaringClass()));
    Iterator<? extends Enum<?>> units = await(stage(EnumSet.of(TimeUnit.DAYS).iterator()));
    Enum<?> only = await(stage(units.next()));
    log(kind.getSimpleName(), only);
    Builder<?> first = await(stage(new Builder<>()));
    String text = new Builder<>().with(await(stage(1))).with(2).text;
    return first.with(await(stage("a"))).text + text + await(stage(builder())).with("b").with("c").text;
  }

  @AsyncMethod
  static String C29_annotatedEntries() {
    Map<String, Integer> map = new TreeMap<>(Map.of("a", await(stage(1)), "b", 2));
    Iterator<Integer> values =
        new Iterator<Integer>() {
          final Iterator<Map.Entry<String, Integer>> all = map.entrySet().iterator();
          @Seen Entry entry;

          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Integer next() {
            @Seen Entry[] none = {};
            entry = new Entry(all.next().getValue() + none.length);
            return same(entry).value;
          }

          @Seen Entry same(@Seen Entry it) {
            return it;
          }
        };
    return values.next() + " " + await(stage(values.next()));
  }

  @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
  @interface Seen {}

  record Entry(int value) {}
}
