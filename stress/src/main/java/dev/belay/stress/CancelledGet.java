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

/** F11: an item and a cancel meet at a waiting {@code get}. */
@JCStressTest
@Outcome(id = "1, 0, 1", expect = ACCEPTABLE, desc = "cancelled, and the item is stored")
@Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "delivered, and the cancel says no")
@State
public class CancelledGet {
  private final AsyncQueue<Integer> queue = AsyncQueue.fifo(0);
  private final CompletableFuture<Integer> get = queue.get();

  @Actor
  public void put() {
    queue.offer(1);
  }

  @Actor
  public void cancel(III_Result result) {
    result.r1 = get.cancel(true) ? 1 : 0;
  }

  @Arbiter
  public void look(III_Result result) {
    result.r2 = get.isDone() && !get.isCompletedExceptionally() ? get.join() : 0;
    result.r3 = queue.size();
  }
}
