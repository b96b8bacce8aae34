package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a method ends with when the failure of the block that was to return is suppressed (D7). */
class SuppressedReturnTest {
  private static final Source SOURCE =
      Source.of(
          "Suppressed",
          """
          final class Suppressed {
            @AsyncResource
            static void calm(Yield<String> scope) {
              try {
                scope.yield("calm");
              } catch (IllegalStateException e) {
                e.getMessage();
              }
            }

            @AsyncResource
            static final class Calm {
              Calm() {}
              void open() {}
              boolean close(Throwable failure) { return true; }
            }

            @AsyncMethod
            static int last(CompletionStage<Integer> stage) {
              using(SuppressedAsync.calm());
              return await(stage);
            }

            @AsyncMethod
            static long ofAClass(CompletionStage<Integer> stage) {
              Calm calm = using(Suppressed_CalmScope.of());
              return await(stage);
            }

            @AsyncMethod
            static boolean nested(CompletionStage<Integer> stage) {
              using(SuppressedAsync.calm());
              {
                using(SuppressedAsync.calm());
                return await(stage) == 1;
              }
            }

            @AsyncMethod
            static char branch(CompletionStage<Integer> stage) {
              if (stage != null) {
                using(SuppressedAsync.calm());
                await(stage);
                return 'a';
              } else {
                return 'b';
              }
            }

            @AsyncMethod
            static double inATry(CompletionStage<Integer> stage) {
              try {
                using(SuppressedAsync.calm());
                return await(stage);
              } finally {
                await(CompletableFuture.completedFuture(2));
              }
            }

            @AsyncMethod
            static int arm(CompletionStage<Integer> stage) {
              int n = 5;
              for (int i = 0; i < 2; i++) {
                n = switch (i) {
                  case 0 -> 3;
                  case 1 -> {
                    using(SuppressedAsync.calm());
                    yield await(stage);
                  }
                  default -> 4;
                };
              }
              return n;
            }

            @AsyncMethod
            static int lastOfColons(CompletionStage<Integer> stage) {
              return switch (2) {
                case 0: yield 3;
                default: {
                  using(SuppressedAsync.calm());
                  yield await(stage);
                }
              };
            }

            @AsyncMethod
            static int doInAnArm(CompletionStage<Integer> stage) {
              return switch (2) {
                case 0 -> 3;
                default -> {
                  do {
                    using(SuppressedAsync.calm());
                    yield await(stage);
                  } while (stage == null);
                }
              };
            }

            @AsyncMethod
            static int switchInAnArm(CompletionStage<Integer> stage) {
              return switch (2) {
                case 2 -> {
                  switch (3) {
                    case 4: yield 5;
                    default: {
                      using(SuppressedAsync.calm());
                      yield await(stage);
                    }
                  }
                }
                default -> 7;
              };
            }

            @AsyncMethod
            static int fallsThrough(CompletionStage<Integer> stage) {
              return switch (1) {
                case 0: yield 3;
                case 1: {
                  using(SuppressedAsync.calm());
                  yield await(stage);
                }
                default: yield 6;
              };
            }

            @AsyncMethod
            static String anObject(CompletionStage<Integer> stage) {
              String text = switch (1) {
                case 1: {
                  using(SuppressedAsync.calm());
                  yield "" + await(stage);
                }
                default: {
                  using(SuppressedAsync.calm());
                  yield "other" + await(stage);
                }
              };
              return text + "!";
            }

            @AsyncMethod
            static int doLoop(CompletionStage<Integer> stage) {
              int turns = 0;
              do {
                using(SuppressedAsync.calm());
                if (turns++ == 1) { return turns + 1; }
                return await(stage);
              } while (true);
            }

            @AsyncMethod
            static int doOnce(CompletionStage<Integer> stage) {
              do {
                using(SuppressedAsync.calm());
                return await(stage);
              } while (stage == null);
            }

            @AsyncMethod
            static int labelled(CompletionStage<Integer> stage) {
              here: {
                using(SuppressedAsync.calm());
                return await(stage);
              }
            }

            @AsyncMethod
            static int unassigned(CompletionStage<Integer> stage) {
              int n;
              {
                using(SuppressedAsync.calm());
                n = await(stage);
              }
              return n;
            }

            @AsyncMethod
            static String unassignedAndFinal(CompletionStage<Integer> stage) {
              final String text;
              boolean known;
              {
                using(SuppressedAsync.calm());
                text = "t" + await(stage);
                known = true;
              }
              java.util.function.Supplier<String> later = () -> text;
              return later.get() + known;
            }

            @AsyncMethod
            static int caught(CompletionStage<Integer> stage) {
              try {
                using(SuppressedAsync.calm());
                return await(stage);
              } catch (IllegalArgumentException e) {
                return 1;
              }
            }

            @AsyncMethod
            static int ofTheSwitch(CompletionStage<Integer> stage) {
              switch (await(CompletableFuture.completedFuture(1))) {
                case 1: {
                  using(SuppressedAsync.calm());
                  return await(stage);
                }
                default:
                  throw new IllegalArgumentException();
              }
            }

            @AsyncMethod
            static int caller(CompletionStage<Integer> stage) {
              return await(SuppressedAsync.last(stage)) + 1;
            }

            @AsyncMethod
            static Integer boxed(CompletionStage<Integer> stage) {
              using(SuppressedAsync.calm());
              return await(stage);
            }

            @AsyncMethod
            static <T> T generic(CompletionStage<T> stage) {
              using(SuppressedAsync.calm());
              return await(stage);
            }

            @AsyncMethod
            static int turns(CompletionStage<Integer> stage) {
              for (int i = 0; ; i++) {
                using(SuppressedAsync.calm());
                if (i == 2) return i;
                i += await(stage);
              }
            }

            @AsyncMethod
            static int behind(CompletionStage<Integer> stage) {
              {
                using(SuppressedAsync.calm());
                return await(stage);
              }
            }

            @AsyncMethod
            static int goesOn(CompletionStage<Integer> stage) {
              int n = 3;
              {
                using(SuppressedAsync.calm());
                n = await(stage);
              }
              return n;
            }

            @AsyncMethod
            @SuppressWarnings("finally")
            static int returned(CompletionStage<Integer> stage) {
              try {
                return await(stage);
              } finally {
                return 7 + await(CompletableFuture.completedFuture(0));
              }
            }

            @AsyncMethod
            @SuppressWarnings("finally")
            static int left(CompletionStage<Integer> stage) {
              out:
              try {
                try {
                  return await(stage);
                } finally {
                  await(CompletableFuture.completedFuture(0));
                  break out;
                }
              } finally {
                await(CompletableFuture.completedFuture(0));
              }
              return 8;
            }

            @AsyncMethod
            @SuppressWarnings("finally")
            static int goingOn(CompletionStage<Integer> stage) {
              for (int i = 0; i < 3; i++) {
                try {
                  using(SuppressedAsync.calm());
                  return await(stage);
                } finally {
                  continue;
                }
              }
              return 9;
            }
          }
          """);

