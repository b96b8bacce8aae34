package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

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
  private final Cancelling body = new Cancelling(Calling::of);

  @Actor
  public void complete() {
    body.complete();
  }

  @Actor
  public void cancel(III_Result result) {
    body.cancel(result);
  }

  @Arbiter
  public void look(III_Result result) {
    body.look(result);
  }
}
