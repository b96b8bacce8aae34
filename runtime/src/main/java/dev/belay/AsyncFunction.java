package dev.belay;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Starts something asynchronous with an argument.
 *
 * @param <T> the type of the argument
 * @param <R> the type of the result
 */
@FunctionalInterface
public interface AsyncFunction<T extends @Nullable Object, R extends @Nullable Object> {

  /**
   * Starts.
   *
   * @param argument the argument
   * @return the stage of the result
   * @throws Exception taken as if the stage had failed with it
   */
  CompletionStage<? extends R> apply(T argument) throws Exception;
}
