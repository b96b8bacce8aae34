package dev.belay.faults;

import dev.belay.Async;
import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.TaskGroup;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Every kind of scope, used and opened by hand, and what runs several things at a time. */
final class Scopes {
  private Scopes() {}

  private record Kind(String name, Function<World, AsyncScope<Integer>> scope) {}

  static List<Subject> all() {
    List<Subject> subjects = new ArrayList<>();
    for (Kind kind :
        List.of(
            new Kind("two functions", world -> world.scope("resource")),
            new Kind("a template", SourcesAsync::resource),
            new Kind("a blocking resource", World::blocking),
            new Kind("a mapped one", w -> w.scope("resource").map(r -> called(w, r))),
            new Kind(
                "two in one",
                w -> w.scope("one").both(SourcesAsync.resource(w), (a, b) -> called(w, a))))) {
      subjects.add(
          Subject.future(
              "use of " + kind.name(),
              0,
              world -> kind.scope().apply(world).use(r -> work(world, r))));
      subjects.add(
          Subject.opening("opening " + kind.name(), 0, world -> kind.scope().apply(world)));
      subjects.add(
          Subject.future(
              "a use around " + kind.name(),
              1,
              world ->
                  world
                      .scope("outer")
                      .use(o -> kind.scope().apply(world).use(r -> work(world, r)))));
      subjects.add(
          Subject.future(
              "a stack that enters " + kind.name(),
              1,
              world ->
                  AsyncStack.scope()
                      .use(
                          stack -> SourcesAsync.entered(world, stack, kind.scope().apply(world)))));
    }
    together(subjects);
    return subjects;
  }

  private static void together(List<Subject> subjects) {
    subjects.add(
        Subject.future(
            "gather",
            List.of(0, 1),
            world -> Async.gather(List.of(used(world, "one"), used(world, "other")))));
    subjects.add(
        Subject.future(
            "timeout", 0, world -> Async.timeout(Duration.ofDays(1), () -> used(world, "late"))));
    subjects.add(Subject.future("shield", 0, world -> Async.shield(used(world, "kept"))));
    subjects.add(
        Subject.future(
            "a group of tasks",
            2,
            world ->
                TaskGroup.scope()
                    .use(
                        group -> {
                          Object unusedOne = group.fork(() -> used(world, "one"));
                          Object unusedOther = group.fork(() -> used(world, "other"));
                          return used(world, "block");
                        })));
    subjects.add(
        Subject.future(
            "a loop in a use",
            List.of(1, 2),
            world -> world.scope("outer").use(r -> SourcesAsync.numbers(world, 2).toList())));
  }

  private static CompletableFuture<Integer> used(World world, String name) {
    return world.scope(name).use(r -> work(world, r));
  }

  private static CompletionStage<Integer> work(World world, Integer resource) {
    world.call("body");
    return world.stage("work", () -> resource);
  }

  private static <T> T called(World world, T result) {
    world.call("function");
    return result;
  }
}
