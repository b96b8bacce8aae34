package dev.belay.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, by its lines. */
final class Page {
  private static final String FENCE = "```";
  private static final Pattern HIDDEN_OR_BUILT = Pattern.compile("(?:^|/)(?:\\.[^/]+|target)/");

  private final Path file;
  private final List<String> lines;

  private Page(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  /**
   * A fenced block.
   *
   * @param info what stands behind the opening fence
   * @param section the heading above it, without its hashes
   * @param first the index of its first line
   * @param text its lines, each with its end
   */
  record Block(String info, String section, int first, String text) {}

  /**
   * @param path from the root of the project
   */
  static Page of(String path) {
    Path file = root().resolve(path);
    try {
      return new Page(file, new ArrayList<>(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The directory of the parent project. */
  static Path root() {
    for (Path dir = Path.of("").toAbsolutePath(); dir != null; dir = dir.getParent()) {
      if (Files.isDirectory(dir.resolve(".mvn"))) {
        return dir;
      }
    }
    throw new IllegalStateException("No .mvn directory above " + Path.of("").toAbsolutePath());
  }

  /** Every page of the project. */
  static List<Page> all() {
    Path root = root();
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !HIDDEN_OR_BUILT.matcher(path).find())
          .sorted()
          .map(Page::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path file() {
    return file;
  }

  /** From the root of the project, with slashes. */
  String path() {
    return root().relativize(file).toString().replace('\\', '/');
  }

  /** The page without its fenced blocks. */
  List<String> prose() {
    List<String> prose = new ArrayList<>();
    boolean fenced = false;
    for (String line : lines) {
      boolean fence = line.startsWith(FENCE);
      fenced ^= fence;
      if (!fenced && !fence) {
        prose.add(line);
      }
    }
    return prose;
  }

  /** The headings of a level, without their hashes. */
  List<String> headings(int level) {
    String start = "#".repeat(level) + " ";
    return prose().stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .toList();
  }

  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    String section = "";
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      if (line.startsWith("#")) {
        section = line.replaceFirst("^#+ ", "");
      }
      if (line.startsWith(FENCE)) {
        int end = closing(i + 1);
        String text =
            String.join("", lines.subList(i + 1, end).stream().map(l -> l + "\n").toList());
        blocks.add(new Block(line.substring(FENCE.length()), section, i + 1, text));
        i = end;
      }
    }
    return blocks;
  }

  /** The blocks of one section, in their order. */
  List<Block> blocks(String section) {
    return blocks().stream().filter(block -> block.section().equals(section)).toList();
  }

  private int closing(int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).equals(FENCE)) {
        return i;
      }
    }
    throw new IllegalStateException("a block that is not closed: " + file + ":" + from);
  }

  /**
   * Gives blocks another text, in the file too.
   *
   * @param texts one for each block
   */
  void replace(List<Block> blocks, List<String> texts) {
    for (int i = blocks.size() - 1; i >= 0; i--) { // from the end, so that the indices stay right
      int first = blocks.get(i).first();
      lines.subList(first, closing(first)).clear();
      lines.addAll(first, texts.get(i).lines().toList());
    }
    try {
      Files.writeString(file, String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
