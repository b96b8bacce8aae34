package dev.belay.processor.behaviour;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Compiled generators, as {@link CompiledRequestsTest} asks them. */
public interface RequestedBodies {

  /** Yields the value of the stage, then "second", inside of a try statement with every part. */
  AsyncIterable<String> two(
      Supplier<? extends CompletionStage<String>> stage,
      Supplier<? extends CompletionStage<?>> cleanup,
      List<String> trace);

  /** Yields what the iterator says to the body's own requests. */
  AsyncIterable<Object> askingItself(List<AsyncIterator<Object>> self);

  /** Acquires by way of a method that is in a finally block when it is cancelled. */
  AsyncIterable<String> acquiring(
      CompletionStage<?> gate, CompletionStage<String> work, List<String> trace);

  /** Awaits a method whose finally block awaits the stage. */
  AsyncIterable<String> awaitingAMethod(
      CompletionStage<String> stage, Supplier<? extends CompletionStage<?>> cleanup);
}
