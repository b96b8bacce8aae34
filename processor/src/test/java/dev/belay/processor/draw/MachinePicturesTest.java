package dev.belay.processor.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which states a template has, and what leads from one to the next. */
class MachinePicturesTest {
  @TempDir private Path directory;

  @Test
  void aResourceIsReleasedOnEveryWayOut() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncResource
            static void session(Yield<String> scope) {
              String session = await(CompletableFuture.completedFuture("s"));
              try {
                scope.yield(session);
              } finally {
                await(CompletableFuture.completedFuture(session));
              }
            }
            """);

    assertThat(drawn.name()).isEqualTo("T.session");
    assertThat(drawn.states()).containsExactly("start", "1 await", "2 yield", "3 await", "end");
    assertThat(drawn.edges())
        .containsExactlyInAnyOrder(
            "start > 1", "start ! end", "1 > 2", "1 ! end", "2 > 3", "2 ! 3", "3 > end", "3 ! end");
  }

  /** Nothing can fail at a yield that nobody answers; a close passes no catch clause. */
  @Test
  void aGeneratorIsClosedWhereItYields() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncGenerator
            static void numbers(Yield<Integer> out) {
              for (int i = 0; i < 9; i++) {
                try {
                  out.yield(i);
                } catch (RuntimeException e) {
                  await(CompletableFuture.completedFuture(i));
                }
              }
            }
            """);

    assertThat(drawn.states()).containsExactly("start", "1 yield", "2 await", "end");
    assertThat(drawn.edges())
        .containsExactlyInAnyOrder(
            "start > 1", "start > end", "start ! end", "1 > 1", "1 > end", "1 ! end");
  }

  @Test
  void aCaughtFailureGoesOn() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncMethod
            static String first(CompletionStage<String> a, CompletionStage<String> b) {
              try {
                return await(a);
              } catch (Throwable e) {
                return await(b);
              }
            }
            """);

    assertThat(drawn.edges())
        .containsExactlyInAnyOrder("start > 1", "1 > end", "1 ? 2", "2 > end", "2 ! end");
  }

  /** A clause for one kind of exception leaves the others alone. */
  @Test
  void whatIsNotCaughtPassesBy() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncMethod
            static String first(CompletionStage<String> a, CompletionStage<String> b) {
              try {
                return await(a);
              } catch (IllegalStateException e) {
                return await(b);
              }
            }
            """);

    assertThat(drawn.edges()).contains("1 ? 2", "1 ! end");
  }

  @Test
  void aFinallyThatSuspendsNowhereIsAStopToo() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncGenerator
            static void numbers(java.util.concurrent.locks.Lock lock, Yield<Integer> out) {
              try {
                out.yield(1);
                return;
              } finally {
                lock.unlock();
              }
            }
            """);

    assertThat(drawn.states()).containsExactly("start", "1 yield", "finally", "end");
    assertThat(drawn.edges())
        .containsExactlyInAnyOrder("start > 1", "1 > finally", "1 ! finally", "finally > end");
  }

  @Test
  void scopesAndLoopsOverSequencesAreClosed() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncMethod
            static int count(AsyncScope<AsyncIterable<String>> scope) {
              int count = 0;
              AsyncIterable<String> texts = using(scope);
              for (String text : each(texts)) {
                if (text.isEmpty()) break;
                count++;
              }
              return count;
            }
            """);

    assertThat(drawn.states())
        .containsExactly("start", "1 open", "2 next element", "3 close", "4 close", "end");
    assertThat(drawn.edges())
        .contains("1 > 2", "2 > 2", "2 > 3", "2 ! 3", "3 > 4", "3 ! 4", "4 > end", "4 ! end")
        .doesNotContain("2 > 4", "2 ! 4", "2 ! end", "3 ! end", "3 > end");
  }

  @Test
  void whatIsSuppressedGoesOnBehindTheScope() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncMethod
            static void twice(AsyncScope<String> scope, CompletionStage<?> last) {
              {
                using(scope);
                if (true) throw new IllegalStateException();
              }
              await(last);
            }
            """);

    assertThat(drawn.edges()).contains("1 ! 2", "2 > 3", "2 ! end");
  }

  @Test
  void resourcesOfATryAreClosedWhereNothingSuspends() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncMethod
            static int read(java.io.InputStream in, CompletionStage<?> stage)
                throws java.io.IOException {
              try (var held = in) {
                await(stage);
                return held.read();
              }
            }
            """);

    assertThat(drawn.states()).containsExactly("start", "1 await", "finally", "end");
    assertThat(drawn.edges()).contains("1 > finally", "1 ! finally", "finally ! end");
  }

  @Test
  void jumpsPassTheFinallyBlocksInBetween() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncMethod
            static void loops(List<CompletionStage<Integer>> all, CompletionStage<?> release) {
              outer:
              for (CompletionStage<Integer> one : all) {
                for (;;) {
                  try {
                    switch (await(one)) {
                      case 0: continue outer;
                      case 1: break outer;
                      default:
                    }
                  } finally {
                    await(release);
                  }
                }
              }
              await(release);
            }
            """);

    assertThat(drawn.edges())
        .contains("start > 1", "start > 3", "1 > 2", "1 ! 2", "2 > 1", "2 > 3", "2 ! end")
        .doesNotContain("1 > 1", "1 > 3", "1 ! end");
  }

  @Test
  void branchesAndSwitchesMeetAgain() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncMethod
            static void choose(int kind, CompletionStage<?> a, CompletionStage<?> b) {
              switch (kind) {
                case 0 -> await(a);
                case 1 -> { }
                default -> await(b);
              }
              if (kind > 2) {
                await(a);
              } else {
                await(b);
              }
            }
            """);

    assertThat(drawn.edges())
        .contains("start > 1", "start > 2", "start > 3", "start > 4", "1 > 3", "2 > 4", "4 > end")
        .doesNotContain("1 > 2", "3 > 4", "start > end");
  }

  /** What is closed while it cleans up goes on cleaning up. */
  @Test
  void nothingIsCutShortInARelease() throws Exception {
    Drawn drawn =
        drawn(
            """
            @AsyncGenerator
            static void numbers(CompletionStage<?> a, CompletionStage<?> b, Yield<Integer> out) {
              try {
                out.yield(1);
              } finally {
                await(a);
                await(b);
              }
            }
            """);

    assertThat(drawn.edges())
        .containsExactlyInAnyOrder(
            "start > 1", "1 > 2", "1 ! 2", "2 > 3", "2 ! end", "3 > end", "3 ! end");
  }

  @Test
  void whatNobodyCouldReadIsNotDrawn() throws Exception {
    String template =
        "@AsyncMethod static void all(boolean c, CompletionStage<?> a) {"
            + "if (c) await(a);\n".repeat(80)
            + "}";
    Drawn.compile(directory, List.of(Source.of("T", "final class T {\n" + template + "}\n")));

    assertThat(directory.resolve("belay.html"))
        .content()
        .contains("T.all", "Too large to draw: 82 stops, and 3")
        .doesNotContain("data-state");
  }

  private Drawn drawn(String template) throws Exception {
    return Drawn.of(directory, Source.of("T", "final class T {\n" + template + "}\n")).get(0);
  }
}
