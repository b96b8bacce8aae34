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

/** A31, A32: the stage that a called method awaits completes, and the generator is closed. */
@JCStressTest
@Outcome(id = "1, 1, 1", expect = ACCEPTABLE, desc = "an element, and then the close")
@Outcome(id = "0, 1, 1", expect = ACCEPTABLE, desc = "the close ends the request")
@State
public class ClosedInACall {
  private final AtomicInteger released = new AtomicInteger();
  private final CompletableFuture<Integer> stage = new CompletableFuture<>();
  private final AsyncIterator<Integer> run = Guarded.calling(stage, released);
  private final CompletableFuture<Boolean> advance = run.advance().toCompletableFuture();
  private CompletableFuture<Void> close;

  @Actor
  public void complete() {
    stage.complete(1);
  }

  @Actor
  public void close() {
    close = run.closeAsync().toCompletableFuture();
  }

  @Arbiter
  public void look(III_Result result) {
    result.r1 = !advance.isDone() ? -1 : advance.isCompletedExceptionally() ? 0 : 1;
    result.r2 = close.isDone() && !close.isCompletedExceptionally() ? 1 : 0;
    result.r3 = released.get();
  }
}
