package dev.belay.faults;

import dev.belay.AsyncIterable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.stream.Collector;
import java.util.stream.Stream;

/** Every operator, over a machine and over an iterator that is none. */
final class Operators {
  private Operators() {}

  private interface Source {
    AsyncIterable<Integer> of(World world, int count);
  }

  static List<Subject> all() {
    List<Subject> subjects = new ArrayList<>();
    subjects.add(Subject.iterable("a machine", List.of(1, 2, 3), w -> SourcesAsync.numbers(w, 3)));
    subjects.add(
        Subject.iterable("stages", List.of(1, 2, 3), w -> AsyncIterable.fromStages(stages(w))));
    for (boolean foreign : new boolean[] {false, true}) {
      Source source = foreign ? ForeignNumbers::of : SourcesAsync::numbers;
      String over = foreign ? " over an iterator" : " over a machine";
      intermediate(subjects, source, over);
      terminal(subjects, source, over);
    }
    return subjects;
  }

  private static void intermediate(List<Subject> subjects, Source source, String over) {
    BiFunction<World, Integer, AsyncIterable<Integer>> numbers = source::of;
    record Case(
        String name,
        List<?> expected,
        BiFunction<World, AsyncIterable<Integer>, AsyncIterable<?>> operator) {}
    for (Case each :
        List.of(
            new Case("map", List.of(2, 4, 6), (w, s) -> s.map(n -> called(w, 2 * n))),
            new Case("filter", List.of(1, 3), (w, s) -> s.filter(n -> called(w, n % 2 == 1))),
            new Case("take", List.of(1, 2), (w, s) -> s.take(2)),
            new Case("take none", List.of(), (w, s) -> s.take(0)),
            new Case("take more", List.of(1, 2, 3), (w, s) -> s.take(9)),
            new Case("drop", List.of(3), (w, s) -> s.drop(2)),
            new Case("takeWhile", List.of(1, 2), (w, s) -> s.takeWhile(n -> called(w, n < 3))),
            new Case(
                "flatMap",
                List.of(1, 1, 2, 1, 2, 3),
                (w, s) -> s.flatMap(n -> called(w, source.of(w, n)))),
            new Case("concat", List.of(1, 2, 3, 1, 2), (w, s) -> s.concat(source.of(w, 2))),
            new Case(
                "mapConcurrently 1",
                List.of(1, 2, 3),
                (w, s) -> s.mapConcurrently(1, n -> used(w, n))),
            new Case(
                "mapConcurrently 2",
                List.of(1, 2, 3),
                (w, s) -> s.mapConcurrently(2, n -> used(w, n))),
            new Case("prefetch 1", List.of(1, 2, 3), (w, s) -> s.prefetch(1)),
            new Case("prefetch 9", List.of(1, 2, 3), (w, s) -> s.prefetch(9)),
            new Case(
                "publisher and back",
                List.of(1, 2, 3),
                (w, s) -> AsyncIterable.fromPublisher(s.toPublisher())),
            new Case(
                "publisher and back, ahead",
                List.of(1, 2, 3),
                (w, s) -> AsyncIterable.fromPublisher(s.toPublisher(), 2)),
            new Case(
                "pipeline",
                List.of(20, 30),
                (w, s) ->
                    s.prefetch(2)
                        .filter(n -> called(w, n > 1))
                        .map(n -> called(w, 10 * n))
                        .take(2)))) {
      subjects.add(
          Subject.iterable(
              each.name() + over,
              each.expected(),
              world -> each.operator().apply(world, numbers.apply(world, 3))));
    }
  }

  private static void terminal(List<Subject> subjects, Source source, String over) {
    record Case(
        String name,
        Object expected,
        BiFunction<World, AsyncIterable<Integer>, CompletableFuture<?>> operator) {}
    for (Case each :
        List.of(
            new Case("reduce", Optional.of(6), (w, s) -> s.reduce((a, b) -> called(w, a + b))),
            new Case("reduce from", 16, (w, s) -> s.reduce(10, (a, b) -> called(w, a + b))),
            new Case("some", true, (w, s) -> s.some(n -> called(w, n == 2))),
            new Case("every", false, (w, s) -> s.every(n -> called(w, n < 2))),
            new Case("find", Optional.of(2), (w, s) -> s.find(n -> called(w, n == 2))),
            new Case("toList", List.of(1, 2, 3), (w, s) -> s.toList()),
            new Case("collect", List.of(1, 2, 3), (w, s) -> s.collect(collector(w))),
            new Case("forEach", null, (w, s) -> s.forEach(n -> w.call("action"))),
            new Case(
                "toList of a pipeline",
                List.of(10, 20),
                (w, s) -> s.map(n -> called(w, 10 * n)).prefetch(1).take(2).toList()))) {
      subjects.add(
          Subject.future(
              each.name() + over,
              each.expected(),
              world -> each.operator().apply(world, source.of(world, 3))));
    }
  }

  private static Iterable<CompletionStage<Integer>> stages(World world) {
    return () -> Stream.of(1, 2, 3).map(n -> world.stage("element", () -> n)).iterator();
  }

  private static CompletableFuture<Integer> used(World world, int number) {
    world.call("function");
    return world.scope("call").use(r -> world.stage("work", () -> number));
  }

  private static <T> T called(World world, T result) {
    world.call("function");
    return result;
  }

  private static Collector<Integer, ?, List<Integer>> collector(World world) {
    return Collector.of(
        () -> called(world, new ArrayList<Integer>()),
        (list, n) -> called(world, list).add(n),
        (left, right) -> left,
        list -> called(world, list));
  }
}
