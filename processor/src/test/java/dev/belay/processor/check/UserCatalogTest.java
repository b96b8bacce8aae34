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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users tell the checker of their own types. */
class UserCatalogTest {
  @TempDir Path classPath;

  private List<String> found(String facts, String source) throws IOException {
    if (!facts.isEmpty()) {
      Path file = classPath.resolve(UserCatalog.FILE);
      Files.createDirectories(file.getParent());
      Files.writeString(file, facts);
    }
    List<File> path =
        Stream.concat(
                Stream.of(classPath.toFile()),
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
