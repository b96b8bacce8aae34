package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/** A stage that is complete because something has been handed over. */
final class Delivered<T extends @Nullable Object> extends Promise<T> {
  static final Delivered<@Nullable Void> ACCEPTED = of(null);

  private Delivered() {}

  @Override
  boolean handsOver() {
    return true;
  }

  static <T extends @Nullable Object> Delivered<T> of(@Nullable T value) {
    Delivered<T> delivered = new Delivered<>();
    boolean unused = delivered.succeed(value);
    return delivered;
  }
}
