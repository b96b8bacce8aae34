package dev.belay.benchmarks;

import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an expert writes who needs speed and nothing else: machines that are polled. They know no
 * cancel, no close, no second thread and no failure, so they are a limit rather than a peer.
 */
final class ByHand {
  static final int END = 0;
  static final int ELEMENT = 1;
  static final int PENDING = 2;

  private ByHand() {}

  /** The sum of a source that never has to wait. */
  static long sum(Source source) {
    Consumer consumer = new Consumer(source);
    consumer.run();
    return consumer.sum;
  }

  /** A source of elements that is asked, and calls back when it could not answer at once. */
  abstract static class Source {
    final int count;
    int next;
    @Nullable Integer element;

    Source(int count) {
      this.count = count;
    }

    /** {@link #END}, {@link #ELEMENT}, or {@link #PENDING}: then the consumer is called. */
    abstract int poll(Consumer consumer);
  }

  static final class Ready extends Source {
    Ready(int count) {
      super(count);
    }

    @Override
    int poll(Consumer consumer) {
      if (next == count) {
        return END;
      }
      element = Numbers.of(next++);
      return ELEMENT;
    }
  }

  static final class Completed extends Source {
    private final CompletableFuture<Integer>[] stages;

    Completed(int count, CompletableFuture<Integer>[] stages) {
      super(count);
      this.stages = stages;
    }

    @Override
    int poll(Consumer consumer) {
      if (next == count) {
        return END;
      }
      CompletableFuture<Integer> stage = stages[next++ & 127];
      if (!stage.isDone()) {
        stage.handle(consumer);
        return PENDING;
      }
      element = stage.join();
      return ELEMENT;
    }
  }

  static final class Pending extends Source {
    private final EventLoop loop;
    private @Nullable CompletableFuture<Integer> awaited;

    Pending(int count, EventLoop loop) {
      super(count);
      this.loop = loop;
    }

    @Override
    int poll(Consumer consumer) {
      CompletableFuture<Integer> stage = awaited;
      if (stage == null) {
        if (next == count) {
          return END;
        }
        stage = loop.later(Numbers.of(next++));
        if (!stage.isDone()) {
          awaited = stage;
          stage.handle(consumer);
          return PENDING;
        }
      }
      awaited = null;
      element = stage.join();
      return ELEMENT;
    }
  }

  /** Hands on what another source has. */
  static final class Passing extends Source {
    private final Source source;

    Passing(Source source) {
      super(source.count);
      this.source = source;
    }

    @Override
    int poll(Consumer consumer) {
      int outcome = source.poll(consumer);
      element = source.element;
      return outcome;
    }
  }

  /** Adds up the elements; itself the callback, so that waiting allocates nothing of its own. */
  static final class Consumer implements BiFunction<Object, @Nullable Throwable, @Nullable Void> {
    private final Source source;
    long sum;
    boolean ended;

    Consumer(Source source) {
      this.source = source;
    }

    void run() {
      for (; ; ) {
        switch (source.poll(this)) {
          case ELEMENT -> {
            Integer element = source.element;
            sum += element == null ? 0 : element;
          }
          case PENDING -> {
            return;
          }
          default -> {
            ended = true;
            return;
          }
        }
      }
    }

    @Override
    public @Nullable Void apply(Object value, @Nullable Throwable failure) {
      run();
      return null;
    }
  }
}
