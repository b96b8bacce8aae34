package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncConversation;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import dev.belay.Exchange;
import dev.belay.Yield;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * The intrinsics of a run without machines: an await blocks, and completes other stages meanwhile;
 * generators and resources run in {@link Coroutine}s. At most one thread is busy at any time.
 */
public final class NativeRuntime {

  /** A generator's or resource's template. */
  public interface Yielding<T> {
    void run(Yield<T> out) throws Throwable;
  }

  /** A two-way generator's template. */
  public interface Talking<T, S> {
    void run(Exchange<T, S> out) throws Throwable;
  }

  /** An asynchronous method's template. */
  public interface Returning<T> {
    T run() throws Throwable;
  }

  private final Run run;
  private final Deque<Body> bodies = new ArrayDeque<>();

  NativeRuntime(Run run) {
    this.run = run;
  }

  /** The runtime of the run that a class of a fixture was loaded for. */
  public static NativeRuntime of(Class<?> fixture) {
    return Run.of(fixture).natively();
  }

  Run run() {
    return run;
  }

  /** The body that is running. */
  Body body() {
    return bodies.peek();
  }

  void enter(Body body) {
    bodies.push(body);
  }

  void leave() {
    bodies.pop();
  }

  /** Something that is neither cancelled nor closed. */
  <T> T releasing(Supplier<CompletionStage<T>> release) {
    Body root = body().root;
    root.shields++;
    try {
      return await(release.get(), false);
    } finally {
      root.shields--;
    }
  }

  /**
   * Waits.
   *
   * @param releasing in a {@code finally} block: neither cancelled nor closed
   */
  public <T> T await(CompletionStage<T> stage, boolean releasing) {
    if (releasing) {
      return releasing(() -> stage);
    }
    if (stage == null) {
      throw new NullPointerException("the awaited stage is null");
    }
    CompletableFuture<T> future = stage.toCompletableFuture();
    Body root = body().root;
    closeIfInterrupted();
    interruptIf(root.requested && !root.generator, stage);
    while (!future.isDone()) {
      if (run.interruptsNow()) {
        interruptRoots();
      }
      interruptIf(root.requested, stage);
      if (!run.step()) {
        throw new AssertionError("nothing completes the stage");
      }
    }
    try {
      return Run.outcome(future);
    } catch (Throwable t) {
      throw Failure.thrown(t);
    }
  }

  /** A cancellation that is due takes the place of a pull: the generator is not run on (G39). */
  void deliver() {
    Body root = body().root;
    interruptIf(root.requested && !root.generator, CompletableFuture.completedFuture(null));
  }

  /**
   * What a pull has brought although a cancellation came meanwhile, which is thrown later (G23).
   */
  <T> T taken(CompletionStage<T> pull) {
    closeIfInterrupted();
    try {
      return Run.outcome(pull);
    } catch (Throwable t) {
      throw Failure.thrown(t);
    }
  }

  private void interruptIf(boolean condition, CompletionStage<?> stage) {
    Body body = body();
    if (condition && body.root.shields == 0 && !body.told) {
      try {
        stage.toCompletableFuture().cancel(true);
      } catch (UnsupportedOperationException e) {
        // It cannot be cancelled.
      }
      throw body.interrupted();
    }
  }

  /** The consumer gives up; whoever awaits another root passes that on to it. */
  private void interruptRoots() {
    Iterator<Body> outermostFirst = bodies.descendingIterator();
    Body innermost = body().root;
    while (outermostFirst.hasNext()) {
      Body root = outermostFirst.next().root;
      if (root == innermost || root.shields > 0) {
        root.requested = true;
        return;
      }
      root.closing = root.generator;
    }
  }

  /** Closes a generator in which something has been cancelled because it is being closed. */
  void closeIfInterrupted() {
    Body body = body();
    if (body.root.closing && body.root.shields == 0 && !body.told) {
      throw body.interrupted();
    }
  }

  /** For companions. */
  public <T> AsyncIterable<T> generator(Yielding<T> template) {
    return () -> new NativeIterator<>(this, template);
  }

  /** For companions. */
  public <T, S> AsyncConversation<T, S> conversation(Talking<T, S> template) {
    return new NativeConversation<>(this, template);
  }

  /** For companions. */
  public <T> AsyncScope<T> resource(Yielding<T> template) {
    return new NativeScope<>(this, template);
  }

  /** For companions: runs to the end before it returns. */
  public <T> CompletableFuture<T> method(Returning<T> template) {
    enter(Body.root(false));
    try {
      return CompletableFuture.completedFuture(template.run());
    } catch (Throwable t) {
      return CompletableFuture.failedFuture(t);
    } finally {
      leave();
    }
  }

  /**
   * What {@link NativeSource} makes of a loop over {@code each}.
   *
   * @param releasing in a {@code finally} block
   */
  public <T> NativeLoop<T> loop(AsyncIterable<T> iterable, boolean releasing) {
    return new NativeLoop<>(this, iterable, releasing);
  }

  /**
   * What {@link NativeSource} makes of {@code using}.
   *
   * @param releasing in a {@code finally} block
   */
  public <T> NativeUse<T> use(AsyncScope<T> scope, boolean releasing) {
    return new NativeUse<>(this, scope, releasing);
  }

  /** The iterator without its close. */
  public <T> AsyncIterable<T> borrow(AsyncIterator<T> iterator) {
    return () ->
        new AsyncIterator<>() {
          @Override
          public CompletionStage<Boolean> advance() {
            return iterator.advance();
          }

          @Override
          public T current() {
            return iterator.current();
          }

          @Override
          public CompletionStage<Void> closeAsync() {
            return CompletableFuture.completedFuture(null);
          }
        };
  }

  /** For companions: what closing failed with after the use had failed. */
  public void suppress(Throwable failure, Throwable closing) {
    Failure.suppress(failure, closing);
  }

  /** Whether that unwinds a body that is being closed. */
  public boolean isClosing(Throwable failure) {
    return failure instanceof Closing;
  }

  /** Throws on what no body can catch. */
  public void pass(Throwable failure) {
    if (failure instanceof Closing) {
      throw Failure.thrown(failure);
    }
  }
}
