package dev.belay.internal;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A scope whose opening is a run of a machine. */
final class MachineScope<T extends @Nullable Object> implements AsyncScope<T> {
  private final Supplier<? extends ResourceMachine<T>> machines;

  private MachineScope(Supplier<? extends ResourceMachine<T>> machines) {
    this.machines = machines;
  }

  static <T extends @Nullable Object> AsyncScope<T> cold(
      Supplier<? extends ResourceMachine<T>> machines) {
    return new MachineScope<>(machines);
  }

  static <T extends @Nullable Object> AsyncScope<T> once(ResourceMachine<T> machine) {
    AtomicReference<@Nullable ResourceMachine<T>> unused = new AtomicReference<>(machine);
    return new MachineScope<>(
        () -> {
          ResourceMachine<T> taken = unused.getAndSet(null);
          if (taken == null) {
            throw new IllegalStateException(
                "this scope has been used before: ask for a new one each time");
          }
          return taken;
        });
  }

  /**
   * The machine of the next use.
   *
   * @throws IllegalStateException if there was one and there cannot be another (D32)
   */
  ResourceMachine<T> machine() {
    return machines.get();
  }

  @Override
  public CompletableFuture<Opened<T>> open() {
    try {
      CompletableFuture<Opened<T>> opening = machine().opened();
      return Leaks.WATCH == null ? opening : Leaks.WATCH.watched(opening);
    } catch (IllegalStateException e) {
      return Settled.failure(e);
    }
  }
}
