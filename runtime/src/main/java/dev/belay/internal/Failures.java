package dev.belay.internal;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The rules about exceptions: which one a stage failed with, and how two are combined. */
public final class Failures {
  private Failures() {}

  /**
   * Takes off every {@link CompletionException} that has a cause; other wrappers may be the user's
   * (H14).
   *
   * @param failure what a callback was given
   * @return what the stage failed with
   */
  public static Throwable unwrapped(Throwable failure) {
    Throwable inner = failure;
    while (inner instanceof CompletionException && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }

  /**
   * What really went wrong: not that something was cancelled, but what failed while it unwound and
   * is suppressed by the cancellation (D11).
   *
   * @param failure what a callback was given
   * @return null if nothing went wrong
   */
  static @Nullable Throwable real(Throwable failure) {
    Throwable unwrapped = unwrapped(failure);
    if (!(unwrapped instanceof CancellationException)) {
      return unwrapped;
    }
    for (Throwable suppressed : unwrapped.getSuppressed()) {
      if (!(suppressed instanceof CancellationException)) {
        return suppressed;
      }
    }
    return null;
  }

  /** The value of a future that is done, or its failure thrown, unwrapped. */
  static @Nullable Object outcome(CompletableFuture<?> done) throws Throwable {
    if (!done.isCompletedExceptionally()) {
      return done.join();
    }
    // The only way in Java 17 to the exception itself that creates no wrapper with a stack trace.
    Throwable failure = done.<@Nullable Throwable>handle((value, thrown) -> thrown).join();
    throw unwrapped(failure != null ? failure : new AssertionError("a failure without exception"));
  }

  /** The value of a future; something else if it has none, or none yet. */
  @SuppressWarnings("unchecked") // What is returned in place of a value is only compared.
  static @Nullable Object valueNow(CompletableFuture<?> future, Object otherwise) {
    // Asked first: a failure that is thrown from here would be wrapped, with a stack trace.
    if (future.isCompletedExceptionally()) {
      return otherwise;
    }
    try {
      return ((CompletableFuture<@Nullable Object>) future).getNow(otherwise);
    } catch (CancellationException | CompletionException e) {
      return otherwise; // it has failed just now
    }
  }

  /**
   * Adds one failure to another as suppressed, unless that would be a self-suppression, say the
   * same twice, or close a cycle (D12, D42, H16).
   *
   * @param primary the failure that goes on
   * @param other the failure that must not be lost
   */
  public static void suppress(Throwable primary, Throwable other) {
    if (!reaches(primary, other) && !reaches(other, primary)) {
      primary.addSuppressed(other);
    }
  }

  private static boolean reaches(Throwable from, Throwable to) {
    Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Throwable> open = new ArrayDeque<>();
    open.push(from);
    while (!open.isEmpty()) {
      Throwable next = open.pop();
      if (next == to) {
        return true;
      }
      if (seen.add(next)) {
        if (next.getCause() != null) {
          open.push(next.getCause());
        }
        for (Throwable suppressed : next.getSuppressed()) {
          open.push(suppressed);
        }
      }
    }
    return false;
  }
}
