package dev.belay.stress;

import dev.belay.AsyncSupplier;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.openjdk.jcstress.infra.results.III_Result;

/** A body that waits for a stage; the stage, and a cancel of the body. */
final class Cancelling {
  private final CompletableFuture<Integer> stage = new CompletableFuture<>();
  private final CompletableFuture<Integer> body;
  private volatile int completions;

  Cancelling(Function<AsyncSupplier<Integer>, CompletableFuture<Integer>> method) {
    body = method.apply(() -> stage);
    Object unused = body.whenComplete((value, failure) -> completions++);
  }

  void complete() {
    stage.complete(1);
  }

  void cancel(III_Result result) {
    result.r1 = body.cancel(true) ? 1 : 0;
  }

  /** The value, 0 for a cancellation, and how often the body's future told its outcome. */
  void look(III_Result result) {
    result.r2 = body.isDone() ? body.exceptionally(cancelled -> 0).join() : -1;
    result.r3 = completions;
  }
}
