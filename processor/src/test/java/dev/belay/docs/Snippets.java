package dev.belay.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Java of a page that has a block {@code java imports}: its other blocks of Java are files of
 * one package, each with these imports.
 *
 * <p>A block {@code java} is right; if it has a {@code main}, the block below it shows what that
 * prints. A block {@code java mistake} does not compile, and the block below it shows why.
 */
final class Snippets {
  private static final String IMPORTS = "java imports";
  private static final Pattern TYPE =
      Pattern.compile("(?m)^(?:final |abstract )*(?:class|record|interface|enum) (\\w+)");

  private final Page page;
  private final String head;

  private Snippets(Page page, String imports) {
    this.page = page;
    this.head = "package " + packageName(page) + "; " + imports.replace('\n', ' ');
  }

  /** Those of a page, if it has any. */
  static Optional<Snippets> of(Page page) {
    return page.blocks().stream()
        .filter(block -> block.info().equals(IMPORTS))
        .findFirst()
        .map(block -> new Snippets(page, block.text()));
  }

  /**
   * A file of Java.
   *
   * @param name the qualified name of its first type
   * @param source begins with the head, so that its lines have the numbers of the snippet's
   * @param program the qualified name of the class that has a main method
   * @param below the block below it, if that is a text
   */
  record Snippet(String name, String source, Optional<String> program, Optional<Page.Block> below) {
    @Override
    public String toString() {
      return name;
    }
  }

  Page page() {
    return page;
  }

  /** What compiles. */
  List<Snippet> right() {
    return ofKind("java");
  }

  /** What does not. */
  List<Snippet> wrong() {
    return ofKind("java mistake");
  }

  /** The sources of what compiles, by name. */
  Map<String, String> sources() {
    Map<String, String> sources = new LinkedHashMap<>();
    right().forEach(snippet -> sources.put(snippet.name(), snippet.source()));
    return sources;
  }

  private List<Snippet> ofKind(String kind) {
    List<Page.Block> blocks = page.blocks();
    List<Snippet> snippets = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      Page.Block block = blocks.get(i);
      if (block.info().equals(kind)) {
        Optional<Page.Block> below =
            blocks.stream()
                .skip(i + 1L)
                .findFirst()
                .filter(next -> next.info().startsWith("text") && follows(block, next));
        snippets.add(
            new Snippet(
                packageName(page) + "." + typeName(block),
                head + block.text(),
                program(block),
                below));
      }
    }
    return snippets;
  }

  /** Whether nothing but a line of prose may stand between them. */
  private static boolean follows(Page.Block block, Page.Block next) {
    return next.section().equals(block.section());
  }

  private Optional<String> program(Page.Block block) {
    int main = block.text().indexOf("void main(");
    return TYPE.matcher(block.text())
        .results()
        .filter(type -> type.start() < main)
        .reduce((first, second) -> second)
        .map(type -> packageName(page) + "." + type.group(1));
  }

  private static String typeName(Page.Block block) {
    Matcher type = TYPE.matcher(block.text());
    if (!type.find()) {
      throw new AssertionError("no type in " + block);
    }
    return type.group(1);
  }

  /** {@code docs/from-python.md} is {@code docs.frompython}. */
  private static String packageName(Page page) {
    return Page.root()
        .relativize(page.file())
        .toString()
        .replaceFirst("\\.md$", "")
        .replace("-", "")
        .replace('/', '.')
        .replace('\\', '.');
  }
}
