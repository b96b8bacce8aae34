package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.Yield;
import dev.belay.processor.behaviour.harness.NativeRuntime.Yielding;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A resource's template as a scope (clauses D.2). */
final class NativeScope<T> implements AsyncScope<T> {
  private final NativeRuntime runtime;
  private final Yielding<T> template;
  private boolean used;

  NativeScope(NativeRuntime runtime, Yielding<T> template) {
    this.runtime = runtime;
    this.template = template;
  }

  @Override
  public CompletableFuture<Opened<T>> open() {
    if (used) {
      return CompletableFuture.failedFuture(new IllegalStateException("used twice"));
    }
    used = true;
    Use use = new Use();
    Coroutine.Stop stop = use.resume(null);
    if (stop.failure() != null) {
      return CompletableFuture.failedFuture(stop.failure());
    }
    if (use.coroutine.finished()) {
      return CompletableFuture.failedFuture(new IllegalStateException("did not yield"));
    }
    use.take(stop);
    return CompletableFuture.completedFuture(use);
  }

  private final class Use implements Opened<T>, Yield<T> {
    private final Body body = runtime.body().child(false);
    private final Coroutine coroutine = new Coroutine(() -> template.run(this));
    private T value;

    Coroutine.Stop resume(Throwable failure) {
      runtime.enter(body);
      try {
        return coroutine.resume(null, failure);
      } finally {
        runtime.leave();
      }
    }

    @SuppressWarnings("unchecked") // The body yields nothing else.
    void take(Coroutine.Stop stop) {
      value = (T) stop.value();
    }

    @Override
    public void yield(T yielded) {
      try {
        coroutine.stopAt(yielded);
      } catch (Throwable t) {
        throw Failure.thrown(t);
      }
    }

    @Override
    public void yieldAll(dev.belay.AsyncIterable<? extends T> inner) {
      NativeLoop.forEach(runtime, inner, this::yield);
    }

    @Override
    public T value() {
      return value;
    }

    @Override
    public CompletionStage<Boolean> close(Throwable failure) {
      body.told = true;
      Coroutine.Stop stop = resume(failure);
      if (coroutine.finished()) {
        Throwable thrown = stop.failure();
        return thrown == null
            ? CompletableFuture.completedFuture(failure != null)
            : CompletableFuture.failedFuture(thrown);
      }
      IllegalStateException second = new IllegalStateException("yielded a second time");
      if (failure != null) {
        Failure.suppress(second, failure);
      }
      while (!coroutine.finished()) {
        Throwable thrown = resume(new Closing()).failure();
        if (thrown != null && !(thrown instanceof Closing)) {
          Failure.suppress(second, thrown);
        }
      }
      return CompletableFuture.failedFuture(second);
    }
  }
}
