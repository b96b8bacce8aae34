package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.io.Serializable;
import java.util.*;
import java.util.concurrent.*;
import java.util.function.*;
import java.util.stream.Stream;

/** Variables of types that have several bounds for a type argument, which no declaration can name. */
final class SeveralBounds {

  private static <T extends Serializable & Comparable<?>> String smallest(List<T> values, int n) {
    return values.get(n) + "" + values.get(n).hashCode();
  }

  private static String either(Collection<? extends Comparable<?>> values, int n) {
    return "compared" + values.size() + n;
  }

  private static String either(Object values, int n) {
    return "object" + n;
  }

  @AsyncMethod
  static String B42_listOfSeveralTypes() {
    var list = List.of("a", 1);
    await(stage(1));
    for (var each : list) {
      log(await(stage("each")), each.describeConstable());
    }
    log(smallest(list, await(stage(1))));
    return either(list, await(stage(2))) + list.get(0);
  }

  @AsyncMethod
  static String B42_addedToAfterwards() {
    var list = new ArrayList<>(List.of("a", 1));
    await(stage(1));
    list.add("b");
    list.add(await(stage(7)));
    list.addAll(List.of("x", "y"));
    list.set(await(stage(0)), 5);
    var copy = list;
    list = new ArrayList<>(List.of(2, "c", await(stage("d"))));
    list.removeIf(each -> each.equals("c"));
    copy.sort(Comparator.comparing(Object::toString));
    await(stage(1));
    return list + " " + copy;
  }

  @AsyncMethod
  static String C17_diamondOfACapturedType() {
    List<? extends Number> numbers = List.of(1, 2.5);
    var copy = new ArrayList<>(await(stage(1)) == 1 ? numbers : List.of());
    var set = new HashSet<>(numbers.subList(0, await(stage(1))));
    await(stage(2));
    Number first = copy.get(0);
    return first.intValue() + "" + set;
  }

  @AsyncMethod
  static String B42_mapOfSeveralTypes() {
    var map = new TreeMap<>(Map.of("a", 1, "b", "two"));
    await(stage(1));
    map.put("c", await(stage("three")));
    map.put("d", 4);
    StringBuilder text = new StringBuilder();
    for (var entry : map.entrySet()) {
      text.append(entry.getKey()).append(await(stage(entry.getValue())));
      entry.setValue(entry.getKey());
    }
    map.forEach((key, value) -> text.append(value.equals(key)));
    return text.toString();
  }

  @AsyncMethod
  static String B42_oneInsideOfAnother() {
    var nested = Map.of("k", List.of("a", 1), "l", List.of(2, "b"));
    await(stage(1));
    var pairs = List.of(Map.entry("a", 1), Map.entry(2, "b"));
    var optional = Optional.of(pairs.get(await(stage(0))));
    int sum = 0;
    for (var list : new TreeMap<>(nested).values()) {
      sum += list.size() + await(stage(list.hashCode()));
    }
    return "" + sum + optional.map(one -> one.getKey().equals("a")).get() + pairs.size();
  }

  @AsyncMethod
  static String B42_branchesOfDifferentTypes() {
    var list = see(true) ? List.of("a", await(stage("b"))) : List.of(1);
    await(stage(1));
    var array = see(false) ? new List<?>[] {} : new ArrayList<?>[] {new ArrayList<>(list)};
    await(stage(2));
    var chosen =
        switch (await(stage(1))) {
          case 1 -> Set.of(1, "x").iterator();
          default -> List.of(2.5, 'c').iterator();
        };
    await(stage(3));
    int n = 0;
    while (chosen.hasNext()) {
      log(await(stage("next")), chosen.next().getClass().getSimpleName().isEmpty());
      n++;
    }
    return list.get(0).compareTo(null2()) + array[0].size() + "" + n;
  }

  private static <T> T null2() {
    return cast("a");
  }

  @SuppressWarnings("unchecked")
  private static <T> T cast(Object o) {
    return (T) o;
  }

  @AsyncMethod
  static String B42_operandsOfSeveralTypes() {
    String text = smallest(List.of("a", 1), await(stage(1)));
    text += either(List.of("a", 1), await(stage(2)));
    text += Stream.of("a", 1).map(each -> each.describeConstable().get()).toList();
    text += List.of("b", 2).get(await(stage(0))).describeConstable().get();
    return text + Arrays.asList("a", 1L).indexOf(await(stage(1L)));
  }

