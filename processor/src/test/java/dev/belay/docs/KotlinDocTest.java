package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The Kotlin of its page compiles without a warning, and prints what the Java below it prints. */
class KotlinDocTest {
  private static final Page PAGE = Page.of("docs/coming-from/kotlin.md");

  @Test
  @ResourceLock(Resources.SYSTEM_OUT)
  void snippetsDoWhatThePageSays(@TempDir Path directory) throws Exception {
    Map<String, String> sources = new LinkedHashMap<>();
    List<Page.Block> programs = new ArrayList<>();
    for (Page.Block block : kotlins()) {
      sources.put(name(block) + ".kt", "package docs; " + imports() + block.text());
      if (block.text().contains("fun main(")) {
        programs.add(block);
      }
    }
    ClassLoader compiled = new Kotlin(directory).compile(sources);

    assertThat(programs).hasSize(3);
    for (Page.Block program : programs) {
      Printed.by(compiled.loadClass("docs." + name(program) + "Kt")).matches(text(program));
    }
  }

  private static List<Page.Block> kotlins() {
    return PAGE.blocks().stream().filter(block -> block.info().equals("kotlin")).toList();
  }

  /** In one line, so that the compiler counts lines as the page does. */
  private static String imports() {
    return PAGE.blocks().stream()
        .filter(block -> block.info().equals("kotlin imports"))
        .map(block -> block.text().replace('\n', ';'))
        .findFirst()
        .orElseThrow();
  }

  private static String name(Page.Block block) {
    return "Line" + block.first();
  }

  /** What Java and Kotlin print. */
  private static Page.Block text(Page.Block program) {
    return PAGE.blocks(program.section()).stream()
        .filter(block -> block.info().equals("text"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing says what becomes of " + program));
  }
}
