package dev.belay.internal;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** An iterable each of whose iterations is a run of a machine (A49). */
final class Cold<T extends @Nullable Object> implements AsyncIterable<T> {
  private final Supplier<? extends GeneratorMachine<T>> runs;

  Cold(Supplier<? extends GeneratorMachine<T>> runs) {
    this.runs = runs;
  }

  @Override
  public AsyncIterator<T> iterator() {
    GeneratorMachine<T> run = run();
    return Leaks.WATCH == null ? run : Leaks.WATCH.watched(run);
  }

  GeneratorMachine<T> run() {
    return runs.get();
  }
}
