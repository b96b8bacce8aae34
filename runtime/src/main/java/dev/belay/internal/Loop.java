package dev.belay.internal;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import org.jspecify.annotations.Nullable;

/**
 * A body's loop over an {@link AsyncIterable} (clauses E). A generator that the loop itself began
 * is the body's child and polled; every other iterator is asked through its public methods.
 */
final class Loop {
  private Loop() {}

  static <T extends @Nullable Object> AsyncIterator<T> iterator(
      Machine machine, @Nullable AsyncIterable<? extends T> iterable) {
    if (iterable == null) {
      throw new NullPointerException("the iterable of the loop is null");
    }
    @SuppressWarnings("unchecked") // An iterator only hands elements out.
    AsyncIterable<T> source = (AsyncIterable<T>) iterable;
    if (source instanceof Cold<T> cold) {
      return child(machine, cold.run());
    }
    AsyncIterator<T> iterator = source.iterator();
    if (iterator == null) {
      throw new NullPointerException("iterator() of " + iterable.getClass() + " returned null");
    }
    return iterator;
  }

  private static <T extends @Nullable Object> AsyncIterator<T> child(
      Machine parent, GeneratorMachine<T> run) {
    if (parent.isDeep()) {
      run.detach();
    } else {
      run.adoptedBy(parent);
    }
    return run;
  }

  static @Nullable GeneratorMachine<?> own(Machine machine, AsyncIterator<?> iterator) {
    if (!(iterator instanceof GeneratorMachine<?> run) || !run.isChild()) {
      return null;
    }
    run.under(machine.root());
    return run;
  }

  static @Nullable Object pulling(Machine machine, AsyncIterator<?> iterator) throws Throwable {
    if (iterator instanceof GeneratorMachine<?> run && run.isChild()) {
      Driver root = machine.root();
      // Not when asked again: what the generator has waited for is its own to take (G23).
      if (root.cancels(machine) && !run.isWaiting()) {
        throw root.takeCancellation(machine);
      }
      return run.poll(root);
    }
    if (machine.awaited == null
        && Request.pending(machine, iterator, AsyncIterator::advance, "advance()")) {
      return Machine.WAITING;
    }
    if (!(machine.taken() instanceof Boolean more)) {
      throw new NullPointerException(
          "advance() of " + iterator.getClass() + " completed with neither true nor false");
    }
    return more ? iterator.current() : Machine.END;
  }

  static @Nullable Object pullingRelease(Machine machine, AsyncIterator<?> iterator)
      throws Throwable {
    Driver root = machine.root();
    root.shield();
    try {
      return pulling(machine, iterator);
    } finally {
      root.unshield();
    }
  }

  static boolean closing(Machine machine, AsyncIterator<?> iterator, @Nullable Throwable failure)
      throws Throwable {
    Driver root = machine.root();
    root.shield();
    try {
      if (iterator instanceof GeneratorMachine<?> run && run.isChild()) {
        if (run.fresh()) {
          // A generator that the loop has resumed by itself has ended, or thrown the failure.
          if (failure != null) {
            Traces.leaving(run, failure);
          }
          run.finish();
          return false;
        }
        return run.close(root);
      }
      if (machine.awaited == null
          && Request.pending(machine, iterator, AsyncIterator::closeAsync, "closeAsync()")) {
        return true;
      }
      Object unused = machine.taken();
    } catch (Throwable t) {
      if (failure == null) {
        throw t;
      }
      Failures.suppress(failure, t);
    } finally {
      root.unshield();
    }
    return false;
  }
}
