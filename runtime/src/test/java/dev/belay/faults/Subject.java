package dev.belay.faults;

import dev.belay.AsyncIterable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * What is put to the test.
 *
 * @param name for reports
 * @param expected what it delivers when nothing goes wrong
 * @param start begins a run in a world
 */
record Subject(String name, List<?> expected, Function<World, Exercise> start) {

  static Subject future(
      String name, Object expected, Function<World, CompletableFuture<?>> future) {
    return new Subject(name, List.of(expected), world -> new Waiting(future.apply(world)));
  }

  static Subject iterable(
      String name, List<?> expected, Function<World, AsyncIterable<?>> iterable) {
    return new Subject(name, expected, world -> new Pulling(iterable.apply(world).iterator()));
  }

  @Override
  public String toString() {
    return name;
  }
}