  @AsyncMethod
  static String B34_capturedByLambdasAndClasses() {
    var list = new ArrayList<>(List.of("a", 1));
    var single = see(true) ? "text" : Integer.valueOf(1);
    await(stage(1));
    Supplier<Object> later =
        () -> {
          list.add("later");
          return list.get(0).describeConstable().get();
        };
    class Uses {
      final int size = list.size();

      Object first() {
        list.add(9);
        return list.get(0).describeConstable().get() + "" + single.describeConstable().get();
      }

      Supplier<Object> deep() {
        return () -> new Object() {
              Object last() {
                return list.get(list.size() - 1).describeConstable().get();
              }
            }.last();
      }
    }
    var uses = new Uses();
    var named =
        new Object() {
          int count = list.size();

          void more() {
            list.add(2.5);
            count += list.size() + single.describeConstable().map(Object::hashCode).get();
          }
        };
    log(later.get(), await(stage(1)));
    log(uses.first(), await(stage(2)));
    named.more();
    log(uses.deep().get(), uses.size + named.count, await(stage(3)));
    return list.toString();
  }

  @AsyncGenerator
  static void B42_eachElementIsOfSeveralTypes(Yield<Object> out) {
    for (var each : each(AsyncIterable.of("a", 1))) {
      out.yield(each.describeConstable().get());
      await(stage(each));
      out.yield(each.compareTo(cast(each)));
    }
    var elements = AsyncIterable.of("b", 2);
    await(stage(1));
    for (var each : each(elements)) {
      out.yield(each.describeConstable().get());
    }
    var opened = using(AsyncScope.of(() -> stage(List.of("c", 3)), any -> stage(null)));
    await(stage(2));
    out.yield(opened.get(0).describeConstable().get());
  }

  @AsyncMethod
  static <T extends Comparable<T>, X extends Number & Comparable<X>> String withTypeVariables(
      T value, X number, List<T> more) {
    var list = List.of(new ArrayList<>(more), new LinkedList<>(more));
    await(stage(1));
    list.get(0).add(value);
    class Uses {
      T first() {
        return list.get(0).get(0);
      }
    }
    var pairs = List.of(Map.entry(number, "a"), Map.entry(number, 1));
    var uses = new Uses();
    await(stage(2));
    X key = pairs.get(0).getKey();
    Object other = pairs.get(1).getValue().describeConstable().get();
    for (var each : list) {
      log(await(stage("size")), each.size(), each.get(0).compareTo(value));
    }
    Supplier<T> later = () -> list.get(1).get(0);
    await(stage(3));
    return "" + key.compareTo(number) + other + later.get() + uses.first();
  }

  @AsyncMethod
  static String B42_severalBoundsWithTypeVariables() {
    return await(SeveralBoundsAsync.withTypeVariables("h", 5, List.of("a")));
  }

  @AsyncMethod
  static String B42_branchesThatAreToBePutIn() {
    List<? super Number> numbers = new ArrayList<Object>(List.of("first"));
    numbers.add(await(stage(true)) ? (Number) 1 : Double.valueOf(await(stage(2.5))));
    numbers.add(
        switch (await(stage(2))) {
          case 1 -> 1;
          default -> (long) await(stage(3));
        });
    numbers.add(await(stage(0)), (see(true) ? 5 : 6.5f));
    numbers.set(see(true) ? 0 : 1, await(stage(false)) ? null : await(stage(7)));
    return numbers.toString();
  }

  @AsyncGenerator
  static void B42_branchesThatAreYielded(Yield<? super Number> out) {
    for (int i = 0; i < 3; i++) {
      out.yield(i % 2 == 0 ? (Number) i : Double.valueOf(await(stage(1.5))));
    }
  }

  private static <K, V> Iterator<K> keys(Iterator<Map.Entry<K, V>> entries) {
    List<K> keys = new ArrayList<>();
    entries.forEachRemaining(each -> keys.add(each.getKey()));
    return keys.iterator();
  }

  private static boolean contains(Iterator<?> all, Object wanted) {
    while (all.hasNext()) {
      if (all.next().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static <K, V> Map.Entry<K, List<K>> twice(Map<K, V> map) {
    K key = map.keySet().iterator().next();
    return Map.entry(key, new ArrayList<>(List.of(key)));
  }

  private static <K> boolean added(Map.Entry<K, List<K>> entry, int n) {
    return entry.getValue().add(entry.getKey()) && entry.getValue().size() > n;
  }

  @AsyncMethod
  static boolean captured(Map<?, ?> map, Object key) {
    return contains(keys(await(stage(map.entrySet().iterator()))), await(stage(key)))
        && contains(keys(map.entrySet().iterator()), await(stage(key)));
  }

  @AsyncMethod
  static String capturedTwice(Map<?, ? extends Number> map) {
    boolean more = added(twice(map), await(stage(1)));
    more &= added(await(stage(twice(map))), await(stage(1)));
    log(twice(map).getValue().get(await(stage(0))), more);
    return more + "" + twice(map).getKey().equals(await(stage(1)));
  }

  @AsyncMethod
  static String B42_oneCapturedTypeInSeveralPlaces() {
    return await(SeveralBoundsAsync.captured(Map.of("a", 1), "a"))
        + ""
        + await(SeveralBoundsAsync.captured(Map.of(1, 1), "a"))
        + await(SeveralBoundsAsync.capturedTwice(Map.of(1, 2)));
  }
}
