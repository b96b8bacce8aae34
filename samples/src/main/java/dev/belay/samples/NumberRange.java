package dev.belay.samples;

import static dev.belay.Async.each;

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
 * @param loop lets others run before each number
 */
record NumberRange(int start, int stop, Loop loop) implements AsyncIterable<Integer> {
  @Override
  public AsyncIterator<Integer> iterator() {
    return new Numbers(start, stop, loop);
  }

  /** Prints the numbers from one to five. */
  @AsyncMethod
  static void print(Loop loop, PrintStream out) {
    for (int number : each(new NumberRange(1, 5, loop))) {
      out.println(number);
    }
  }

  private static final class Numbers implements AsyncIterator<Integer> {
    private final int stop;
    private final Loop loop;
    private int next;
    private @Nullable Integer current;

    Numbers(int start, int stop, Loop loop) {
      this.next = start;
      this.stop = stop;
      this.loop = loop;
    }

    @Override
    public CompletionStage<Boolean> advance() {
      current = null;
      if (next > stop) {
        return CompletableFuture.completedFuture(false);
      }
      return loop.sleep(Duration.ZERO)
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
