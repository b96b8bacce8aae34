package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that are legal and odd, and sources that are half written. */
class OddSourcesTest {
  @TempDir Path directory;

  @Test
  void theUnnamedPackage() {
    Build.Outcome outcome =
        new Build(directory)
            .options("-Xlint:all,-processing", "-Werror")
            .file(
                "T.java",
                """
                import dev.belay.AsyncMethod;
                import static dev.belay.Async.await;
                import java.util.concurrent.*;
                class T {
                  private int n = 4;
                  @AsyncMethod int m() { return n + await(CompletableFuture.completedFuture(1)); }
                  static Object main() { return TAsync.m(new T()).join(); }
                }
                """)
            .run();

    assertThat(Run.of(outcome, "T", "main")).isEqualTo(5);
  }

  @Test
  void fiveLevelsDeep() {
    Build.Outcome outcome =
        new Build(directory)
            .options("-Xlint:all,-processing", "-Werror")
            .type(
                "t.A",
                """
                class A {
                  private int a = 1;
                  class B { interface C { enum D { ONE; record E(int e) {
                    static class F {
                      private int f = 2;
                      @AsyncMethod int m() { return f + await(CompletableFuture.completedFuture(3)); }
                    }
                  } } } }
                  static Object main() { return A_B_C_D_E_FAsync.m(new A.B.C.D.E.F()).join(); }
                }
                """)
            .run();

    assertThat(Run.of(outcome, "t.A", "main")).isEqualTo(5);
  }

  /** Whatever is wrong is javac's to say, and it says it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "class T extends U { @AsyncMethod int m() { return await(s()); } } class U extends T {}",
        "class T extends U.V { @AsyncMethod int m() { return 1; } } class U extends T { static"
            + " class V {} }",
        "interface T extends T { @AsyncMethod default int m() { return 1; } }",
        "class T { @AsyncMethod(1) int m() { return 1; } }",
        "class T { @AsyncMethod(value = ) int m() { return 1; } }",
        "@AsyncResource(open = 1) class T { void open() {} void close(Throwable t) {} }",
        "@AsyncResource(close = NAME) class T { void open() {} void close(Throwable t) {} }",
        "@AsyncResource(shut = \"c\") class T { void open() {} void close(Throwable t) {} }",
        "class T { @AsyncMethod @AsyncMethod int m() { return 1; } }",
        "class T { @AsyncMethod int m() { return 1; } @AsyncMethod int m() { return 2; } }",
        "class T { @AsyncMethod int m() { return 1; } } class T {}",
        "class T { @AsyncMethod int m() { Runnable r = () -> { await( }; return 1; } }",
        "class T { @AsyncMethod int m() { Runnable r = () -> { int x = ; }; return 1; } }",
        "class T { @AsyncMethod int m() { Runnable r = () -> Missing.call(; return 1; } }",
        "class T { @AsyncMethod int m() { Runnable r = x -> ; return 1; } }",
        "class T { @AsyncMethod int m() { Object o = new Object() { int f( { } }; return 1; } }",
        "class T { @AsyncMethod int m(int a, int a) { return 1; } }",
        "class T { @AsyncMethod <A, A> int m() { return 1; } }",
        "class T { @AsyncMethod int m() { class L { Missing f; } return 1; } }"
      })
  void mistakesAreJavacs(String text) {
    Build.Outcome outcome = new Build(directory).type("t.T", text).run();
    Build.Outcome reference =
        new Build(directory.resolve("reference"))
            .tools(List.of(Tool.MAPSTRUCT)) // with a processor, javac says other things
            .type("t.T", text)
            .run();

    assertThat(reference.errors()).isNotEmpty();
    assertThat(outcome.errors()).isNotEmpty();
    assertThat(outcome.problems())
        .noneMatch(it -> it.contains("[InternalFault]") || it.contains("[NestedCompilation]"))
        .noneMatch(it -> it.contains("TAsync.java") || it.contains("Exception: "));
    assertThat(outcome.console()).isEmpty();
    assertThat(outcome.errors().size()).isLessThanOrEqualTo(reference.errors().size());
  }

  /** Error Prone has javac go on behind errors: the checker sees classes with mistakes in them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "@AsyncResource(open = 1) class T { void open() {} void close(Throwable t) {} }",
        "@AsyncResource(close = NAME) class T { void open() {} void close(Throwable t) {} }",
        "@AsyncResource(open = {\"a\", \"b\"}) class T { void open() {} void close() {} }",
        "@SuppressWarnings(1) class T { void f() { CompletableFuture.runAsync(() -> {}); } }",
        "class T { @SuppressWarnings(NAME) void f() { CompletableFuture.runAsync(() -> {}); } }",
        "class T { @SuppressWarnings(T.class) @AsyncMethod int m() { await(null); return 1; } }"
      })
  void mistakesAreNoFaultsOfTheChecker(String text) {
    Build.Outcome outcome =
        new Build(directory).options("-XDshould-stop.ifError=FLOW").type("t.T", text).run();

    assertThat(outcome.errors()).isNotEmpty();
    assertThat(outcome.problems())
        .noneMatch(it -> it.contains("[InternalFault]") || it.contains("Exception: "));
    assertThat(outcome.console()).isEmpty();
  }

  @Test
  void anUnresolvedTypeOfALocalClassIsOneError() {
    assertThat(
            new Build(directory)
                .type(
                    "t.T",
                    """
                    class T {
                      @AsyncMethod static int m(CompletionStage<?> s) {
                        class Local { Missing field; Object get() { return field; } }
                        await(s);
                        return new Local().get() == null ? 1 : 2;
                      }
                      static Object main() { return TAsync.m(null); }
                    }
                    """)
                .run()
                .errors())
        .singleElement()
        .asString()
        .contains("cannot find symbol", "class Missing");
  }
}
