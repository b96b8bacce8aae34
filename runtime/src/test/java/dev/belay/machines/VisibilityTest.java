package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterator;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.MethodMachine;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Clause H1: what a body wrote is seen by the thread that resumes it, although nobody but the
 * runtime orders the two: stages and consumers hand over by opaque writes, which order nothing.
 */
@SuppressWarnings("ThreadPriorityCheck") // a fence is what must not be here
class VisibilityTest {
  private static final int ROUNDS = 2_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** {@code written = number; await(stage); return written;}, in a plain field. */
  private static final class Writing extends MethodMachine<Integer> {
    private final int number;
    private final CompletionStage<?> stage;
    private int written;

    Writing(int number, CompletionStage<?> stage) {
      this.number = number;
      this.stage = stage;
    }

    @Override
    public @Nullable Object resume() throws Throwable {
      if (resumed() == 0) {
        written = number;
        if (pending(stage)) {
          return suspendAt(1);
        }
      }
      Object unused = taken();
      return complete(written);
    }
  }

  @Test
  void H1_whatWasWrittenBeforeAnAwaitIsSeenBehindIt() throws Exception {
    for (int i = 1; i <= ROUNDS; i++) {
      int number = i;
      AtomicReference<BiConsumer<Object, Throwable>> callback = new AtomicReference<>();
      Future<Integer> result =
          threads.submit(
              () ->
                  MethodMachine.start(new Writing(number, NastyStage.of(callback::setOpaque)))
                      .get(30, TimeUnit.SECONDS));
      Future<?> called =
          threads.submit(
              () -> {
                while (callback.getOpaque() == null) {
                  Thread.yield();
                }
                callback.getOpaque().accept("done", null);
              });
      called.get(30, TimeUnit.SECONDS);

      assertThat(result.get(30, TimeUnit.SECONDS)).isEqualTo(number);
    }
  }

  /** {@code for (;;) out.yield(++count);}, in a plain field. */
  private static final class Counting extends GeneratorMachine<Integer> {
    private int count;

    @Override
    public @Nullable Object resume() {
      int at = resumed();
      if (at == 1 && closing()) {
        return END;
      }
      return yieldAt(1, ++count);
    }
  }

  @Test
  void H1_threadsThatTakeTurnsSeeWhatTheBodyWrote() throws Exception {
    try (Turns turns = new Turns(new Counting())) {
      Future<Integer> even = threads.submit(() -> turns.take(0));
      Future<Integer> odd = threads.submit(() -> turns.take(1));

      assertThat(even.get(60, TimeUnit.SECONDS)).isEqualTo(ROUNDS);
      assertThat(odd.get(60, TimeUnit.SECONDS)).isEqualTo(ROUNDS);
    }
  }

  /** Two consumers of one iterator, the one after the other. */
  private static final class Turns implements AutoCloseable {
    private final AsyncIterator<Integer> iterator;
    private final AtomicInteger turn = new AtomicInteger();

    Turns(AsyncIterator<Integer> iterator) {
      this.iterator = iterator;
    }

    /** How many elements were the right ones. */
    int take(int first) {
      int right = 0;
      for (int mine = first; mine < 2 * ROUNDS; mine += 2) {
        while (turn.getOpaque() != mine) {
          Thread.yield();
        }
        boolean more = iterator.advance().toCompletableFuture().join();
        right += more && iterator.current() == mine + 1 ? 1 : 0;
        turn.setOpaque(mine + 1);
      }
      return right;
    }

    @Override
    public void close() {
      iterator.closeAsync().toCompletableFuture().join();
    }
  }
}
