package dev.belay.processor.attribute;

import java.util.Map;
import java.util.TreeMap;

/**
 * A source text with insertions. What stands behind one has another position than in the original.
 *
 * @param text with the insertions
 * @param insertions their texts by the position in the original that they stand before
 */
record Amended(String text, TreeMap<Long, String> insertions) {
  static Amended of(CharSequence original, Map<Long, String> insertions) {
    StringBuilder text = new StringBuilder();
    int end = 0;
    TreeMap<Long, String> sorted = new TreeMap<>(insertions);
    for (Map.Entry<Long, String> each : sorted.entrySet()) {
      int position = Math.toIntExact(each.getKey());
      text.append(original, end, position).append(each.getValue());
      end = position;
    }
    return new Amended(text.append(original, end, original.length()).toString(), sorted);
  }

  /** Where something is that was at a position of the original. */
  long inner(long original) {
    return original
        + insertions.headMap(original, true).values().stream().mapToLong(String::length).sum();
  }

  /** Where something was; what was inserted was where it was inserted. */
  long outer(long position) {
    long inserted = 0;
    for (Map.Entry<Long, String> each : insertions.entrySet()) {
      long start = each.getKey() + inserted;
      if (position < start) {
        break;
      }
      long length = each.getValue().length();
      if (position < start + length) {
        return each.getKey();
      }
      inserted += length;
    }
    return position - inserted;
  }
}
