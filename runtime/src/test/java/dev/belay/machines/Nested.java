package dev.belay.machines;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of
 *
 * <pre>
 *   A a = using(outer);
 *   try {
 *     B b = using(inner);
 *     result = await(body.apply(a, b));
 *   } catch (Exception e) {
 *     if (e instanceof CancellationException) throw e;
 *     result = await(after.get());
 *   }
 *   return result;
 * </pre>
 */
final class Nested<A, B, R> extends MethodMachine<R> {
  private AsyncScope<A> outer;
  private AsyncScope<B> inner;
  private BiFunction<A, B, CompletionStage<R>> body;
  private Supplier<CompletionStage<R>> after;
  private Opened<?> openedOuter;
  private Opened<?> openedInner;
  private Throwable innerFailure;
  private Throwable failure;
  private R result;

  private Nested(
      AsyncScope<A> outer,
      AsyncScope<B> inner,
      BiFunction<A, B, CompletionStage<R>> body,
      Supplier<CompletionStage<R>> after) {
    this.outer = outer;
    this.inner = inner;
    this.body = body;
    this.after = after;
  }

  static <A, B, R> CompletableFuture<R> inOneBody(
      AsyncScope<A> outer,
      AsyncScope<B> inner,
      BiFunction<A, B, CompletionStage<R>> body,
      Supplier<CompletionStage<R>> after) {
    return start(new Nested<>(outer, inner, body, after));
  }

  @Override
  public @Nullable Object resume() throws Throwable {
    int at = resumed();
    if (at <= 1) {
      if (entering(at == 0 ? outer : null)) {
        return suspendAt(1);
      }
      openedOuter = entered();
      at = 0;
    }
    if (at != 6) {
      try {
        Object inside = inner(at);
        if (inside != END) {
          return inside;
        }
      } catch (Throwable t) {
        failure = t;
      }
    }
    if (exiting(openedOuter, failure)) {
      return suspendAt(6);
    }
    if (failure != null && !exited()) {
      throw failure;
    }
    return complete(result);
  }

  @SuppressWarnings("unchecked")
  private Object inner(int at) throws Throwable {
    if (at != 5) {
      try {
        if (at == 0 || at == 2) {
          if (entering(at == 0 ? inner : null)) {
            return suspendAt(2);
          }
          openedInner = entered();
          at = 0;
        }
        if (at == 0 || at == 3) {
          try {
            if (at == 0 && pending(body.apply((A) openedOuter.value(), (B) openedInner.value()))) {
              return suspendAt(3);
            }
            result = (R) taken();
          } catch (Throwable t) {
            innerFailure = t;
          }
        }
        if (exiting(openedInner, innerFailure)) {
          return suspendAt(4);
        }
        if (innerFailure != null && !exited()) {
          throw innerFailure;
        }
        return END;
      } catch (Exception e) {
        if (e instanceof java.util.concurrent.CancellationException) {
          throw e;
        }
        if (pending(after.get())) {
          return suspendAt(5);
        }
      }
    }
    result = (R) taken();
    return END;
  }

  @Override
  protected void forget() {
    outer = null;
    inner = null;
    body = null;
    after = null;
    openedOuter = null;
    openedInner = null;
    innerFailure = null;
    failure = null;
    result = null;
  }
}
