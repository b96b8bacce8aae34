package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A call that is awaited at once is a part of the run that awaits it, and one whose future is kept
 * first is not: nobody must see the difference, whenever a cancel, a close or a failure comes.
 */
class OwnCallsTest {
  private static final Source SOURCE =
      Source.of(
          "Called",
          """
          public final class Called implements dev.belay.processor.behaviour.CalledBodies {
            @AsyncMethod
            private static String leaf(String name, Steps steps) {
              steps.trace(name + " begins");
              try {
                steps.trace(name + " has " + await(steps.stage()));
                steps.trace(name + " has " + await(steps.stage()));
              } catch (CancellationException e) {
                steps.trace(name + " is told");
                if (name.startsWith("stubborn")) {
                  return name + " " + await(steps.stage());
                }
                throw e;
              } finally {
                steps.trace(name + " releases");
                steps.trace(name + " released " + await(steps.stage()));
              }
              return name;
            }

            @AsyncMethod
            private static String middle(String name, Steps steps, boolean atOnce) {
              String first = await(steps.stage());
              try {
                return first + (atOnce
                    ? await(CalledAsync.leaf(name, steps))
                    : await(kept(CalledAsync.leaf(name, steps))));
              } finally {
                steps.trace("middle leaves " + (atOnce
                    ? await(CalledAsync.leaf("release of " + name, steps))
                    : await(kept(CalledAsync.leaf("release of " + name, steps)))));
              }
            }

            @AsyncMethod
            private static String caller(Steps steps, boolean atOnce) {
              String all = "";
              for (String name : List.of("leaf", "stubborn", "last")) {
                try {
                  all += atOnce
                      ? await(CalledAsync.middle(name, steps, true))
                      : await(kept(CalledAsync.middle(name, steps, false)));
                } catch (IllegalStateException e) {
                  steps.trace("caught " + e.getMessage());
                  all += await(steps.stage());
                }
              }
              return all;
            }

            @AsyncGenerator
            private static void letters(Steps steps, boolean atOnce, Yield<String> out) {
              try {
                for (String name : List.of("leaf", "stubborn")) {
                  out.yield(atOnce
                      ? await(CalledAsync.middle(name, steps, true))
                      : await(kept(CalledAsync.middle(name, steps, false))));
                  steps.trace("after " + name + " " + await(steps.stage()));
                }
              } finally {
                steps.trace("letters end " + await(steps.stage()));
              }
            }

            @AsyncGenerator
            private static void looped(Steps steps, boolean atOnce, Yield<String> out) {
              for (String each : each(CalledAsync.letters(steps, atOnce))) {
                out.yield(each + (atOnce
                    ? await(CalledAsync.leaf("looped", steps))
                    : await(kept(CalledAsync.leaf("looped", steps)))));
              }
            }

            @AsyncMethod
            private static String around(Steps steps, boolean atOnce) {
              String result = "none";
              try {
                {
                  TaskGroup group = using(TaskGroup.scope());
                  group.fork(() -> steps.task());
                  result = atOnce
                      ? await(CalledAsync.middle("leaf", steps, true))
                      : await(kept(CalledAsync.middle("leaf", steps, false)));
                  steps.trace("in the block " + await(steps.stage()));
                }
              } catch (IllegalStateException e) {
                steps.trace("the group failed: " + e.getMessage());
              }
              return result + await(steps.stage());
            }

            @AsyncResource
            private static void session(Steps steps, boolean atOnce, Yield<String> out) {
              String opened = atOnce
                  ? await(CalledAsync.middle("leaf", steps, true))
                  : await(kept(CalledAsync.middle("leaf", steps, false)));
              try {
                out.yield(opened);
              } finally {
                steps.trace("closed " + (atOnce
                    ? await(CalledAsync.leaf("close", steps))
                    : await(kept(CalledAsync.leaf("close", steps)))));
              }
            }

            @AsyncMethod
            private static String used(Steps steps, boolean atOnce) {
              String opened = using(CalledAsync.session(steps, atOnce));
              return opened + await(steps.stage());
            }

            private static <T> T kept(T stage) {
              return stage;
            }

            @Override
            public CompletableFuture<String> method(Steps steps, boolean atOnce) {
              return CalledAsync.caller(steps, atOnce);
            }

            @Override
            public AsyncIterable<String> generator(Steps steps, boolean atOnce) {
              return CalledAsync.looped(steps, atOnce);
            }

            @Override
            public CompletableFuture<String> grouped(Steps steps, boolean atOnce) {
              return CalledAsync.around(steps, atOnce);
            }

            @Override
            public CompletableFuture<String> opening(Steps steps, boolean atOnce) {
              return CalledAsync.used(steps, atOnce);
            }

            @AsyncMethod
            private static int deep(CompletionStage<Integer> last, int depth) {
              return depth == 0 ? await(last) : 1 + await(CalledAsync.deep(last, depth - 1));
            }

            @Override
            public CompletableFuture<Integer> deep(int depth, CompletionStage<Integer> last) {
              return CalledAsync.deep(last, depth);
            }
          }
          """);

  private static CalledBodies bodies;

  @BeforeAll
  static void compile() throws ReflectiveOperationException {
    bodies =
        (CalledBodies)
            Compiler.machines(List.of(SOURCE))
                .load()
                .loadClass("cases.Called")
                .getConstructor()
                .newInstance();
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "FAILURE"})
  void G20_inAMethod(EveryStep.Event event) {
    EveryStep.same(event, 20, (steps, atOnce) -> bodies.method(steps, atOnce));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "CLOSE", "FAILURE"})
  void A31_inAGenerator(EveryStep.Event event) {
    EveryStep.same(event, 20, (steps, atOnce) -> steps.consume(bodies.generator(steps, atOnce)));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "FAILURE", "TASK_FAILS"})
  void G16_inTheBlockOfAGroup(EveryStep.Event event) {
    EveryStep.same(event, 7, (steps, atOnce) -> bodies.grouped(steps, atOnce));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "FAILURE"})
  void D19_inAResource(EveryStep.Event event) {
    EveryStep.same(event, 8, (steps, atOnce) -> bodies.opening(steps, atOnce));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 99, 100, 101, 250, 10_000})
  void H10_deepCalls(int depth) {
    CompletableFuture<Integer> last = new CompletableFuture<>();
    CompletableFuture<Integer> sum = bodies.deep(depth, last);
    assertThat(sum).isNotDone();
    last.complete(7);
    assertThat(sum).isCompletedWithValue(depth + 7);
    assertThat(bodies.deep(depth, last)).isCompletedWithValue(depth + 7);
  }

  @Test
  void G20_aCancelFindsTheDeepestCall() {
    CompletableFuture<Integer> last = new CompletableFuture<>();
    CompletableFuture<Integer> sum = bodies.deep(150, last);
    assertThat(sum.cancel(true)).isTrue();
    assertThat(last).isCancelled();
    assertThat(sum).isCancelled();
  }
}
