package dev.belay.faults;

import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What the processor compiles: methods, generators, conversations and resources. */
final class Bodies {
  private Bodies() {}

  private record Kind(String name, int expected, Function<World, AsyncScope<Integer>> scope) {}

  static List<Subject> all() {
    List<Subject> subjects = new ArrayList<>();
    methods(subjects);
    subjects.add(
        Subject.iterable("pages", List.of(10, 1, 20, 2, 1, 2), world -> PagesAsync.pages(world)));
    subjects.add(
        Subject.iterable("deep pages", List.of(111, 102, 121), world -> PagesAsync.deep(world)));
    subjects.add(
        Subject.future(
            "a list of pages",
            List.of(10, 1, 20),
            world -> PagesAsync.pages(world).take(3).toList()));
    subjects.add(
        Subject.conversation(
            "a dialogue", List.of(0, 1, 2, 6), world -> PagesAsync.dialogue(world)));
    resources(subjects);
    return subjects;
  }

  private static void methods(List<Subject> subjects) {
    subjects.add(Subject.future("nested blocks", 31321, world -> MethodsAsync.nested(world)));
    subjects.add(
        Subject.future("loops", List.of(11, 12, 21, 22), world -> MethodsAsync.loops(world)));
    subjects.add(Subject.future("returns", 1, world -> MethodsAsync.returns(world)));
    subjects.add(Subject.future("expressions", 111, world -> MethodsAsync.expressions(world)));
    subjects.add(Subject.future("a group", 113, world -> MethodsAsync.together(world)));
    subjects.add(
        Subject.future("a group in finally", 1, world -> MethodsAsync.groupInFinally(world)));
    subjects.add(Subject.future("a stack", 3, world -> MethodsAsync.stacked(world)));
    subjects.add(
        Subject.future(
            "a method in a use",
            31321,
            world -> SourcesAsync.resource(world).use(r -> MethodsAsync.nested(world))));
  }

  private static void resources(List<Subject> subjects) {
    for (Kind kind :
        List.of(
            new Kind("a template", 0, world -> SourcesAsync.resource(world)),
            new Kind("a transaction", 0, world -> ResourcesAsync.transaction(world)),
            new Kind("a condition", 1, world -> ResourcesAsync.conditional(world)),
            new Kind("a session", 1, Bodies::session),
            new Kind("a service", 0, Bodies::service))) {
      subjects.add(
          Subject.opening("opening " + kind.name(), kind.expected(), w -> kind.scope().apply(w)));
      subjects.add(
          Subject.future(
              "use of " + kind.name(),
              kind.expected(),
              world -> kind.scope().apply(world).use(r -> world.stage("work", () -> r))));
      subjects.add(
          Subject.future(
              "a body that uses " + kind.name(),
              kind.expected() + 1,
              world -> MethodsAsync.uses(world, kind.scope().apply(world))));
      subjects.add(
          Subject.future(
              "a stack with " + kind.name(),
              kind.expected() + 1,
              world ->
                  AsyncStack.scope()
                      .use(s -> SourcesAsync.entered(world, s, kind.scope().apply(world)))));
    }
  }

  private static AsyncScope<Integer> session(World world) {
    return Resources_SessionScope.of(world);
  }

  private static AsyncScope<Integer> service(World world) {
    return Resources_ServiceScope.of(world);
  }
}
