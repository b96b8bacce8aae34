package dev.belay.processor.attribute;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of types that the files of a compilation may mean, by package. Some of them mean
 * something else; none that is meant is missing, as long as it is not written in escapes.
 */
final class References {
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>()\\[.:]+)[;<]");

  private final Map<String, Set<String>> qualified = new HashMap<>();
  private final Set<String> simple = new LinkedHashSet<>();

  /** Names that appear behind the name of a package; {@code $} separates those of members. */
  Set<String> in(String packageName) {
    return qualified.getOrDefault(packageName, Set.of());
  }

  /** Names that appear in source without a qualifier. */
  Set<String> simple() {
    return simple;
  }

  void addSource(CharSequence text) {
    StringBuilder qualifier = new StringBuilder();
    int position = 0;
    while (position < text.length()) {
      int end = position;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      if (end == position) {
        position++;
        continue;
      }
      String name = text.subSequence(position, end).toString();
      if (qualifier.isEmpty()) {
        simple.add(name);
      } else {
        add(qualifier.toString(), name);
      }
      position = end;
      if (end < text.length() && text.charAt(end) == '.') {
        qualifier.append(qualifier.isEmpty() ? "" : ".").append(name);
        position++;
      } else {
        qualifier.setLength(0);
      }
    }
  }

  /**
   * Adds what a class file mentions.
   *
   * @throws IOException when it is none
   */
  void addClass(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipNBytes(8);
    int count = in.readUnsignedShort();
    Map<Integer, String> texts = new HashMap<>();
    Set<Integer> classes = new LinkedHashSet<>();
    for (int index = 1; index < count; index++) {
      int tag = in.readUnsignedByte();
      switch (tag) {
        case 1 -> texts.put(index, in.readUTF());
        case 7 -> classes.add(in.readUnsignedShort());
        case 8, 16, 19, 20 -> in.skipNBytes(2);
        case 15 -> in.skipNBytes(3);
        case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
        case 5, 6 -> {
          in.skipNBytes(8);
          // A long or a double takes two places.
          index++;
        }
        default -> throw new IOException("Unknown constant " + tag);
      }
    }
    classes.forEach(index -> addInternal(texts.getOrDefault(index, "")));
    for (String text : texts.values()) {
      for (Matcher matcher = IN_DESCRIPTOR.matcher(text); matcher.find(); ) {
        addInternal(matcher.group(1));
      }
    }
  }

  private void addInternal(String name) {
    int slash = name.lastIndexOf('/');
    if (slash > 0 && !name.startsWith("[")) {
      add(name.substring(0, slash).replace('/', '.'), name.substring(slash + 1));
    }
  }

  private void add(String qualifier, String name) {
    qualified.computeIfAbsent(qualifier, key -> new LinkedHashSet<>()).add(name);
  }
}
