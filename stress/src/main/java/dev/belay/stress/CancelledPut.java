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

/** F13: room and a cancel meet at a waiting {@code put}, behind which another waits. */
@JCStressTest
@Outcome(id = "1, 3, 0", expect = ACCEPTABLE, desc = "taken back; the next has entered")
@Outcome(id = "0, 2, 1", expect = ACCEPTABLE, desc = "accepted; the next entered when it was taken")
@State
public class CancelledPut {
  private final AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
  private final CompletableFuture<Void> put;
  private final CompletableFuture<Void> next;

  public CancelledPut() {
    queue.offer(1);
    put = queue.put(2);
    next = queue.put(3);
  }

  @Actor
  public void take() {
    queue.poll();
  }

  @Actor
  public void cancel(III_Result result) {
    result.r1 = put.cancel(true) ? 1 : 0;
  }

  @Arbiter
  public void look(III_Result result) {
    result.r2 = queue.poll();
    result.r3 = next.isDone() ? queue.size() : -1;
  }
}
