package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever knows a Python tutorial finds its snippets in its order, each beside its Java. */
class PythonDocTest {
  private static final Page PAGE = Page.of("docs/from-python.md");

  /** What the tutorial defines or, in its list of mistakes, misuses; by its first appearance. */
  private static final List<String> TUTORIAL =
      List.of(
          "def fetch_user(",
          "def get_users(",
          "def timer(",
          "async with timer(",
          "class AsyncTransaction:",
          "def lifespan(",
          "def get_db(",
          "def paginated_results(",
          "def process_all_posts(",
          "def stream_posts_json(",
          "def stream_all_posts(",
          "class AsyncNumberRange:",
          "in AsyncNumberRange(",
          "def producer(",
          "def consumer(",
          "asyncio.gather(",
          "with httpx.AsyncClient() as client:",
          "for post in paginated_results(",
          "def db_session(");

  private static final Pattern MISTAKE = Pattern.compile("(?m)^(?:with|for) ");

  @Test
  void everySnippetOfTheTutorialIsThereInItsOrder() {
    String python = String.join("\n", pythons().stream().map(Page.Block::text).toList());
    List<String> missing = new ArrayList<>();
    int at = 0;
    for (String each : TUTORIAL) {
      int found = python.indexOf(each, at);
      if (found < 0) {
        missing.add(each);
      } else {
        at = found + 1;
      }
    }

    assertThat(missing).as("missing, or not where the tutorial has it").isEmpty();
  }

  /** SnippetsDocTest compiles and runs what has a main, and wants a message for a mistake. */
  @Test
  void eachHasItsJavaBelowThatIsRun() {
    List<Page.Block> blocks = PAGE.blocks();
    assertThat(pythons()).hasSizeGreaterThan(10);
    for (Page.Block python : pythons()) {
      Page.Block java = blocks.get(blocks.indexOf(python) + 1);

      if (MISTAKE.matcher(python.text()).find() || python.text().contains("# not called")) {
        assertThat(java.info()).as(python.text()).isEqualTo("java mistake");
      } else {
        assertThat(java.info()).as(python.text()).isEqualTo("java");
        assertThat(java.text()).as(python.text()).contains("void main(");
      }
    }
  }

  /**
   * Compiled only: they use what the tutorial's reader has, and PythonTest of the samples runs its
   * programs.
   */
  @Test
  void pythonCompilesThem(@TempDir Path directory) throws Exception {
    assumeTrue(hasPython(), "skipped: no python3 on the path");
    for (Page.Block python : pythons()) {
      Files.writeString(directory.resolve("line" + python.first() + ".py"), python.text());
    }
    Path log = directory.resolve("log");
    int exit =
        new ProcessBuilder("python3", "-c", COMPILE)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();

    assertThat(exit).as(Files.readString(log)).isZero();
    assertThat(Files.readString(log).strip()).isEqualTo(Integer.toString(pythons().size()));
  }

  /** An {@code async with} may stand outside a function, as in Python's own console. */
  private static final String COMPILE =
      """
      import ast, pathlib
      files = list(pathlib.Path('.').glob('*.py'))
      for file in files:
          compile(file.read_text(), file, 'exec', flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
      print(len(files))
      """;

  private static boolean hasPython() throws InterruptedException {
    try {
      return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  private static List<Page.Block> pythons() {
    return PAGE.blocks().stream().filter(block -> block.info().equals("python")).toList();
  }
}
