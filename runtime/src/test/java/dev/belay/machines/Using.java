package dev.belay.machines;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of
 *
 * <pre>
 *   {
 *     T resource = using(scope);
 *     result = await(body.apply(resource));
 *   }
 *   return result;
 * </pre>
 */
final class Using<T, R> extends MethodMachine<R> {
  private AsyncScope<T> scope;
  private Body<? super T, R> body;
  private Opened<?> opened;
  private Throwable failure;
  private R result;

  /** May throw anything. */
  interface Body<T, R> {
    CompletionStage<R> apply(T resource) throws Throwable;
  }

  private Using(AsyncScope<T> scope, Body<? super T, R> body) {
    this.scope = scope;
    this.body = body;
  }

  static <T, R> CompletableFuture<R> use(AsyncScope<T> scope, Body<? super T, R> body) {
    return start(new Using<>(scope, body));
  }

  @Override
  @SuppressWarnings("unchecked")
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    T resource = null;
    if (at <= 1) {
      if (entering(at == 0 ? scope : null)) {
        return suspendAt(1);
      }
      at = 0;
      opened = entered();
      resource = (T) opened.value();
    }
    if (at == 0 || at == 2) {
      try {
        if (at == 0 && pending(body.apply(resource))) {
          return suspendAt(2);
        }
        result = (R) taken();
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (exiting(opened, failure)) {
      return suspendAt(3);
    }
    if (exited()) {
      failure = null;
    }
    if (failure != null) {
      throw failure;
    }
    return complete(result);
  }

  @Override
  protected void forget() {
    scope = null;
    body = null;
    opened = null;
    failure = null;
    result = null;
  }
}
