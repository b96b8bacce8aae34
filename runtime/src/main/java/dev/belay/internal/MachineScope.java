package dev.belay.internal;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A scope that can be used again and again: each opening is a run of a machine of its own. */
final class MachineScope<T extends @Nullable Object> implements AsyncScope<T> {
  private final Supplier<? extends ResourceMachine<T>> machines;

  private MachineScope(Supplier<? extends ResourceMachine<T>> machines) {
    this.machines = machines;
  }

  static <T extends @Nullable Object> AsyncScope<T> cold(
      Supplier<? extends ResourceMachine<T>> machines) {
    return new MachineScope<>(machines);
  }

  /** The machine of the next use. */
  ResourceMachine<T> machine() {
    return machines.get();
  }

  @Override
  public CompletableFuture<Opened<T>> open() {
    return machine().opened();
  }
}
