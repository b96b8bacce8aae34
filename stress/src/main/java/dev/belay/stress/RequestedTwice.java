package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.belay.AsyncIterable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** H2: two threads request from one subscription. */
@JCStressTest
@Outcome(id = "2, 1", expect = ACCEPTABLE, desc = "each element once, and one end")
@State
public class RequestedTwice {
  private final Received received = new Received();

  /** Nothing has been requested. */
  public RequestedTwice() {
    AsyncIterable.of(1, 2).toPublisher().subscribe(received);
  }

  @Actor
  public void one() {
    received.subscription.request(1);
  }

  @Actor
  public void other() {
    received.subscription.request(2);
  }

  @Arbiter
  public void look(II_Result result) {
    result.r1 = received.elements;
    result.r2 = received.ends;
  }
}
