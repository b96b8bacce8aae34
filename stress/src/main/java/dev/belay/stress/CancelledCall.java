package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** G20, G23: the stage that a called method awaits completes, and the caller is cancelled. */
@JCStressTest
@Outcome(id = "[01], 1, 1", expect = ACCEPTABLE, desc = "the value, and the cancel is late")
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "cancelled")
@State
public class CancelledCall {
  private final CompletableFuture<Integer> stage = new CompletableFuture<>();
  private final CompletableFuture<Integer> body = Calling.of(() -> stage);
  private volatile int completions;

  /** Counts how often the body's future tells its outcome. */
  public CancelledCall() {
    Object unused = body.whenComplete((value, failure) -> completions++);
  }

  @Actor
  public void complete() {
    stage.complete(1);
  }

  @Actor
  public void cancel(III_Result result) {
    result.r1 = body.cancel(true) ? 1 : 0;
  }

  @Arbiter
  public void look(III_Result result) {
    result.r2 = body.isDone() ? body.exceptionally(cancelled -> 0).join() : -1;
    result.r3 = completions;
  }
}
