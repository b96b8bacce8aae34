package dev.belay.processor.realcode;

import java.lang.reflect.Array;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Arguments for methods of real code; what callers usually pass, and what breaks them. */
final class Inputs {
  private static final Map<Class<?>, Object[]> VALUES =
      Map.ofEntries(
          Map.entry(int.class, new Object[] {-2, -1, 0, 1, 2, 3, 5, 10, 31, 97}),
          Map.entry(long.class, new Object[] {-2L, -1L, 0L, 1L, 2L, 3L, 12L, 20L, 97L, 1L << 40}),
          Map.entry(double.class, new Object[] {-1.5, -0.0, 0.0, 0.25, 1.0, 2.5, 30.0, Double.NaN}),
          Map.entry(float.class, new Object[] {-1.5f, 0f, 0.25f, 1f, 30f, Float.NaN}),
          Map.entry(boolean.class, new Object[] {true, false}),
          Map.entry(char.class, new Object[] {'a', 'B', ' ', '7', 'é'}),
          Map.entry(byte.class, new Object[] {(byte) -1, (byte) 0, (byte) 65}),
          Map.entry(short.class, new Object[] {(short) -1, (short) 0, (short) 300}),
          Map.entry(Integer.class, new Object[] {null, 0, 1, 700}),
          Map.entry(Boolean.class, new Object[] {null, true, false}),
          Map.entry(Character.class, new Object[] {null, 'x', '4'}),
          Map.entry(
              String.class,
              new Object[] {
                null, "", " ", "a", "abc", " ab c ", "aXbXc", "12", "-1.5", "0x1F", "yes"
              }),
          Map.entry(
              CharSequence.class, new Object[] {null, "", "ab", "a b", CharBuffer.wrap("sb")}),
          Map.entry(Object.class, new Object[] {null, "o", 1, 'c'}));

  private Inputs() {}

  /** Whether there are values of all of the types. */
  static boolean exist(Class<?>... types) {
    for (Class<?> type : types) {
      if (!VALUES.containsKey(type.isArray() ? type.getComponentType() : type)) {
        return false;
      }
    }
    return true;
  }

  /** Arguments; arrays are new ones each time, since methods write to them. */
  static Object[] of(Class<?>[] types, Random random) {
    List<Object> values = new ArrayList<>();
    for (Class<?> type : types) {
      values.add(value(type, random));
    }
    return values.toArray();
  }

  private static Object value(Class<?> type, Random random) {
    if (type.isArray()) {
      if (random.nextInt(8) == 0) {
        return null;
      }
      Object array = Array.newInstance(type.getComponentType(), random.nextInt(5));
      for (int i = 0; i < Array.getLength(array); i++) {
        Array.set(array, i, value(type.getComponentType(), random));
      }
      return array;
    }
    Object[] values = VALUES.get(type);
    return values[random.nextInt(values.length)];
  }
}
