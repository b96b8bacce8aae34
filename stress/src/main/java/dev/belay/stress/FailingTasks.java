package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import dev.belay.TaskGroup;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/** G10, G12: two tasks fail at the same time, and the block is cancelled once. */
@JCStressTest
@Outcome(id = "[12], 0, 1", expect = ACCEPTABLE, desc = "one failed, and cancelled the other")
@Outcome(id = "[12], 1, 1", expect = ACCEPTABLE, desc = "both failed, and none is lost")
@State
public class FailingTasks {
  private final CompletableFuture<Object> one = new CompletableFuture<>();
  private final CompletableFuture<Object> other = new CompletableFuture<>();
  private final CompletableFuture<Object> block = new CompletableFuture<>();
  private final CompletableFuture<Object> use =
      TaskGroup.scope()
          .use(
              group -> {
                group.fork(() -> one);
                group.fork(() -> other);
                return block;
              });

  @Actor
  public void fail() {
    one.completeExceptionally(new IllegalStateException("1"));
  }

  @Actor
  public void failToo() {
    other.completeExceptionally(new IllegalStateException("2"));
  }

  @Arbiter
  public void look(III_Result result) {
    Throwable failure = use.isDone() ? use.handle((value, thrown) -> thrown).join() : null;
    result.r1 = failure == null ? -1 : Integer.parseInt(failure.getMessage());
    result.r2 = failure == null ? -1 : failure.getSuppressed().length;
    result.r3 = block.isCancelled() ? 1 : 0;
  }
}
