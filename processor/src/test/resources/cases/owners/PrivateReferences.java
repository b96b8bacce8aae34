package cases;

import static cases.Probe.*;
import static dev.belay.Async.*;

import dev.belay.*;
import java.util.*;
import java.util.function.*;

/** References to private methods, from which Java infers what a lambda would not say. */
class PrivateReferences<K, V> {
  interface OfEntries<K, V, M extends Map<K, V>> extends Function<Iterable<Map.Entry<K, V>>, M> {}

  private final Map<K, V> map = new TreeMap<>();
  private final int length = 7;

  static <K, V, M extends Map<K, V>> M without(M map, OfEntries<K, V, M> of, K key) {
    List<Map.Entry<K, V>> left = new ArrayList<>(map.entrySet());
    left.removeIf(each -> each.getKey().equals(key));
    return of.apply(left);
  }

  private TreeMap<K, V> made(Iterable<Map.Entry<K, V>> entries) {
    TreeMap<K, V> made = new TreeMap<>();
    entries.forEach(each -> made.put(each.getKey(), each.getValue()));
    return made;
  }

  private static <T> T twice(T value, UnaryOperator<T> step) {
    return step.apply(step.apply(value));
  }

  private int more(int n) {
    return n + length;
  }

  @AsyncMethod
  TreeMap<K, V> less(K key) {
    return without(await(stage(made(map.entrySet()))), this::made, key);
  }

  @AsyncMethod
  static String B38_inGenericCalls() {
    PrivateReferences<String, Integer> all = new PrivateReferences<>();
    all.map.put("a", 1);
    all.map.put("b", await(stage(2)));
    Map<String, Integer> less = await(PrivateReferencesAsync.less(all, "a"));
    return less + " " + twice(await(stage(1)), all::more);
  }

  @AsyncMethod
  static int B38_aFieldNamedLength() {
    PrivateReferences<String, Integer> all = new PrivateReferences<>();
    int[] array = {1, 2};
    return all.length + await(stage(all.length)) + array.length + await(stage(array)).length;
  }

  private short small;
  private Byte boxed;
  private char letter;

  private <T> List<T> none(int n) {
    return new ArrayList<>(n);
  }

  private static <T> T same(T value) {
    return value;
  }

  @AsyncMethod
  static String B38_constantsForSmallFields() {
    PrivateReferences<String, Integer> it = new PrivateReferences<>();
    it.small = 7;
    it.boxed = 3;
    it.letter = 65;
    String text = it.small + " " + it.boxed + it.letter + await(stage(1));
    it.small = 'a';
    it.letter = (char) (it.letter + 1);
    byte b = 5;
    it.small = b;
    it.boxed = b;
    return text + it.small + it.letter + it.boxed;
  }

  @AsyncMethod
  static String B38_callsThatSayTheirTypes() {
    PrivateReferences<String, Integer> it = new PrivateReferences<>();
    List<CharSequence> all = it.<CharSequence>none(await(stage(2)));
    int size = it.<List<String>>none(await(stage(1))).size();
    all.add(PrivateReferences.<CharSequence>same(await(stage("x"))));
    return all + " " + size + PrivateReferences.<Number>same(await(stage(1))).intValue();
  }
}
