package dev.belay.processor.check.out;

import java.util.List;

/**
 * A source file with findings in it.
 *
 * @param path relative to the directory that the compiler runs in where it lies below that, with
 *     slashes
 * @param text its content
 */
public record SourceFile(String path, String text) {

  Place place(int offset) {
    int end = Math.max(0, Math.min(offset, text.length()));
    int line = 1;
    int begin = 0;
    for (int at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) {
      line++;
      begin = at + 1;
    }
    return new Place(line, end - begin + 1);
  }

  /** The lines, without their ends; the last is empty if the file ends with a line feed. */
  List<String> lines() {
    return List.of(text.replace("\r\n", "\n").split("\n", -1));
  }
}
