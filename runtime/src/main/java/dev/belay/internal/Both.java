package dev.belay.internal;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Two scopes as one, in the form that the processor would give to
 *
 * <pre>
 *   T first = using(one);
 *   U second = using(other);
 *   out.yield(combiner.apply(first, second));
 * </pre>
 *
 * <p>but that a failure before the yield cannot be suppressed: there would be nothing to hand out.
 *
 * @param <T> the type of the first resource
 * @param <U> the type of the second
 * @param <R> the type of what is handed out
 */
public final class Both<
        T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
    extends ResourceMachine<R> {
  private @Nullable AsyncScope<T> one;
  private @Nullable AsyncScope<U> other;
  private @Nullable BiFunction<? super T, ? super U, ? extends R> combiner;
  private @Nullable Opened<?> first;
  private @Nullable Opened<?> second;
  private @Nullable Throwable failure;

  /** Why there is no yield. */
  private @Nullable Throwable refusal;

  private Both(
      AsyncScope<T> one,
      AsyncScope<U> other,
      BiFunction<? super T, ? super U, ? extends R> combiner) {
    this.one = one;
    this.other = other;
    this.combiner = combiner;
  }

  /** As {@link AsyncScope#both}. */
  public static <T extends @Nullable Object, U extends @Nullable Object, R extends @Nullable Object>
      AsyncScope<R> scope(
          AsyncScope<T> one,
          AsyncScope<U> other,
          BiFunction<? super T, ? super U, ? extends R> combiner) {
    return MachineScope.cold(() -> new Both<T, U, R>(one, other, combiner));
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Each reference is set until it is cleared.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at <= 1) {
      if (entering(at == 0 ? one : null)) {
        return suspendAt(1);
      }
      first = entered();
      at = 0;
    }
    if (at == 0 || at == 2) {
      try {
        if (entering(at == 0 ? other : null)) {
          return suspendAt(2);
        }
        second = entered();
        R value = combiner.apply((T) first.value(), (U) second.value());
        one = null;
        other = null;
        combiner = null;
        return yieldAt(3, value);
      } catch (Throwable t) {
        refusal = t;
        failure = t;
      }
    }
    if (at == 3) {
      try {
        Object unused = received();
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (at != 5 && second != null) {
      try {
        if (exiting(second, failure)) {
          return suspendAt(4);
        }
        if (exited()) {
          failure = null;
        }
      } catch (Throwable t) {
        failure = t; // which holds the other already (D11)
      }
    }
    if (exiting(first, failure)) {
      return suspendAt(5);
    }
    if (failure != null && !exited()) {
      throw failure;
    }
    if (refusal != null) {
      throw refusal;
    }
    return END;
  }

  /** The scopes have linked failures as nested ones do (D16). */
  @Override
  boolean addsGiven() {
    return false;
  }

  @Override
  protected void forget() {
    one = null;
    other = null;
    combiner = null;
    first = null;
    second = null;
    failure = null;
    refusal = null;
  }
}
