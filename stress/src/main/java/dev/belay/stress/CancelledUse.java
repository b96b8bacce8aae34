package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.belay.AsyncScope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** D19: a resource arrives, from a stage that no cancel reaches, and its use is cancelled. */
@JCStressTest
@Outcome(id = "1, [01], 0", expect = ACCEPTABLE, desc = "the use has ended, and nothing is open")
@Outcome(id = "0, 1, 0", expect = ACCEPTABLE, desc = "the cancel came after the end")
@State
public class CancelledUse {
  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Integer> opening = new CompletableFuture<>();
  private final CompletableFuture<Integer> use =
      AsyncScope.<Integer>of(
              opening::minimalCompletionStage,
              resource -> CompletableFuture.completedFuture(open.decrementAndGet()))
          .use(CompletableFuture::completedFuture);

  @Actor
  public void arrive() {
    open.incrementAndGet();
    opening.complete(1);
  }

  @Actor
  public void cancel(III_Result result) {
    result.r1 = use.cancel(true) ? 1 : 0;
  }

  @Arbiter
  public void look(III_Result result) {
    result.r2 = use.isDone() ? use.exceptionally(cancelled -> 0).join() : -1;
    result.r3 = open.get();
  }
}
