package dev.belay.internal;

import dev.belay.AsyncConversation;
import dev.belay.AsyncIterable;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
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
   * The conversation of a two-way generator template.
   *
   * @param run a run that has not started, with the captured arguments
   * @param <T> the type of the elements that come out
   * @param <S> the type of the values that go in
   * @return the run, watched for leaks if that is asked for (A37)
   */
  public static <T extends @Nullable Object, S extends @Nullable Object>
      AsyncConversation<T, S> conversation(ConversationMachine<T, S> run) {
    return Leaks.WATCH == null ? run : Leaks.WATCH.watched(run);
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

  /**
   * The values of stages (E14).
   *
   * @param stages the stages
   * @param <T> the type of their values
   * @return an iterable that is as cold as the given one
   */
  public static <T extends @Nullable Object> AsyncIterable<T> ofStages(
      Iterable<? extends CompletionStage<? extends T>> stages) {
    Objects.requireNonNull(stages, "stages");
    return new Cold<>(() -> new StageElements<T>(stages));
  }
}
