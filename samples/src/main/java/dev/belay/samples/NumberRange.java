package dev.belay.samples;

import static dev.belay.Async.each;
import static dev.belay.Async.sleep;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncMethod;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The protocol of asynchronous iteration, written by hand: what a generator saves one from.
 *
 * @param start the first number
 * @param stop the last number
 */
record NumberRange(int start, int stop) implements AsyncIterable<Integer> {
  @Override
  public AsyncIterator<Integer> iterator() {
    return new Numbers(start, stop);
  }

  /** Prints the numbers from one to five. */
  @AsyncMethod
  static void print(PrintStream out) {
    for (int number : each(new NumberRange(1, 5))) {
      out.println(number);
    }
  }

  private static final class Numbers implements AsyncIterator<Integer> {
    private final int stop;
    private int next;
    private @Nullable Integer current;

    Numbers(int start, int stop) {
      this.next = start;
      this.stop = stop;
    }

    @Override
    public CompletionStage<Boolean> advance() {
      current = null;
      if (next > stop) {
        return CompletableFuture.completedFuture(false);
      }
      // Lets others run before each number.
      return sleep(Duration.ZERO)
          .thenApply(
              nothing -> {
                current = next++;
                return true;
              });
    }

    @Override
    public Integer current() {
      if (current == null) {
        throw new IllegalStateException("there is no number: advance() has not said so");
      }
      return current;
    }

    @Override
    public CompletionStage<@Nullable Void> closeAsync() {
      next = stop + 1;
      return CompletableFuture.completedFuture(null);
    }
  }
}
