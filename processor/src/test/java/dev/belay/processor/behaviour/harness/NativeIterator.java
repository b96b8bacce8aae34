package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncIterator;
import dev.belay.Yield;
import dev.belay.processor.behaviour.harness.NativeRuntime.Yielding;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** A generator's template as an iterator. */
class NativeIterator<T> implements AsyncIterator<T> {
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

  /** For a body that stops in its own way. */
  NativeIterator(NativeRuntime runtime, Function<NativeIterator<T>, Coroutine.Body> template) {
    this.runtime = runtime;
    this.body = runtime.body().child(true);
    this.coroutine = new Coroutine(template.apply(this));
  }

  /** In the body: hands out an element, and returns or throws what the consumer answers. */
  final Object stopAt(T value) {
    try {
      return coroutine.stopAt(value);
    } catch (Throwable t) {
      throw Failure.thrown(t);
    }
  }

  private final class Out implements Yield<T> {
    @Override
    public void yield(T value) {
      stopAt(value);
    }

    @Override
    public void yieldAll(dev.belay.AsyncIterable<? extends T> inner) {
      NativeLoop.forEach(runtime, inner, this::yield);
    }
  }

  private Coroutine.Stop resume(Object value, Throwable failure) {
    runtime.enter(body);
    try {
      return coroutine.resume(value, failure);
    } finally {
      runtime.leave();
    }
  }

  @Override
  public CompletionStage<Boolean> advance() {
    return request(null, null);
  }

  @SuppressWarnings("unchecked") // The body yields nothing else.
  final CompletionStage<Boolean> request(Object answer, Throwable failure) {
    if (!coroutine.started() && failure != null) {
      coroutine.finish();
    }
    if (coroutine.finished()) {
      return failure == null
          ? CompletableFuture.completedFuture(false)
          : CompletableFuture.failedFuture(failure);
    }
    if (!coroutine.started() && answer != null) {
      return CompletableFuture.failedFuture(new IllegalStateException("not started"));
    }
    Coroutine.Stop stop = resume(answer, failure);
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
      Coroutine.Stop stop = resume(null, new Closing());
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
