package dev.belay.processor.behaviour;

import dev.belay.processor.behaviour.EveryStep.Event;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A resource template of the same companion is resumed by the body that uses it, and a scope that
 * was kept first is not: nobody must see the difference, whenever a cancel, a close or a failure
 * comes.
 */
class OwnScopesTest {
  private static final Source SOURCE =
      Source.of(
          "Used",
          """
          public final class Used implements dev.belay.processor.behaviour.UsingBodies {
            @AsyncResource
            private static void held(String name, Steps steps, Yield<String> out) {
              steps.trace(name + " opens");
              if (name.startsWith("broken")) {
                throw new IllegalStateException(name);
              }
              String opened = await(steps.stage());
              try {
                do {
                  out.yield(name + " " + opened);
                  steps.trace(name + " is left");
                } while (name.startsWith("greedy"));
              } catch (IllegalStateException e) {
                steps.trace(name + " sees " + e.getMessage());
                if (!name.startsWith("tolerant")) {
                  throw e;
                }
              } finally {
                steps.trace(name + " releases");
                steps.trace(name + " released " + await(steps.stage()));
                if (name.startsWith("replacing")) {
                  throw new IllegalStateException("by the release");
                }
              }
            }

            @AsyncMethod
            private static String block(String name, Steps steps, boolean atOnce) {
              if (atOnce) {
                String outer = using(UsedAsync.held(name, steps));
                steps.trace("has " + outer);
                String inner = using(UsedAsync.held("inner", steps));
                steps.trace("has " + await(steps.stage()) + inner);
                if (name.endsWith("failing")) {
                  throw new IllegalStateException("of the block");
                }
                return outer;
              } else {
                String outer = using(kept(UsedAsync.held(name, steps)));
                steps.trace("has " + outer);
                String inner = using(kept(UsedAsync.held("inner", steps)));
                steps.trace("has " + await(steps.stage()) + inner);
                if (name.endsWith("failing")) {
                  throw new IllegalStateException("of the block");
                }
                return outer;
              }
            }

            @AsyncMethod
            private static String all(Steps steps, boolean atOnce) {
              String all = "";
              for (String name :
                  List.of("plain", "failing", "tolerant failing", "replacing failing", "replacing",
                      "broken", "greedy", "greedy failing")) {
                try {
                  all += await(UsedAsync.block(name, steps, atOnce));
                } catch (IllegalStateException e) {
                  steps.trace("caught " + e.getMessage() + List.of(e.getSuppressed()));
                }
              }
              return all;
            }

            @AsyncGenerator
            private static void letters(Steps steps, boolean atOnce, Yield<String> out) {
              for (String name : List.of("first", "tolerant")) {
                if (atOnce) {
                  String held = using(UsedAsync.held(name, steps));
                  out.yield(held);
                  steps.trace("after " + name + " " + await(steps.stage()));
                } else {
                  String held = using(kept(UsedAsync.held(name, steps)));
                  out.yield(held);
                  steps.trace("after " + name + " " + await(steps.stage()));
                }
              }
            }

            @AsyncGenerator
            private static void calling(Steps steps, boolean atOnce, Yield<String> out) {
              for (String name : List.of("first", "tolerant failing")) {
                out.yield(await(UsedAsync.block(name, steps, atOnce)));
              }
            }

            @AsyncMethod
            private static String around(Steps steps, boolean atOnce) {
              try {
                {
                  TaskGroup group = using(TaskGroup.scope());
                  group.fork(() -> steps.task());
                  String all = await(UsedAsync.block("grouped", steps, atOnce));
                  steps.trace("in the block " + all + await(steps.stage()));
                }
              } catch (IllegalStateException e) {
                steps.trace("the group failed: " + e.getMessage());
              }
              return await(steps.stage());
            }

            @AsyncMethod
            private static String last(Steps steps, boolean atOnce) {
              try {
                return await(steps.stage());
              } finally {
                if (atOnce) {
                  String held = using(UsedAsync.held("last", steps));
                  steps.trace(held + await(steps.stage()));
                } else {
                  String held = using(kept(UsedAsync.held("last", steps)));
                  steps.trace(held + await(steps.stage()));
                }
              }
            }

            @AsyncResource
            private static void outer(Steps steps, boolean atOnce, Yield<String> out) {
              if (atOnce) {
                String held = using(UsedAsync.held("in a stack", steps));
                out.yield(held);
              } else {
                String held = using(kept(UsedAsync.held("in a stack", steps)));
                out.yield(held);
              }
            }

            @AsyncGenerator
            private static void ticks(Steps steps, Yield<String> out) {
              for (int i = 0; i < 2; i++) {
                out.yield("tick " + i + await(steps.stage()));
              }
            }

            @SuppressWarnings("YieldCount")
            @AsyncResource
            private static void looped(Steps steps, boolean atOnce, Yield<String> out) {
              boolean first = true;
              for (String tick : each(atOnce ? UsedAsync.ticks(steps) : kept(UsedAsync.ticks(steps)))) {
                steps.trace(tick);
                if (first) {
                  first = false;
                  out.yield(tick);
                }
              }
            }

            @AsyncMethod
            private static String stacked(Steps steps, boolean atOnce) {
              AsyncStack stack = using(AsyncStack.scope());
              String outer = await(stack.enter(UsedAsync.outer(steps, atOnce)));
              String looped = await(stack.enter(UsedAsync.looped(steps, atOnce)));
              return outer + looped + await(steps.stage());
            }

            private static <T> T kept(T scope) {
              return scope;
            }

            @Override
            public CompletableFuture<String> method(Steps steps, boolean atOnce) {
              return UsedAsync.all(steps, atOnce);
            }

            @Override
            public AsyncIterable<String> generator(Steps steps, boolean atOnce) {
              return UsedAsync.letters(steps, atOnce);
            }

            @Override
            public CompletableFuture<String> grouped(Steps steps, boolean atOnce) {
              return UsedAsync.around(steps, atOnce);
            }

            @Override
            public CompletableFuture<String> stack(Steps steps, boolean atOnce) {
              return UsedAsync.stacked(steps, atOnce);
            }

            @Override
            public CompletableFuture<String> releasing(Steps steps, boolean atOnce) {
              return UsedAsync.last(steps, atOnce);
            }

            @Override
            public AsyncIterable<String> called(Steps steps, boolean atOnce) {
              return UsedAsync.calling(steps, atOnce);
            }
          }
          """
              .replace("(Steps steps", "(dev.belay.processor.behaviour.CalledBodies.Steps steps")
              .replace(
                  ", Steps steps", ", dev.belay.processor.behaviour.CalledBodies.Steps steps"));

