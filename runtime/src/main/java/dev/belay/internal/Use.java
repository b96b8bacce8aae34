package dev.belay.internal;

import dev.belay.AsyncFunction;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@link AsyncScope#use}, in the form that the processor would give to
 *
 * <pre>
 *   T resource = using(scope);
 *   return await(body.apply(resource));
 * </pre>
 *
 * @param <T> the type of the resource
 * @param <R> the type of the result
 */
public final class Use<T extends @Nullable Object, R extends @Nullable Object>
    extends MethodMachine<R> {
  private @Nullable AsyncScope<T> scope;
  private @Nullable AsyncFunction<? super T, ? extends R> body;
  private @Nullable Opened<?> opened;
  private @Nullable Object result;
  private @Nullable Throwable failure;

  private Use(AsyncScope<T> scope, AsyncFunction<? super T, ? extends R> body) {
    this.scope = scope;
    this.body = body;
  }

  /**
   * Starts a use.
   *
   * @param scope what to open
   * @param body what to do with the resource
   * @param <T> the type of the resource
   * @param <R> the type of the result
   * @return as {@link AsyncScope#use}
   */
  public static <T extends @Nullable Object, R extends @Nullable Object> CompletableFuture<R> of(
      AsyncScope<T> scope, AsyncFunction<? super T, ? extends R> body) {
    return start(new Use<>(scope, body));
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // Each reference is set until it is cleared.
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at <= 1) {
      if (entering(at == 0 ? scope : null)) {
        return suspendAt(1);
      }
      at = 0;
      opened = entered();
      scope = null;
    }
    if (at == 0 || at == 2) {
      try {
        if (at == 0 && pending(body.apply((T) opened.value()))) {
          return suspendAt(2);
        }
        result = taken();
      } catch (Throwable t) {
        failure = t;
      }
      body = null;
    }
    if (exiting(opened, failure)) {
      return suspendAt(3);
    }
    if (failure != null && !exited()) {
      throw failure;
    }
    return complete((R) result);
  }

  @Override
  protected void forget() {
    scope = null;
    body = null;
    opened = null;
    result = null;
    failure = null;
  }
}
