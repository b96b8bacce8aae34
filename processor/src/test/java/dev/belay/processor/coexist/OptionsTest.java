package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options of javac that a build may have. */
class OptionsTest {
  private static final int RUNNING = Runtime.version().feature();
  private static final String TEMPLATES =
      """
      class T {
        private final List<String> seen = new ArrayList<>();
        @SuppressWarnings("deprecation")
        @AsyncMethod <X> int m(List<? extends X> values, int... add) throws java.io.IOException {
          Thread.yield();
          for (Object each : values) {
            try (var in = new java.io.StringReader(String.valueOf(each))) {
              seen.add(await(CompletableFuture.completedFuture("x")) + in.read());
            } catch (RuntimeException e) {
              await(CompletableFuture.completedFuture(e));
            } finally {
              await(CompletableFuture.completedFuture(1));
            }
          }
          switch (await(CompletableFuture.completedFuture(add.length))) {
            case 0: seen.add("none");
              break;
            default: seen.add("some");
          }
          return seen.size();
        }
        @AsyncGenerator static void g(int last, Yield<Integer> out) {
          for (int i = 0; i < last; i++) out.yield(await(CompletableFuture.completedFuture(i)));
        }
        static Object main() { return TAsync.m(new T(), List.of(1, 2), 3).join(); }
      }
      """;

  @TempDir Path directory;

  private Build build() {
    return new Build(directory).type("t.T", TEMPLATES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-parameters",
        "-g:none",
        "-g",
        "-Xdiags:verbose",
        "-XDcompilePolicy=byfile",
        "-XDcompilePolicy=simple",
        "--enable-preview --release %d",
        "--release 17",
        "-source 17 -target 17",
        "-implicit:class",
        "-Xpkginfo:always",
        "-Akey=value",
        "-encoding UTF-8",
        "-verbose"
      })
  void anyOption(String options) {
    Build.Outcome outcome =
        build()
            .options(
                Stream.concat(
                        Stream.of(options.formatted(RUNNING).split(" ")),
                        Stream.of("-Xlint:-options"))
                    .toArray(String[]::new))
            .run();

    assertThat(outcome.errors()).isEmpty();
    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.classes().resolve("t/TAsync.class")).exists();
  }

  @Test
  void allWarningsAreErrors() {
    Build.Outcome outcome = build().options("-Xlint:all", "-Werror").run();

    assertThat(Run.of(outcome, "t.T", "main")).isEqualTo(3);
  }

  @Test
  void anOlderRelease() throws IOException {
    Build.Outcome outcome =
        build().options("--release", "17", "-Xlint:all,-options", "-Werror").run();

    assertThat(Run.of(outcome, "t.T", "main")).isEqualTo(3);
    try (Stream<Path> classes = Files.walk(outcome.classes())) {
      List<Path> all = classes.filter(file -> file.toString().endsWith(".class")).toList();
      assertThat(all).isNotEmpty().allSatisfy(file -> assertThat(version(file)).isEqualTo(61));
    }
  }

  private static int version(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return ((bytes[6] & 0xFF) << 8) | (bytes[7] & 0xFF);
  }

  @Test
  void namesOfParameters() throws Exception {
    Build.Outcome outcome = build().options("-parameters").run();

    assertThat(outcome.problems()).isEmpty();
    URL[] path = {outcome.classes().toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
      Method m =
          Stream.of(loader.loadClass("t.TAsync").getDeclaredMethods())
              .filter(each -> each.getName().equals("m"))
              .findFirst()
              .orElseThrow();
      assertThat(
              Stream.of(m.getParameters()).map(each -> each.getName() + " " + each.isNamePresent()))
          .containsExactly("self true", "values true", "add true");
      assertThat(m.isVarArgs()).isTrue();
    }
  }

  @Test
  void processingOnlyAndCompilingAfterwards() {
    Build.Outcome generated = build().options("-proc:only").run();
    assertThat(generated.problems()).isEmpty();
    assertThat(generated.generated().resolve("t/TAsync.java")).exists();
    assertThat(generated.classes().resolve("t/T.class")).doesNotExist();

    Build.Outcome compiled =
        build()
            .addGenerated()
            .tools(List.of())
            .options("-proc:none", "-Xlint:all", "-Werror")
            .run();

    assertThat(Run.of(compiled, "t.T", "main")).isEqualTo(3);
  }

  @Test
  void processingInFull() {
    assumeTrue(RUNNING >= 21);

    assertThat(Run.of(build().options("-proc:full").run(), "t.T", "main")).isEqualTo(3);
  }

  @Test
  void theSameBytesFromBuildToBuild() throws IOException {
    Build.Outcome first = build().run();
    String once = Files.readString(first.generated().resolve("t/TAsync.java"));
    Build.Outcome second = build().run();

    assertThat(second.problems()).isEmpty();
    assertThat(Files.readString(second.generated().resolve("t/TAsync.java"))).isEqualTo(once);
  }
}