  private static UsingBodies bodies;

  @BeforeAll
  static void compile() throws ReflectiveOperationException {
    bodies =
        (UsingBodies)
            Compiler.machines(List.of(SOURCE))
                .load()
                .loadClass("cases.Used")
                .getConstructor()
                .newInstance();
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "FAILURE"})
  void D19_inAMethod(Event event) {
    EveryStep.same(event, 30, (steps, atOnce) -> bodies.method(steps, atOnce));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "CLOSE", "FAILURE"})
  void A31_inAGenerator(Event event) {
    EveryStep.same(event, 6, (steps, atOnce) -> steps.consume(bodies.generator(steps, atOnce)));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "FAILURE", "TASK_FAILS"})
  void G16_inTheBlockOfAGroup(Event event) {
    EveryStep.same(event, 7, (steps, atOnce) -> bodies.grouped(steps, atOnce));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "FAILURE"})
  void G39_inAFinallyBlock(Event event) {
    EveryStep.same(event, 4, (steps, atOnce) -> bodies.releasing(steps, atOnce));
  }

  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "CLOSE", "FAILURE"})
  void A31_inAMethodThatIsCalled(Event event) {
    EveryStep.same(event, 10, (steps, atOnce) -> steps.consume(bodies.called(steps, atOnce)));
  }

  /** What a stack opens has another root when the stack closes it. */
  @ParameterizedTest
  @EnumSource(names = {"CANCEL", "FAILURE"})
  void D37_enteredByAStack(Event event) {
    EveryStep.same(event, 5, (steps, atOnce) -> bodies.stack(steps, atOnce));
  }
}
