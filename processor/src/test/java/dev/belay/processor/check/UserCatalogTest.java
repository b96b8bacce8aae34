package dev.belay.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users tell the checker of their own types. */
class UserCatalogTest {
  @TempDir Path classPath;
  @TempDir Path library;

  private List<String> found(String facts, String source) throws IOException {
    if (!facts.isEmpty()) {
      write(classPath, facts);
    }
    List<File> path =
        Stream.concat(
                Stream.of(classPath.toFile(), library.toFile()),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(File::new))
            .toList();
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new BelayProcessor())
            .withClasspath(path)
            .compile(JavaFileObjects.forSourceString("t.T", source));
    return compilation.errors().stream()
        .map(it -> it.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .toList();
  }

  private static void write(Path root, String facts) throws IOException {
    Path file = root.resolve(UserCatalog.FILE);
    Files.createDirectories(file.getParent());
    Files.writeString(file, facts);
  }

  /** A class of a library that is not the first on the class path. */
  private void compileLibrary() throws IOException {
    Path source = library.resolve("Pooled.java");
    Files.writeString(
        source,
        "package lib; public interface Pooled { interface Part {}"
            + " java.util.concurrent.Flow.Publisher<Void> giveBack(); }");
    int exit =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", library.toString(), source.toString());
    assertThat(exit).isZero();
  }

  private static final String POOLED =
      """
      package t;
      import java.util.concurrent.*;
      class T {
        interface Pooled { Flow.Publisher<Void> giveBack(); }
        void f(Pooled pooled) { pooled.giveBack(); }
      }
      """;

  @Test
  void aFileOnTheClassPath() throws IOException {
    assertThat(found("release t.T.Pooled giveBack\n", POOLED))
        .containsExactly(
            "[LazyReleaseNotSubscribed] 'pooled.giveBack()' releases nothing: its publisher is"
                + " dropped");
  }

  @Test
  void aFileInEachLibraryThatIsImportedFrom() throws IOException {
    compileLibrary();
    write(library, "release lib.Pooled giveBack\n");
    String use = "class T { void f(Pooled pooled) { pooled.giveBack(); } }";

    assertThat(found("release t.Other giveBack\n", "package t; import lib.Pooled; " + use))
        .hasSize(1);
    assertThat(
            found(
                "",
                "package t; import lib.Pooled; import lib.Pooled.Part; import java.util.*;" + use))
        .hasSize(1);
  }

  @Test
  void aFileOfALibraryThatCannotBeReadIsOneError() throws IOException {
    compileLibrary();
    write(library, "free lib.Pooled giveBack\n");

    assertThat(
            found(
                "release t.Other x\n", "package t; import lib.Pooled; class T { Pooled pooled; }"))
        .containsExactly("[BadOption] META-INF/belay/resources.txt:1: unknown keyword 'free'");
  }

  @Test
  void nothingIsKnownWithoutIt() throws IOException {
    assertThat(found("", POOLED)).isEmpty();
  }

  @Test
  void aFileThatCannotBeReadIsOneError() throws IOException {
    assertThat(found("free t.T.Pooled giveBack\n", POOLED))
        .containsExactly("[BadOption] META-INF/belay/resources.txt:1: unknown keyword 'free'");
  }

  @Test
  void aMarkOnTheType() throws IOException {
    assertThat(
            found(
                "",
                POOLED.replace(
                    "interface Pooled",
                    "@interface MustCall { String[] value(); }\n"
                        + "@MustCall(\"giveBack\") interface Pooled")))
        .hasSize(1);
  }
}
