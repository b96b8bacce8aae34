package dev.belay.internal;

import dev.belay.AsyncIterable;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Iterables made of generators. */
public final class Generators {
  private Generators() {}

  /**
   * The iterable of a generator template.
   *
   * @param runs makes a run that has not started, with the captured arguments; called once for each
   *     iteration, on the thread that begins it
   * @param <T> the type of the elements
   * @return the cold iterable (A49)
   */
  public static <T extends @Nullable Object> AsyncIterable<T> cold(
      Supplier<? extends GeneratorMachine<T>> runs) {
    return new Cold<>(runs);
  }

  /**
   * The elements of a synchronous iterable (E14).
   *
   * @param elements the elements
   * @param <T> their type
   * @return an iterable that is as cold as the given one
   */
  public static <T extends @Nullable Object> AsyncIterable<T> of(Iterable<? extends T> elements) {
    Objects.requireNonNull(elements, "elements");
    return new Cold<>(() -> new Elements<T>(elements));
  }
}
