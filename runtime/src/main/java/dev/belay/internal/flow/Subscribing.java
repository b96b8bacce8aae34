package dev.belay.internal.flow;

import dev.belay.AsyncIterable;
import dev.belay.internal.Failures;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Publisher;
import org.jspecify.annotations.Nullable;

/**
 * {@link AsyncIterable#fromPublisher}: subscribes at the first request, and cancels unless the
 * publisher has ended.
 *
 * @param <T> the type of the elements
 */
public final class Subscribing<T> extends GeneratorMachine<T> {
  private static final int SUBSCRIBED = 1;
  private static final int EMPTY = 2;
  private static final int YIELDED = 3;

  private final Inbox<T> inbox = new Inbox<>();
  private final int ahead;
  private @Nullable Publisher<? extends T> publisher;

  /** How many elements were requested and have not been taken. */
  private int outstanding;

  private Subscribing(Publisher<? extends T> publisher, int ahead) {
    this.publisher = publisher;
    this.ahead = ahead;
  }

  /** As {@link AsyncIterable#fromPublisher(Publisher, int)}. */
  public static <T> AsyncIterable<T> of(Publisher<? extends T> publisher, int ahead) {
    if (ahead <= 0) {
      throw new IllegalArgumentException("at least one element must be requested: " + ahead);
    }
    return Generators.cold(() -> new Subscribing<T>(publisher, ahead));
  }

  @Override
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    Throwable failure = null;
    try {
      return at != 0 && closing() ? END : element(at);
    } catch (Throwable t) {
      failure = t;
      throw t;
    } finally {
      if (running()) {
        close(failure);
      }
    }
  }

  @SuppressWarnings("NullAway") // The publisher is there until it has been subscribed to.
  private @Nullable Object element(int at) throws Throwable {
    if (at == 0) {
      publisher.subscribe(inbox);
      publisher = null;
      if (suspends(inbox.missingSubscription())) {
        return suspendAt(SUBSCRIBED);
      }
    }
    if (at == SUBSCRIBED || at == EMPTY) {
      Object unused = taken();
    }
    if (at != EMPTY) {
      request();
      if (suspends(inbox.missingElement())) {
        return suspendAt(EMPTY);
      }
    }
    T element = inbox.poll();
    if (element != null) {
      outstanding--;
      return yieldAt(YIELDED, element);
    }
    Throwable failure = inbox.failure();
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  private boolean suspends(@Nullable CompletionStage<?> missing) throws Throwable {
    if (missing == null) {
      return false;
    }
    if (pending(missing)) {
      return true;
    }
    Object unused = taken();
    return false;
  }

  private void request() {
    if (outstanding <= ahead / 2) {
      int missing = ahead - outstanding;
      outstanding = ahead;
      inbox.request(missing);
    }
  }

  private void close(@Nullable Throwable failure) {
    try {
      inbox.close();
    } catch (Throwable t) {
      if (failure == null) {
        throw t;
      }
      Failures.suppress(failure, t);
    }
  }

  @Override
  protected void forget() {
    publisher = null;
  }
}
