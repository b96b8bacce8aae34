package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Named modules, and templates that other compilations use. */
class ModulesTest {
  private static final String TEMPLATES =
      """
      public class T {
        private int calls;
        public T() {}
        @AsyncMethod public int m(int add) {
          calls += await(CompletableFuture.completedFuture(add));
          return calls;
        }
        @AsyncGenerator public static void g(int last, Yield<Integer> out) {
          for (int i = 0; i < last; i++) out.yield(await(CompletableFuture.completedFuture(i)));
        }
        @AsyncResource public static void r(String name, Yield<String> out) {
          await(CompletableFuture.completedFuture(1));
          out.yield(name);
        }
      }
      """;
  private static final String USER =
      """
      public final class U {
        private U() {}
        @AsyncMethod public static int n() {
          int sum = 0;
          String name = using(TAsync.r("abc"));
          for (int i : each(TAsync.g(3))) sum += i;
          return sum + name.length() + await(TAsync.m(new T(), 10));
        }
        public static Object main() { return UAsync.n().join(); }
      }
      """;

  @TempDir Path directory;

  private Build build(String name) {
    return new Build(directory.resolve(name)).options("-Xlint:all,-processing,-options", "-Werror");
  }

  @Test
  void aNamedModule() {
    Build.Outcome outcome =
        build("m")
            .file(
                "module-info.java",
                "module m { requires transitive dev.belay.runtime; exports t; }")
            .type("t.T", TEMPLATES)
            .type("t.U", USER)
            .modular()
            .run();

    assertThat(outcome.generated().resolve("t/TAsync.java")).exists();
    assertThat(Run.inModule(outcome, "m", "t.U", "main")).isEqualTo(16);
  }

  @Test
  void aModuleThatRequiresAnother() {
    Build.Outcome templates =
        build("m")
            .file(
                "module-info.java",
                "module m { requires transitive dev.belay.runtime; exports t; }")
            .type("t.T", TEMPLATES)
            .modular()
            .run();
    assertThat(templates.problems()).isEmpty();
    Build.Outcome user =
        build("n")
            .classPath(templates.classes())
            .file("module-info.java", "module n { requires transitive m; exports u; }")
            .type("u.U", "import t.*;\n" + USER)
            .modular()
            .run();

    assertThat(Run.inModule(user, "n", "u.U", "main", templates.classes())).isEqualTo(16);
  }

  @Test
  void templatesOfAnotherCompilation() throws Exception {
    Build.Outcome templates = build("m").type("t.T", TEMPLATES).run();
    assertThat(templates.problems()).isEmpty();
    // Sources of templates are not there for those who use them.
    Files.delete(directory.resolve("m/src/t/T.java"));
    Build.Outcome user =
        build("n").classPath(templates.classes()).type("u.U", "import t.*;\n" + USER).run();

    assertThat(Run.of(user, "u.U", "main", templates.classes())).isEqualTo(16);
  }

  @Test
  void aModuleThatDoesNotReadTheRuntime() {
    Build.Outcome outcome =
        build("m").file("module-info.java", "module m { }").type("t.T", TEMPLATES).modular().run();

    assertThat(outcome.succeeded()).isFalse();
    assertThat(outcome.errors())
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).contains("T.java").doesNotContain("["));
  }
}
