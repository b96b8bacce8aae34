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
 * The types that a class file mentions.
 *
 * @param binaryNames their names, and perhaps some that only look like names
 */
record ClassFileNames(Set<String> binaryNames) {
  private static final Pattern IN_DESCRIPTOR = Pattern.compile("L([^;<>()\\[.:]+)[;<]");

  /** The magic number and the version. */
  private static final int HEADER_BYTES = 8;

  ClassFileNames {
    binaryNames = Set.copyOf(binaryNames);
  }

  /**
   * Reads the constant pool.
   *
   * @throws IOException when it is none
   */
  static ClassFileNames of(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    in.skipNBytes(HEADER_BYTES);
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
    Set<String> names = new LinkedHashSet<>();
    classes.forEach(index -> names.add(texts.getOrDefault(index, "").replace('/', '.')));
    for (String text : texts.values()) {
      for (Matcher matcher = IN_DESCRIPTOR.matcher(text); matcher.find(); ) {
        names.add(matcher.group(1).replace('/', '.'));
      }
    }
    return new ClassFileNames(names);
  }
}
