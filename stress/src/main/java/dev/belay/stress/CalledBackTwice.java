package dev.belay.stress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** H4: a stage of somebody else calls back on two threads, with two values. */
@JCStressTest
@Outcome(id = "[12], 1", expect = ACCEPTABLE, desc = "one of them is the outcome")
@State
public class CalledBackTwice {
  private volatile BiConsumer<Object, Throwable> callback;
  private volatile int completions;
  private final CompletableFuture<Integer> body = Awaiting.of(this::stage);

  /** Counts how often the body's future tells its outcome. */
  public CalledBackTwice() {
    Object unused = body.whenComplete((value, failure) -> completions++);
  }

  @SuppressWarnings("unchecked")
  private CompletionStage<Integer> stage() {
    return (CompletionStage<Integer>)
        Proxy.newProxyInstance(
            CalledBackTwice.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              callback = (BiConsumer<Object, Throwable>) arguments[0];
              return null;
            });
  }

  @Actor
  public void one() {
    callback.accept(1, null);
  }

  @Actor
  public void other() {
    callback.accept(2, null);
  }

  @Arbiter
  public void look(II_Result result) {
    result.r1 = body.isDone() ? body.join() : -1;
    result.r2 = completions;
  }
}
