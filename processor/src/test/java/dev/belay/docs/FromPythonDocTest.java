package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The snippets of the guide compile without a warning, and print what stands below them. */
class FromPythonDocTest {
  private static final Pattern TYPE = Pattern.compile("(?m)^(?:final )?class (\\w+)");
  private static final Pattern SECONDS = Pattern.compile("\\d+\\.\\d{3}s");

  private static final List<Page.Block> BLOCKS = Page.of("docs/from-python.md").blocks();
  private static Compiled compiled;

  @BeforeAll
  static void compile() {
    String imports =
        BLOCKS.stream()
            .filter(block -> block.info().equals("java imports"))
            .map(Page.Block::text)
            .findFirst()
            .orElseThrow();
    Map<String, String> sources = new LinkedHashMap<>();
    BLOCKS.stream()
        .filter(block -> block.info().equals("java"))
        .forEach(
            block ->
                sources.put("guide." + name(block), "package guide;\n" + imports + block.text()));
    compiled = Compiled.of(sources, "auxiliaryclass");
  }

  @Test
  void everySnippetCompilesWithoutAWarning() {
    assertThat(compiled.problems()).isEmpty();
  }

  @TestFactory
  @ResourceLock(Resources.SYSTEM_OUT)
  Stream<DynamicTest> snippetsPrintWhatThePageSays() {
    ClassLoader loader = compiled.load();
    return BLOCKS.stream()
        .filter(block -> block.info().equals("java") && block.text().contains("void main("))
        .map(
            block ->
                DynamicTest.dynamicTest(
                    name(block),
                    () -> {
                      String printed = printed(loader.loadClass("guide." + name(block)));
                      assertThat(timeless(printed)).isEqualTo(timeless(expected(block, printed)));
                    }));
  }

  /** The block below; one whose output has no fixed order shows none, and must end with "done". */
  private static String expected(Page.Block block, String printed) {
    Page.Block next = BLOCKS.get(BLOCKS.indexOf(block) + 1);
    if (next.info().equals("text")) {
      return next.text();
    }
    assertThat(printed).contains("Produced: 3\n").endsWith("done\n");
    assertThat(printed.lines().filter(line -> line.startsWith("Consumer"))).hasSize(4);
    return printed;
  }

  private static String printed(Class<?> type) throws Exception {
    Method main = type.getDeclaredMethod("main", String[].class);
    main.setAccessible(true);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private static String timeless(String text) {
    return SECONDS.matcher(text).replaceAll("#s");
  }

  private static String name(Page.Block block) {
    Matcher type = TYPE.matcher(block.text());
    if (!type.find()) {
      throw new AssertionError("no class in " + block);
    }
    return type.group(1);
  }
}
