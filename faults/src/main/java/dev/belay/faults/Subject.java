package dev.belay.faults;

import dev.belay.AsyncConversation;
import dev.belay.AsyncIterable;
import dev.belay.AsyncScope;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is put to the test.
 *
 * @param name for reports
 * @param expected what it delivers when nothing goes wrong
 * @param start begins a run in a world
 */
public record Subject(String name, List<?> expected, Function<World, Exercise> start) {

  /** Work that ends in a future. */
  public static Subject future(
      String name, @Nullable Object expected, Function<World, CompletableFuture<?>> future) {
    return new Subject(
        name, Collections.singletonList(expected), world -> new Waiting(future.apply(world)));
  }

  /** An iterable, whose elements are pulled one by one. */
  public static Subject iterable(
      String name, List<?> expected, Function<World, AsyncIterable<?>> iterable) {
    return new Subject(name, expected, world -> new Pulling(iterable.apply(world).iterator()));
  }

  /** A scope, opened by hand and closed. */
  public static Subject opening(
      String name, Object expected, Function<World, AsyncScope<?>> scope) {
    return new Subject(name, List.of(expected), world -> new Opening(scope.apply(world)));
  }

  /** A conversation, in which 1, 2 and so on is sent after each element. */
  public static Subject conversation(
      String name, List<?> expected, Function<World, AsyncConversation<?, Integer>> start) {
    return new Subject(name, expected, world -> new Conversing(start.apply(world)));
  }

  @Override
  public String toString() {
    return name;
  }
}
