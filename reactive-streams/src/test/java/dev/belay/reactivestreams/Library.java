package dev.belay.reactivestreams;

import dev.belay.AsyncIterable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;

/** What the tests ask of a reactive library: its own types on one side, ours on the other. */
interface Library {
  /**
   * The library's single value, as a body awaits it.
   *
   * @param onCancel is run when the library is told that nobody waits any more
   */
  CompletionStage<Integer> single(CompletableFuture<Integer> source, Runnable onCancel);

  /** The library's 1, 2, ... as a body iterates them. */
  AsyncIterable<Integer> many(int last, Runnable onCancel);

  /** The library's failure as a body iterates it. */
  AsyncIterable<Integer> failing(Throwable failure);

  /** A generator as the library's type, through an operator of the library that adds one. */
  Publisher<Integer> incremented(AsyncIterable<Integer> generator);

  /** All elements of a generator, collected by the library. */
  CompletionStage<List<Integer>> collected(AsyncIterable<Integer> generator);
}
