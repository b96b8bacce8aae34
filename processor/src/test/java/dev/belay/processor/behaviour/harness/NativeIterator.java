package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncIterator;
import dev.belay.Yield;
import dev.belay.processor.behaviour.harness.NativeRuntime.Yielding;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A generator's template as an iterator. */
final class NativeIterator<T> implements AsyncIterator<T> {
  private static final int PATIENCE = 100;

  private final NativeRuntime runtime;
  private final Body body;
  private final Coroutine coroutine;
  private T current;

  NativeIterator(NativeRuntime runtime, Yielding<T> template) {
    this.runtime = runtime;
    this.body = runtime.body().child(true);
    this.coroutine = new Coroutine(() -> template.run(new Out()));
  }

  private final class Out implements Yield<T> {
    @Override
    public void yield(T value) {
      try {
        coroutine.stopAt(value);
      } catch (Throwable t) {
        throw Failure.thrown(t);
      }
    }

    @Override
    public void yieldAll(dev.belay.AsyncIterable<? extends T> inner) {
      NativeLoop.forEach(runtime, inner, this::yield);
    }
  }

  private Coroutine.Stop resume(Throwable failure) {
    runtime.enter(body);
    try {
      return coroutine.resume(null, failure);
    } finally {
      runtime.leave();
    }
  }

  @Override
  @SuppressWarnings("unchecked") // The body yields nothing else.
  public CompletionStage<Boolean> advance() {
    if (coroutine.finished()) {
      return CompletableFuture.completedFuture(false);
    }
    Coroutine.Stop stop = resume(null);
    current = (T) stop.value();
    return stop.failure() != null
        ? CompletableFuture.failedFuture(stop.failure())
        : CompletableFuture.completedFuture(!coroutine.finished());
  }

  @Override
  public T current() {
    return current;
  }

  @Override
  public CompletionStage<Void> closeAsync() {
    if (!coroutine.started()) {
      coroutine.finish();
    }
    body.told = true;
    for (int refusals = 0; !coroutine.finished(); refusals++) {
      if (refusals == PATIENCE) {
        return CompletableFuture.failedFuture(new IllegalStateException("yields while closed"));
      }
      Coroutine.Stop stop = resume(new Closing());
      if (coroutine.finished()) {
        if (stop.failure() != null && !(stop.failure() instanceof Closing)) {
          return CompletableFuture.failedFuture(stop.failure());
        }
        if (refusals > 0) {
          return CompletableFuture.failedFuture(new IllegalStateException("yields while closed"));
        }
      }
    }
    return CompletableFuture.completedFuture(null);
  }
}
