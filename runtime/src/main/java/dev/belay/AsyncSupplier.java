package dev.belay;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Starts something asynchronous.
 *
 * @param <T> the type of the result
 */
@FunctionalInterface
public interface AsyncSupplier<T extends @Nullable Object> {

  /**
   * Starts.
   *
   * @return the stage of the result
   * @throws Exception taken as if the stage had failed with it
   */
  CompletionStage<? extends T> get() throws Exception;
}
