package dev.belay.internal;

import dev.belay.AsyncFunction;
import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.AsyncSupplier;
import dev.belay.Opened;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The owner of some {@link Exits}, until they are moved. */
public final class Stack implements AsyncStack {
  private final AtomicReference<@Nullable Exits> exits;

  private Stack(Exits exits) {
    this.exits = new AtomicReference<>(exits);
  }

  /** As {@link AsyncStack#scope}. */
  public static AsyncScope<AsyncStack> scope() {
    return MachineScope.cold(() -> new StackResource(new Stack(new Exits())));
  }

  private Exits owned() {
    Exits owned = exits.get();
    if (owned == null) {
      throw new IllegalStateException("the stack has been moved");
    }
    return owned;
  }

  @Override
  public <T extends @Nullable Object> CompletableFuture<T> enter(AsyncScope<T> scope) {
    Objects.requireNonNull(scope, "scope");
    try {
      return Enter.of(owned(), scope);
    } catch (IllegalStateException e) {
      return Settled.failure(e);
    }
  }

  @Override
  public void push(AsyncFunction<@Nullable Throwable, @Nullable Boolean> exit) {
    owned().add(Exit.of(Objects.requireNonNull(exit, "exit")));
  }

  @Override
  public void push(Opened<?> opened) {
    owned().add(new Exit.Leave(Objects.requireNonNull(opened, "opened")));
  }

  @Override
  public void defer(AsyncSupplier<?> release) {
    owned().add(new Exit.Release(Objects.requireNonNull(release, "release")));
  }

  @Override
  public AsyncStack move() {
    Exits owned = owned();
    if (!owned.isOpen()) {
      throw new IllegalStateException("the stack has been closed");
    }
    if (!exits.compareAndSet(owned, null)) {
      throw new IllegalStateException("the stack has been moved");
    }
    return new Stack(owned);
  }

  @Override
  public CompletionStage<@Nullable Void> closeAsync() {
    Exits owned = exits.get();
    if (owned != null && owned.isRunningHere()) {
      return Settled.misuse("an exit of a stack tried to close the stack, which waits for it");
    }
    Exits.Closing closing = close(null);
    return closing == null ? Settled.VOID : closing;
  }

  /** Undoes everything; null if there is nothing to do. */
  Exits.@Nullable Closing close(@Nullable Throwable failure) {
    Exits owned = exits.get();
    return owned == null ? null : owned.close(failure);
  }

  @Override
  public String toString() {
    Exits owned = exits.get();
    return "AsyncStack[" + (owned == null ? "moved" : owned) + "]";
  }
}