  private static ClassLoader compiled;

  @BeforeAll
  static void compile() {
    compiled = Compiler.machines(List.of(SOURCE)).load();
  }

  /** No failure, no difference. */
  @ParameterizedTest
  @CsvSource({
    "last, 1",
    "ofAClass, 1",
    "nested, true",
    "branch, a",
    "inATry, 1.0",
    "arm, 1",
    "lastOfColons, 1",
    "doInAnArm, 1",
    "switchInAnArm, 1",
    "fallsThrough, 1",
    "anObject, 1!",
    "doLoop, 1",
    "doOnce, 1",
    "labelled, 1",
    "unassigned, 1",
    "unassignedAndFinal, t1true",
    "caught, 1",
    "ofTheSwitch, 1",
    "caller, 2",
    "boxed, 1",
    "generic, 1",
    "turns, 2",
    "behind, 1",
    "goesOn, 1",
    "returned, 7",
    "left, 8",
    "goingOn, 9"
  })
  void D7_withoutAFailureTheValueIsReturned(String method, String value) throws Exception {
    for (boolean later : List.of(false, true)) {
      assertThat(run(method, later, false)).isCompleted();
      assertThat(String.valueOf(run(method, later, false).join())).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "last",
        "ofAClass",
        "nested",
        "branch",
        "inATry",
        "arm",
        "caller",
        "behind",
        "lastOfColons",
        "doOnce",
        "labelled",
        "caught"
      })
  void D7_aPrimitiveResultIsMissed(String method) throws Exception {
    for (boolean later : List.of(false, true)) {
      CompletableFuture<?> future = run(method, later, true);

      assertThat(future).isCompletedExceptionally();
      assertThat(future.handle((value, failure) -> (Object) failure).join())
          .isInstanceOf(IllegalStateException.class)
          .asString()
          .contains("suppressed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"boxed", "generic"})
  void D7_anyOtherResultIsNull(String method) throws Exception {
    for (boolean later : List.of(false, true)) {
      assertThat(run(method, later, true)).isCompletedWithValue(null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "turns, 2",
    "goesOn, 3",
    "returned, 7",
    "left, 8",
    "goingOn, 9",
    "fallsThrough, 6",
    "doLoop, 3",
    "unassigned, 0"
  })
  void D7_theBodyGoesOnWhereItCan(String method, int value) throws Exception {
    for (boolean later : List.of(false, true)) {
      assertThat(run(method, later, true).join()).isEqualTo(value);
    }
  }

  @Test
  void D7_whatCannotMissItsValueSaysNothingOfIt() {
    assertThat(
            Compiler.machines(
                    List.of(
                        Source.of(
                            "Plain",
                            """
                            final class Plain {
                              @AsyncMethod
                              static int m(CompletionStage<Integer> stage) {
                                try { return await(stage); } finally { await(stage); }
                              }
                            }
                            """)))
                .sources()
                .toString())
        .doesNotContain("valueless");
  }

  private static CompletableFuture<?> run(String method, boolean later, boolean fails)
      throws Exception {
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    if (!later) {
      end(stage, fails);
    }
    Method companion =
        compiled
            .loadClass("cases.SuppressedAsync")
            .getDeclaredMethod(method, CompletionStage.class);
    companion.setAccessible(true);
    CompletableFuture<?> future = (CompletableFuture<?>) companion.invoke(null, stage);
    end(stage, fails);
    return future;
  }

  private static void end(CompletableFuture<Integer> stage, boolean fails) {
    if (fails) {
      stage.completeExceptionally(new IllegalStateException("failed"));
    } else {
      stage.complete(1);
    }
  }
}
