package dev.belay.stress;

import dev.belay.AsyncIterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.openjdk.jcstress.infra.results.III_Result;

/** A {@link Guarded} generator that has been asked for its element; its stage and its close. */
final class Closing {
  private final AtomicInteger released = new AtomicInteger();
  private final CompletableFuture<Integer> stage = new CompletableFuture<>();
  private final AsyncIterator<Integer> run;
  private final CompletableFuture<Boolean> advance;
  private CompletableFuture<Void> close;

  Closing(BiFunction<CompletionStage<Integer>, AtomicInteger, AsyncIterator<Integer>> generator) {
    run = generator.apply(stage, released);
    advance = run.advance().toCompletableFuture();
  }

  void complete() {
    stage.complete(1);
  }

  void close() {
    close = run.closeAsync().toCompletableFuture();
  }

  /** Whether there was an element, the close succeeded, and how often the body released. */
  void look(III_Result result) {
    result.r1 = !advance.isDone() ? -1 : advance.isCompletedExceptionally() ? 0 : 1;
    result.r2 = close.isDone() && !close.isCompletedExceptionally() ? 1 : 0;
    result.r3 = released.get();
  }
}
