package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;

/** A loop over {@code each} (clauses E). */
public final class NativeLoop<T> implements Iterable<T> {
  private final NativeRuntime runtime;
  private final AsyncIterator<T> iterator;
  private final boolean releasing;
  private boolean left;

  NativeLoop(NativeRuntime runtime, AsyncIterable<T> iterable, boolean releasing) {
    this.releasing = releasing;
    this.runtime = runtime;
    this.iterator = Objects.requireNonNull(iterable.iterator(), "iterator");
  }

  /** The whole loop. */
  static <T> void forEach(
      NativeRuntime runtime, AsyncIterable<T> iterable, Consumer<? super T> block) {
    NativeLoop<T> loop = runtime.loop(iterable, false);
    try {
      for (T element : loop) {
        block.accept(element);
      }
    } catch (Throwable t) {
      loop.failed(t);
      throw t;
    } finally {
      loop.leave();
    }
  }

  @Override
  public Iterator<T> iterator() {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        if (releasing) {
          return runtime.releasing(iterator::advance);
        }
        if (iterator instanceof NativeIterator) {
          runtime.deliver();
          return runtime.taken(iterator.advance());
        }
        return runtime.await(iterator.advance(), false);
      }

      @Override
      @SuppressWarnings("IteratorNextWithoutHasNext") // Only a for statement calls this.
      public T next() {
        return iterator.current();
      }
    };
  }

  /** The loop failed, and the failure is about to be thrown on (E5). */
  public void failed(Throwable failure) {
    try {
      leave();
    } catch (Throwable t) {
      if (failure instanceof Closing) {
        throw t;
      }
      Failure.suppress(failure, t);
    }
  }

  /** Closes the iterator, once. */
  public void leave() {
    if (!left) {
      left = true;
      runtime.releasing(iterator::closeAsync);
    }
  }
}
