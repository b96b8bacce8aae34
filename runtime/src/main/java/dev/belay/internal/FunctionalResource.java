package dev.belay.internal;

import dev.belay.AsyncFunction;
import dev.belay.AsyncScope;
import dev.belay.AsyncSupplier;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The resource of a function that opens and one that closes, in the form that the processor would
 * give to
 *
 * <pre>
 *   T resource = await(open.get());
 *   try { out.yield(resource); } finally { await(close.apply(resource)); }
 * </pre>
 *
 * <p>but for two things: as with try-with-resources, the failure of the use stays in front of one
 * of the closing (D11), and a resource that comes after the opening was cancelled is closed (D19).
 *
 * @param <T> the type of the resource
 */
public final class FunctionalResource<T extends @Nullable Object> extends ResourceMachine<T> {
  private @Nullable AsyncSupplier<T> open;
  private @Nullable AsyncFunction<T, ?> close;
  private @Nullable Throwable failure;

  private FunctionalResource(AsyncSupplier<T> open, AsyncFunction<T, ?> close) {
    this.open = open;
    this.close = close;
  }

  /**
   * The scope of two functions.
   *
   * @param open acquires
   * @param close releases
   * @param <T> the type of the resource
   * @return as {@link AsyncScope#of}
   */
  public static <T extends @Nullable Object> AsyncScope<T> scope(
      AsyncSupplier<T> open, AsyncFunction<T, ?> close) {
    return MachineScope.cold(() -> new FunctionalResource<>(open, close));
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Each reference is set until it is cleared.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at <= 1) {
      if (at == 0 && pending(open.get())) {
        return suspendAt(1);
      }
      open = null;
      return yieldAt(2, (T) taken());
    }
    if (at == 2) {
      try {
        Object unused = received();
      } catch (Throwable t) {
        failure = t;
      }
    }
    try {
      if (at == 2 && pending(close.apply(value()))) {
        return suspendAt(3);
      }
      Object unused = taken();
    } catch (Throwable t) {
      if (failure == null) {
        throw t;
      }
      Failures.suppress(failure, t);
    }
    if (failure != null) {
      throw failure;
    }
    return END;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // What arrives late is what open's stage is of.
  void abandoned(CompletionStage<?> stage) {
    AsyncFunction<T, ?> release = close;
    if (release != null) {
      LateArrival.of(stage, resource -> release.apply((T) resource));
    }
  }

  @Override
  protected void forget() {
    open = null;
    close = null;
    failure = null;
  }
}
