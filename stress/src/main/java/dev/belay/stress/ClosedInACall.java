package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

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
  private final Closing run = new Closing(Guarded::calling);

  @Actor
  public void complete() {
    run.complete();
  }

  @Actor
  public void close() {
    run.close();
  }

  @Arbiter
  public void look(III_Result result) {
    run.look(result);
  }
}
