package dev.belay.benchmarks;

import java.util.concurrent.CompletableFuture;

/** Opens sessions, which are numbers, and closes them. */
public interface Pool {
  /** The session of a number. */
  CompletableFuture<Integer> open(int i);

  /** Closes a session; the number says nothing. */
  CompletableFuture<Integer> close(Integer session);

  /** Has everything ready. */
  static Pool completed() {
    CompletableFuture<Integer>[] stages = Numbers.completed();
    return new Pool() {
      @Override
      public CompletableFuture<Integer> open(int i) {
        return stages[i & 127];
      }

      @Override
      public CompletableFuture<Integer> close(Integer session) {
        return stages[0];
      }
    };
  }

  /** Opens and closes when the loop runs. */
  static Pool pending(EventLoop loop) {
    return new Pool() {
      @Override
      public CompletableFuture<Integer> open(int i) {
        return loop.later(Numbers.of(i));
      }

      @Override
      public CompletableFuture<Integer> close(Integer session) {
        return loop.later(session);
      }
    };
  }
}
