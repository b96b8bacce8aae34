package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.belay.AsyncQueue;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** F12, G20: an item and a cancel meet at a body that awaits {@code get}. */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "cancelled, and the item is stored")
@Outcome(id = "[01], 1, 0", expect = ACCEPTABLE, desc = "the body has the item; the cancel is late")
@State
public class CancelledConsumer {
  private final AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
  private final CompletableFuture<Integer> body = Awaiting.of(queue::get);

  @Actor
  public void put() {
    queue.offer(1);
  }

  @Actor
  public void cancel(III_Result result) {
    result.r1 = body.cancel(true) ? 1 : 0;
  }

  @Arbiter
  public void look(III_Result result) {
    result.r2 = body.isDone() ? body.exceptionally(cancelled -> 0).join() : -1;
    result.r3 = queue.size();
  }
}
