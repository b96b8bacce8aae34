package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.belay.AsyncIterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** A30, A33: a generator that stands at a yield is closed by one thread, and by another. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "both closes have ended, one has released")
@State
public class ClosedAtAYield {
  private final AtomicInteger released = new AtomicInteger();
  private final AsyncIterator<Integer> run =
      Guarded.of(CompletableFuture.completedFuture(1), released);
  private CompletableFuture<Void> one;
  private CompletableFuture<Void> other;

  /** Stands at its yield. */
  public ClosedAtAYield() {
    Object unused = run.advance();
  }

  @Actor
  public void closeOnce() {
    one = run.closeAsync().toCompletableFuture();
  }

  @Actor
  public void closeAgain() {
    other = run.closeAsync().toCompletableFuture();
  }

  @Arbiter
  public void look(III_Result result) {
    result.r1 = ended(one);
    result.r2 = ended(other);
    result.r3 = released.get();
  }

  private static int ended(CompletableFuture<Void> close) {
    return close.isDone() && !close.isCompletedExceptionally() ? 1 : 0;
  }
}
