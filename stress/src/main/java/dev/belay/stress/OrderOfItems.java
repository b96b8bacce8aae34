package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.belay.AsyncQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** F1: two items, and somebody who takes what is there. */
@JCStressTest
@Outcome(id = "0, 0, 2", expect = ACCEPTABLE, desc = "too early for both")
@Outcome(id = "(0, 1|1, 0), 1", expect = ACCEPTABLE, desc = "the first, and the second is stored")
@Outcome(id = "1, 2, 0", expect = ACCEPTABLE, desc = "both, in their order")
@State
public class OrderOfItems {
  private final AsyncQueue<Integer> queue = AsyncQueue.fifo(2);

  @Actor
  public void put() {
    queue.offer(1);
    queue.offer(2);
  }

  @Actor
  public void take(III_Result result) {
    Integer first = queue.poll();
    Integer second = queue.poll();
    result.r1 = first == null ? 0 : first;
    result.r2 = second == null ? 0 : second;
  }

  @Arbiter
  public void look(III_Result result) {
    result.r3 = queue.size();
  }
}
