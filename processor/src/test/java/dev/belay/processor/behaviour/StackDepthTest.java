package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An exception names the line of the template, however deep the body stood, and wherever. */
class StackDepthTest {
  private static final String TEMPLATES =
      """
      final class Deep {
        static int fail(String mark) {
          throw new IllegalStateException(mark);
        }

        @AsyncMethod
        static int loops(CompletionStage<Integer> stage) {
          for (int i = 0; i < 3; i++) {
            do {
              await(stage);
              if (i == 2) {
                fail("x"); // loops
              }
            } while (await(stage) > 1);
          }
          return 0;
        }

        @AsyncMethod
        static int condition(CompletionStage<Integer> stage) {
          int n = 0;
          while (n < 2 || fail("x") > await(stage)) { // condition
            n += await(stage);
          }
          return n;
        }

        @AsyncMethod
        static int finalizer(CompletionStage<Integer> stage) {
          try {
            return await(stage);
          } finally {
            await(stage);
            fail("x"); // finalizer
          }
        }

        @AsyncMethod
        static int handler(CompletionStage<Integer> stage) {
          try {
            try {
              await(stage);
              throw new IllegalArgumentException("inner");
            } catch (IllegalArgumentException e) {
              await(stage);
              fail("x"); // handler
            } finally {
              await(stage);
            }
          } finally {
            await(stage);
          }
          return 0;
        }

        @AsyncMethod
        static int passing(CompletionStage<Integer> stage) {
          for (int i = 0; i < 2; i++) {
            try {
              try {
                if (i + await(stage) == 2) fail("x"); // passing
              } finally {
                await(stage);
              }
            } catch (IllegalStateException e) {
              await(stage);
              throw e;
            }
          }
          return 0;
        }

        @AsyncMethod
        static int operand(CompletionStage<Integer> stage) {
          return Math.max(
              await(stage),
              fail("x") // operand
                  + await(stage));
        }

        @AsyncMethod
        static int arm(CompletionStage<Integer> stage) {
          return switch (await(stage)) {
            case 1 -> {
              await(stage);
              yield fail("x"); // arm
            }
            default -> 0;
          };
        }

        @AsyncResource
        static void scope(CompletionStage<Integer> stage, Yield<Integer> scope) {
          scope.yield(await(stage));
          await(stage);
          fail("x"); // closing
        }

        @AsyncMethod
        static int resource(CompletionStage<Integer> stage) {
          int n = using(DeepAsync.scope(stage));
          n += await(stage);
          return n + fail("x"); // resource
        }

        @AsyncMethod
        static int closing(CompletionStage<Integer> stage) {
          int n = using(DeepAsync.scope(stage));
          return n + await(stage);
        }

        @AsyncGenerator
        static void inner(CompletionStage<Integer> stage, Yield<Integer> out) {
          out.yield(await(stage));
          out.yield(fail("x")); // elements
        }

        @AsyncGenerator
        static void middle(CompletionStage<Integer> stage, Yield<Integer> out) {
          for (int each : each(DeepAsync.inner(stage))) {
            out.yield(each + await(stage));
          }
        }

        @AsyncMethod
        static int elements(CompletionStage<Integer> stage) {
          int sum = 0;
          for (int each : each(DeepAsync.middle(stage))) {
            sum += each;
          }
          return sum;
        }

        @AsyncMethod
        static int divided(CompletionStage<Integer> stage) {
          int sum = 0;
      BODY
          return sum + fail("x"); // divided
        }
      }
      """;

  private static final Source SOURCE =
      Source.of(
          "Deep",
          TEMPLATES.replace("BODY", "    sum += await(stage) * 3 + sum % 7;\n".repeat(400)));

  private static ClassLoader compiled;

  @BeforeAll
  static void compile() {
    compiled = Compiler.machines(List.of(SOURCE)).load();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "loops",
        "condition",
        "finalizer",
        "handler",
        "passing",
        "operand",
        "arm",
        "resource",
        "closing",
        "elements",
        "divided"
      })
  void theLineOfTheTemplateComesNextToThatWhichThrew(String method) throws Exception {
    for (boolean later : List.of(false, true)) {
      List<String> trace = trace(method, later);

      assertThat(trace.get(0)).as("later: %s", later).startsWith("cases.Deep.fail(Deep.java:");
      assertThat(trace.get(1)).as("later: %s", later).endsWith("(Deep.java:" + line(method) + ")");
      assertThat(trace)
          .noneMatch(frame -> frame.contains("DeepAsync") || frame.contains("dev.belay.internal"));
    }
  }

  private static List<String> trace(String method, boolean later) throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    if (!later) {
      stage.complete(1);
    }
    Method companion =
        compiled.loadClass("cases.DeepAsync").getDeclaredMethod(method, CompletionStage.class);
    companion.setAccessible(true);
    CompletableFuture<?> future = (CompletableFuture<?>) companion.invoke(null, stage);
    stage.complete(1);
    assertThat(future).isCompletedExceptionally();
    Throwable failure = future.handle((value, thrown) -> thrown).join();
    return Arrays.stream(failure.getStackTrace()).map(StackTraceElement::toString).toList();
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
