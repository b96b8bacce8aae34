package dev.belay;

import dev.belay.internal.NextOrDefault;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Elements that arrive one at a time (PEP 492's {@code __anext__}). Single-use and pulled by one
 * consumer: {@code advance()} completes, then {@code current()} is read, then the next {@code
 * advance()}. Whoever obtained an iterator closes it; a loop over {@link Async#each} does so on
 * every way out (E3).
 *
 * @param <T> the type of the elements
 */
public interface AsyncIterator<T extends @Nullable Object> extends AsyncCloseable {

  /**
   * Asks for the next element. The body runs on the calling thread up to its first real suspension,
   * so the stage may already be complete on return (A2).
   *
   * @return completes with true when {@link #current()} holds an element, and with false at the
   *     end, as often as it is asked (A6). Fails with the body's own exception, once (A7, A8).
   *     While an earlier request is unfinished it fails with {@link IllegalStateException} (A16).
   *     After {@link #closeAsync()} it completes with false when the unwinding has finished (A33).
   *     Completes on the thread that completed the awaited stage (H11)
   */
  CompletionStage<Boolean> advance();

  /**
   * The element of the last {@link #advance()} that completed with true.
   *
   * @return the element, which may be null (A12)
   * @throws IllegalStateException if there is none: before the first advance, while one is
   *     unfinished, or after the end
   */
  T current();

  /**
   * Asks for the next element and takes the end for a value (Python's {@code anext} with a default,
   * E12).
   *
   * @param atEnd what to give at the end, as often as it is asked
   * @return completes with the element or the given value. Otherwise as {@link #advance()}
   */
  default CompletableFuture<T> nextOrDefault(T atEnd) {
    return NextOrDefault.of(this, atEnd);
  }

  /**
   * Ends the iteration early: the body returns from the yield or await at which it stands, so its
   * {@code finally} blocks run and no {@code catch} block sees anything (A21). May be called from
   * any thread, also while an advance is unfinished: that one then fails with {@link
   * java.util.concurrent.CancellationException} (A31).
   *
   * @return completes when all {@code finally} blocks have finished (A23), shared by concurrent
   *     calls (A30). Fails with what a {@code finally} block threw (A25), or with {@link
   *     IllegalStateException} if the body yielded while it was being closed (A28) or if the body
   *     itself made the call (A34)
   */
  @Override
  CompletionStage<@Nullable Void> closeAsync();
}
