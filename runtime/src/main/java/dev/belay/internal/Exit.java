package dev.belay.internal;

import dev.belay.AsyncFunction;
import dev.belay.AsyncSupplier;
import dev.belay.Opened;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What is registered with a stack, to be undone. */
sealed interface Exit {

  /** A resource, which is told the failure and may suppress or replace it. */
  record Leave(Opened<?> opened) implements Exit {}

  /** A release, which learns nothing and suppresses nothing. */
  record Release(AsyncSupplier<?> release) implements Exit {}

  /** The exit that is a function behaves as a resource does. */
  static Exit of(AsyncFunction<@Nullable Throwable, @Nullable Boolean> function) {
    return new Leave(new Function(function));
  }

  /** A function in the place of a resource without a value. */
  record Function(AsyncFunction<@Nullable Throwable, @Nullable Boolean> exit)
      implements Opened<Boolean> {

    @Override
    public Boolean value() {
      return false;
    }

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // The stage is only read; null counts as false.
    public CompletionStage<Boolean> close(@Nullable Throwable failure) {
      try {
        return (CompletionStage<Boolean>) exit.apply(failure);
      } catch (Throwable t) {
        return Settled.failure(t);
      }
    }
  }
}
