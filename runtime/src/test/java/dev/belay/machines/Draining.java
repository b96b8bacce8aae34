package dev.belay.machines;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the processor makes of {@code for (T t : each(iterable)) sink.accept(t);}. */
final class Draining<T> extends MethodMachine<Void> {
  private AsyncIterable<T> iterable;
  private Consumer<? super T> sink;
  private AsyncIterator<T> iterator;
  private Throwable failure;

  private Draining(AsyncIterable<T> iterable, Consumer<? super T> sink) {
    this.iterable = iterable;
    this.sink = sink;
  }

  static <T> CompletableFuture<Void> of(AsyncIterable<T> iterable, Consumer<? super T> sink) {
    return start(new Draining<>(iterable, sink));
  }

  @Override
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at == 0) {
      iterator = iterate(iterable);
    }
    if (at <= 1) {
      try {
        for (; ; ) {
          Object outcome = pulling(iterator);
          if (outcome == WAITING) {
            return suspendAt(1);
          }
          if (outcome == END) {
            break;
          }
          sink.accept(element(iterator, outcome));
        }
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (closingIterator(iterator, failure)) {
      return suspendAt(2);
    }
    if (failure != null) {
      throw failure;
    }
    return complete(null);
  }

  @Override
  protected void forget() {
    iterable = null;
    sink = null;
    iterator = null;
    failure = null;
  }
}
