package dev.belay.internal;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Stages that are complete and stay as they are, so that everybody can be given the same one. */
final class Settled<T extends @Nullable Object> extends Promise<T> {
  static final CompletableFuture<Boolean> TRUE = value(true);
  static final CompletableFuture<Boolean> FALSE = value(false);
  static final CompletableFuture<@Nullable Void> VOID = Settled.<@Nullable Void>value(null);

  private Settled() {}

  static <T extends @Nullable Object> CompletableFuture<T> value(@Nullable T value) {
    Settled<T> settled = new Settled<>();
    settled.succeed(value);
    return settled;
  }

  static <T extends @Nullable Object> CompletableFuture<T> failure(Throwable failure) {
    Settled<T> settled = new Settled<>();
    settled.fail(failure);
    return settled;
  }

  static <T extends @Nullable Object> CompletableFuture<T> misuse(String message) {
    return failure(new IllegalStateException(message));
  }
}
