package dev.belay.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.BelayProcessor;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that ask for files. */
class ReportsTest {
  /** Closes what is still in use. */
  private static final String MISTAKE =
      """
      import java.util.concurrent.CompletionStage;

      class Users {
        interface Client extends AutoCloseable {
          CompletionStage<String> get();

          CompletionStage<Void> closeAsync();

          @Override
          void close();
        }

        CompletionStage<String> name(Client given) {
          try (Client client = given) {
            return client.get();
          }
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void besideTheClassesUnlessADirectoryIsNamed() throws Exception {
    compile(MISTAKE, "-Abelay.report=sarif,html");

    assertThat(Files.readString(directory.resolve("target/belay/classes.sarif")))
        .contains("\"ruleId\":\"SyncScope\"", "Users.java");
    assertThat(Files.readString(directory.resolve("target/belay/classes.html")))
        .contains("SyncScope", "<span class=\"hit\">");
    assertThat(directory.resolve("target/belay/classes.patch")).doesNotExist();
  }

  @Test
  void inTheDirectoryThatIsNamed() throws Exception {
    Path named = directory.resolve("a/b");

    compile(MISTAKE, "-Abelay.report=sarif", "-Abelay.report.dir=" + named);

    assertThat(named.resolve("classes.sarif")).content().contains("SyncScope");
  }

  @Test
  void aReportWithoutFindingsReplacesAnOldOne() throws Exception {
    compile(MISTAKE, "-Abelay.report=sarif");
    compile("class Users {}\n", "-Abelay.report=sarif");

    assertThat(directory.resolve("target/belay/classes.sarif"))
        .content()
        .doesNotContain("SyncScope")
        .contains("2.1.0");
  }

  @Test
  void whatIsSilencedIsInTheLogAndSaysSo() throws Exception {
    String said =
        compile(
            MISTAKE.replace("class Users", "@SuppressWarnings(\"SyncScope\") class Users"),
            "-Abelay.report=sarif");

    assertThat(said).doesNotContain("SyncScope");
    assertThat(directory.resolve("target/belay/classes.sarif"))
        .content()
        .contains("SyncScope", "inSource");
  }

  /** Whoever wants no warnings from javac is not shown ours; they are in the files all the same. */
  @Test
  void warningsThatJavacDoesNotPrintAreInTheFiles() throws Exception {
    String said =
        compile(MISTAKE, "-nowarn", "-Abelay.rule.SyncScope=warning", "-Abelay.report=sarif");

    assertThat(said).doesNotContain("SyncScope");
    assertThat(directory.resolve("target/belay/classes.sarif"))
        .content()
        .contains("\"ruleId\":\"SyncScope\"", "\"level\":\"warning\"");
    assertThat(compile(MISTAKE, "-nowarn")).contains("[SyncScope]");
  }

  @Test
  void aPageWithoutTheRulesShowsMachines() throws Exception {
    compile(
        """
        class Users {
          @dev.belay.AsyncMethod
          static String name(java.util.concurrent.CompletionStage<String> name) {
            return dev.belay.Async.await(name);
          }
        }
        """,
        "-Abelay.rules=off",
        "-Abelay.report=html");

    assertThat(directory.resolve("target/belay/classes.html"))
        .content()
        .contains("0 findings", "<strong>Users.name</strong>", "Users.java:3<", "1 await · line 4");
  }

  @Test
  void nothingIsWrittenUnasked() throws Exception {
    compile(MISTAKE);

    assertThat(directory.resolve("target/belay")).doesNotExist();
  }

  @Test
  void aWordThatIsNoFormat() throws Exception {
    assertThat(compile(MISTAKE, "-Abelay.report=pdf")).contains("[BadOption]", "belay.report=pdf");
    assertThat(compile(MISTAKE, "-Abelay.fixes=all")).contains("[BadOption]", "belay.fixes=all");
  }

  @Test
  void aDirectoryThatCannotBeMade() throws Exception {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThat(compile(MISTAKE, "-Abelay.report=html", "-Abelay.report.dir=" + file))
        .contains("[ReportNotWritten]");
  }

  private String compile(String source, String... options) throws Exception {
    Path file = Files.writeString(directory.resolve("Users.java"), source);
    Path classes = Files.createDirectories(directory.resolve("target/classes"));
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              said,
              files,
              null,
              Stream.concat(Stream.of("-d", classes.toString()), Stream.of(options)).toList(),
              null,
              files.getJavaFileObjects(file));
      task.setProcessors(List.of(new BelayProcessor()));
      task.call();
    }
    return said.toString();
  }
}
