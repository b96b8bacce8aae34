package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** E3: the element that was requested arrives, and the subscriber cancels. */
@JCStressTest
@Outcome(id = "[01], 0, 1", expect = ACCEPTABLE, desc = "an element or none; the source is closed")
@State
public class CancelledSubscription {
  private final AtomicInteger released = new AtomicInteger();
  private final CompletableFuture<Integer> stage = new CompletableFuture<>();
  private final Received received = new Received();

  /** Waits for its element. */
  public CancelledSubscription() {
    Guarded.over(stage, released).toPublisher().subscribe(received);
    received.subscription.request(1);
  }

  @Actor
  public void complete() {
    stage.complete(1);
  }

  @Actor
  public void cancel() {
    received.subscription.cancel();
  }

  @Arbiter
  public void look(III_Result result) {
    result.r1 = received.elements;
    result.r2 = received.ends;
    result.r3 = released.get();
  }
}
