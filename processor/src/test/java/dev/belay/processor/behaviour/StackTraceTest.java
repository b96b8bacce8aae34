package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An exception that leaves a body speaks of the template, not of the machine. */
class StackTraceTest {
  private static final Source SOURCE =
      Source.of(
          "Traced",
          """
          final class Traced {
            @AsyncMethod
            static int fails(CompletionStage<Integer> stage, int awaits) {
              int sum = 0;
              for (int i = 0; i < awaits; i++) {
                sum += await(stage);
              }
              if (sum >= 0) {
                throw new IllegalStateException("thrown"); // HERE
              }
              return sum;
            }

            static int helper(int value) {
              if (value >= 0) {
                throw new IllegalArgumentException("helper"); // HELPER
              }
              return value;
            }

            @AsyncMethod
            static int calls(CompletionStage<Integer> stage) {
              int one = await(stage);
              return one
                  + helper(1)
                  + helper(one); // CALLS
            }

            @AsyncMethod
            static int middle(CompletionStage<Integer> stage) {
              int zero = await(stage) * 0;
              return zero
                  + await(TracedAsync.fails(stage, 2)); // MIDDLE
            }

            @AsyncMethod
            static int outer(CompletionStage<Integer> stage) {
              try {
                return await(TracedAsync.middle(stage)); // OUTER
              } finally {
                stage.toString();
              }
            }

            @AsyncGenerator
            static void numbers(CompletionStage<Integer> stage, Yield<Integer> out) {
              out.yield(await(stage));
              out.yield(Integer.parseInt("x")); // NUMBERS
            }

            @AsyncMethod
            static int sum(CompletionStage<Integer> stage) {
              int sum = 0;
              for (int each : each(TracedAsync.numbers(stage))) { // SUM
                sum += each;
              }
              return sum;
            }

            @AsyncMethod
            static int lambda(CompletionStage<Integer> stage) {
              int n = await(stage);
              Supplier<Integer> supplier =
                  () -> 7 / (n - n); // LAMBDA
              return supplier.get(); // GET
            }

            @AsyncMethod
            static int missing(CompletionStage<Integer> stage) {
              await(stage);
              return await((CompletionStage<Integer>) null); // MISSING
            }

            @AsyncMethod
            static int passes(CompletionStage<Integer> stage) {
              return await(stage);
            }
          }
          """);

  private static ClassLoader compiled;

  @BeforeAll
  static void compile() {
    compiled = Compiler.machines(List.of(SOURCE)).load();
  }

  @Test
  void theLineThatThrowsWhateverWasAwaitedBefore() throws Exception {
    for (int awaits = 0; awaits < 4; awaits++) {
      for (boolean later : List.of(false, true)) {
        assertThat(trace("fails", later, awaits).get(0)).isEqualTo(frame("fails", "HERE"));
      }
    }
  }

  @Test
  void aMethodThatTheBodyCalls() throws Exception {
    for (boolean later : List.of(false, true)) {
      assertThat(trace("calls", later).subList(0, 2))
          .containsExactly(frame("helper", "HELPER"), frame("calls", line("CALLS") - 1));
    }
  }

  @Test
  void theMachineryIsLeftOut() throws Exception {
    for (String method : List.of("calls", "outer", "sum", "lambda", "missing")) {
      for (boolean later : List.of(false, true)) {
        assertThat(trace(method, later))
            .noneMatch(
                frame -> frame.contains("TracedAsync") || frame.contains("dev.belay.internal"));
      }
    }
  }

  @Test
  void bodiesThatAwaitEachOtherCalleeFirst() throws Exception {
    for (boolean later : List.of(false, true)) {
      assertThat(trace("outer", later).subList(0, 3))
          .containsExactly(
              frame("fails", "HERE"), frame("middle", "MIDDLE"), frame("outer", "OUTER"));
    }
  }

  @Test
  void aGeneratorAndItsLoop() throws Exception {
    for (boolean later : List.of(false, true)) {
      assertThat(trace("sum", later))
          .containsSubsequence(frame("numbers", "NUMBERS"), frame("sum", "SUM"));
    }
  }

  @Test
  void aLambdaOfTheBody() throws Exception {
    for (boolean later : List.of(false, true)) {
      assertThat(trace("lambda", later))
          .first()
          .asString()
          .matches(
              "cases\\.Traced\\.lambda\\$lambda\\$\\d+\\(Traced\\.java:" + line("LAMBDA") + "\\)");
      assertThat(trace("lambda", later)).contains(frame("lambda", "GET"));
    }
  }

  @Test
  void whatTheRuntimeThrowsIsThrownByTheBody() throws Exception {
    assertThat(trace("missing", true).get(0)).isEqualTo(frame("missing", "MISSING"));
  }

  @Test
  void H16_whatIsOnlyPassedOnStaysAsItIs() throws Exception {
    Throwable foreign = new IllegalStateException("foreign");
    StackTraceElement[] before = foreign.getStackTrace();
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    CompletableFuture<?> one = start("passes", stage);
    CompletableFuture<?> other = start("passes", stage);
    stage.completeExceptionally(foreign);
    assertThat(failure(one)).isSameAs(foreign);
    assertThat(failure(other)).isSameAs(foreign);
    assertThat(foreign.getStackTrace()).containsExactly(before);
    assertThat(foreign.getSuppressed()).isEmpty();
  }

  private static List<String> trace(String method, boolean later, Object... more) throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    if (!later) {
      stage.complete(1);
    }
    CompletableFuture<?> future = start(method, stage, more);
    stage.complete(1);
    return Arrays.stream(failure(future).getStackTrace())
        .map(
            e ->
                e.getClassName()
                    + "."
                    + e.getMethodName()
                    + "("
                    + e.getFileName()
                    + ":"
                    + e.getLineNumber()
                    + ")")
        .toList();
  }

  private static CompletableFuture<?> start(
      String method, CompletionStage<Integer> stage, Object... more) throws Exception {
    Method companion =
        Arrays.stream(compiled.loadClass("cases.TracedAsync").getDeclaredMethods())
            .filter(each -> each.getName().equals(method))
            .findFirst()
            .orElseThrow();
    companion.setAccessible(true);
    Object[] arguments = Stream.concat(Stream.of(stage), Arrays.stream(more)).toArray();
    return (CompletableFuture<?>) companion.invoke(null, arguments);
  }

  private static Throwable failure(CompletableFuture<?> future) {
    assertThat(future).isCompletedExceptionally();
    return future.handle((value, thrown) -> thrown).join();
  }

  private static String frame(String method, String mark) {
    return frame(method, line(mark));
  }

  private static String frame(String method, int line) {
    return "cases.Traced." + method + "(Traced.java:" + line + ")";
  }

  private static int line(String mark) {
    List<String> lines = SOURCE.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).endsWith("// " + mark)) {
        return i + 1;
      }
    }
    throw new AssertionError(mark);
  }
}
