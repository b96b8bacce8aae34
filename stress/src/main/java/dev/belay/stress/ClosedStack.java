package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** D37, D45: a stack is closed while it opens something. */
@JCStressTest
@Outcome(id = "1, 1, 0", expect = ACCEPTABLE, desc = "both have ended, and nothing is open")
@State
public class ClosedStack {
  private final AtomicInteger open = new AtomicInteger();
  private final CompletableFuture<Integer> opening = new CompletableFuture<>();
  private final AsyncStack stack = AsyncStack.scope().open().join().value();
  private final CompletableFuture<Integer> entered =
      stack.enter(
          AsyncScope.of(
              () -> opening,
              resource -> CompletableFuture.completedFuture(open.decrementAndGet())));
  private CompletableFuture<Void> closed;

  @Actor
  public void open() {
    open.incrementAndGet();
    if (!opening.complete(1)) {
      open.decrementAndGet();
    }
  }

  @Actor
  public void close() {
    closed = stack.closeAsync().toCompletableFuture();
  }

  @Arbiter
  public void look(III_Result result) {
    result.r1 = entered.isDone() ? 1 : 0;
    result.r2 = closed.isDone() ? 1 : 0;
    result.r3 = open.get();
  }
}
