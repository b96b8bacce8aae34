package dev.belay.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The checker as a plugin of javac's, which no round of annotation processing is needed for. */
class PluginTest {
  private static final String LAZY =
      """
      package t;
      class T {
        interface Box { java.util.concurrent.Flow.Publisher<Void> close(); }
        %s
        void f(Box box) { box.close(); }
      }
      """;

  private static Compilation compile(String annotation, String... options) {
    return Compiler.javac()
        .withOptions(Stream.concat(Stream.of("-proc:none"), Stream.of(options)).toList())
        .compile(JavaFileObjects.forSourceString("t.T", LAZY.formatted(annotation)));
  }

  @Test
  void runsWithoutAProcessor() {
    assertThat(Said.by(compile("", "-Xplugin:Belay")))
        .containsExactly(
            "ERROR 5 [LazyReleaseNotSubscribed] 'box.close()' releases nothing: its publisher is"
                + " dropped");
  }

  @Test
  void doesNotRunWhereItIsNotAskedFor() {
    assertThat(Said.by(compile(""))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"error, ERROR", "warning, WARNING", "note, NOTE"})
  void severityIsAnArgument(String option, String kind) {
    assertThat(Said.by(compile("", "-Xplugin:Belay belay.rule.LazyReleaseNotSubscribed=" + option)))
        .singleElement()
        .asString()
        .startsWith(kind + " 5 [LazyRel");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "belay.rules=off",
        "-Abelay.rules=off",
        "belay.rule.LazyReleaseNotSubscribed=off belay.rule.SyncScope=note"
      })
  void rulesCanBeTurnedOff(String arguments) {
    assertThat(Said.by(compile("", "-Xplugin:Belay " + arguments))).isEmpty();
  }

  @Test
  void findingsAreSilenced() {
    assertThat(
            Said.by(compile("@SuppressWarnings(\"LazyReleaseNotSubscribed\")", "-Xplugin:Belay")))
        .isEmpty();
  }

  /** Javac does not look at the arguments of a plugin, so it is ours to refuse them. */
  @ParameterizedTest
  @CsvSource({
    "belay.rule.Nonsense=off, -Abelay.rule.Nonsense",
    "belay.rule.SyncScope=loud, -Abelay.rule.SyncScope=loud",
    "belay.rules=maybe, -Abelay.rules=maybe",
    "belay.nonsense=off, -Xplugin:Belay belay.nonsense=off",
    "belay.rules, -Xplugin:Belay belay.rules",
    "belay.report=pdf, -Abelay.report=pdf"
  })
  void aBadArgumentIsOneError(String argument, String named) {
    Compilation compilation = compile("", "-Xplugin:Belay " + argument);

    assertThat(Said.by(compilation))
        .singleElement()
        .asString()
        .startsWith("ERROR 1 [BadOption] " + named);
  }

  @Test
  void writesReports(@TempDir Path directory) {
    compile("", "-Xplugin:Belay belay.report=sarif,html belay.report.dir=" + directory);

    assertThat(directory.resolve("belay.sarif"))
        .content()
        .contains("\"LazyReleaseNotSubscribed\"", "t/T.java");
    assertThat(directory.resolve("belay.html")).exists();
  }

  @Test
  void aReportThatCannotBeWrittenIsAWarning(@TempDir Path directory) throws Exception {
    Path file = Files.createFile(directory.resolve("file"));

    Compilation compilation =
        compile(
            "@SuppressWarnings(\"all\")",
            "-Xplugin:Belay belay.report=sarif belay.report.dir=" + file);

    assertThat(Said.by(compilation))
        .singleElement()
        .asString()
        .startsWith("WARNING 1 [ReportNotWritten]");
  }

  /**
   * Beside the processor, which compiles templates and leaves the rules to the plugin: without the
   * companion, javac would have an error too.
   */
  @Test
  void sharesACompilationWithTheProcessor() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new BelayProcessor())
            .withOptions("-Abelay.rules=off", "-Xplugin:Belay")
            .compile(
                JavaFileObjects.forSourceString(
                    "t.T",
                    """
                    package t;
                    class T {
                      interface Box { java.util.concurrent.Flow.Publisher<Void> close(); }
                      @dev.belay.AsyncMethod
                      static int f(java.util.concurrent.CompletionStage<Integer> n) {
                        return dev.belay.Async.await(n);
                      }
                      void f(Box box) { box.close(); TAsync.f(null); }
                    }
                    """));

    assertThat(Said.by(compilation))
        .singleElement()
        .asString()
        .startsWith("ERROR 8 [LazyReleaseNotSubscribed]");
  }
}
