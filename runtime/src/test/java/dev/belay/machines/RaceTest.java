package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.Generators;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clauses H1, H2, H25: completions, closes and cancels that meet have one winner each. */
@SuppressWarnings("IteratorNotClosed") // what is left open is what is tested
class RaceTest {
  private static final int ROUNDS = 3_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  /** Plain fields only: a data race would show as a wrong count. */
  private static final class Pages extends GeneratorMachine<Integer> {
    private final List<CompletableFuture<Integer>> pages;
    private final AtomicInteger inside = new AtomicInteger();
    private final AtomicInteger ends;
    private int next;

    Pages(List<CompletableFuture<Integer>> pages, AtomicInteger ends) {
      this.pages = pages;
      this.ends = ends;
    }

    @Override
    public @Nullable Object resume() throws Throwable {
      assertThat(inside.getAndIncrement()).isZero();
      int at = resumed();
      try {
        for (; ; ) {
          if (at <= 1) {
            if (at == 0 && next == pages.size()) {
              return END;
            }
            if (at == 0 && pending(page(pages.get(next)))) {
              return suspendAt(1);
            }
            if (at == 1 && closing()) {
              return END;
            }
            next++;
            return yieldAt(2, (Integer) taken());
          }
          if (closing()) {
            return END;
          }
          at = 0;
        }
      } finally {
        if (running()) {
          ends.incrementAndGet();
        }
        inside.decrementAndGet();
      }
    }

    private CompletionStage<Integer> page(CompletableFuture<Integer> page) {
      return next % 2 == 0 ? page : page.minimalCompletionStage();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void H25_closeAgainstResume(int closers) throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<CompletableFuture<Integer>> pages =
          List.of(new CompletableFuture<>(), new CompletableFuture<>(), new CompletableFuture<>());
      AtomicInteger ends = new AtomicInteger();
      AsyncIterator<Integer> iterator =
          Generators.<Integer>cold(() -> new Pages(pages, ends)).iterator();
      CompletableFuture<Integer> consumed = new CompletableFuture<>();
      List<Runnable> racers = new ArrayList<>();
      racers.add(() -> consume(iterator, 0, consumed));
      racers.add(() -> pages.forEach(page -> page.complete(1)));
      List<CompletableFuture<Void>> closes = new ArrayList<>();
      for (int i = 0; i < closers; i++) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        closes.add(closed);
        racers.add(
            () ->
                iterator
                    .closeAsync()
                    .whenComplete(
                        (nothing, failure) -> {
                          if (failure == null) {
                            closed.complete(null);
                          } else {
                            closed.completeExceptionally(failure);
                          }
                        }));
      }

      race(racers);

      for (CompletableFuture<Void> closed : closes) {
        closed.get(30, TimeUnit.SECONDS);
      }
      assertThat(consumed.get(30, TimeUnit.SECONDS)).isBetween(0, 3);
      assertThat(iterator.advance().toCompletableFuture()).isCompletedWithValue(false);
      assertThat(ends.get()).isLessThanOrEqualTo(1);
    }
  }

  private static void consume(
      AsyncIterator<Integer> iterator, int count, CompletableFuture<Integer> consumed) {
    iterator
        .advance()
        .whenComplete(
            (more, failure) -> {
              if (failure != null && !(failure instanceof CancellationException)) {
                consumed.completeExceptionally(failure);
              } else if (failure == null && more) {
                consume(iterator, count + 1, consumed);
              } else {
                consumed.complete(count);
              }
            });
  }

  @Test
  void H25_overlappingAdvancesHaveOneWinner() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<CompletableFuture<Integer>> pages = List.of(new CompletableFuture<>());
      AsyncIterator<Integer> iterator =
          Generators.<Integer>cold(() -> new Pages(pages, new AtomicInteger())).iterator();
      AtomicInteger accepted = new AtomicInteger();
      AtomicInteger refused = new AtomicInteger();
      Runnable advance =
          () ->
              iterator
                  .advance()
                  .whenComplete(
                      (more, failure) -> (failure == null ? accepted : refused).incrementAndGet());

      race(List.of(advance, advance, advance));
      assertThat(refused.get()).isEqualTo(2);
      pages.get(0).complete(1);
      assertThat(accepted.get()).isEqualTo(1);
    }
  }

  @Test
  void H25_G20_cancelAgainstCompletionInAScope() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      CompletableFuture<String> opening = new CompletableFuture<>();
      CompletableFuture<String> body = new CompletableFuture<>();
      CompletableFuture<String> closing = new CompletableFuture<>();
      boolean deaf = round % 2 == 0;
      AtomicInteger closed = new AtomicInteger();
      CompletableFuture<String> use =
          AsyncScope.of(
                  () -> deaf ? opening.minimalCompletionStage() : opening,
                  resource -> {
                    closed.incrementAndGet();
                    return closing;
                  })
              .use(resource -> body);
      boolean[] arrived = new boolean[1];

      race(
          List.of(
              () -> {
                arrived[0] = opening.complete("");
                body.complete("");
                closing.complete("");
              },
              () -> use.cancel(true)));

      assertThat(use.handle((value, failure) -> true).get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(closed.get()).isEqualTo(arrived[0] ? 1 : 0);
    }
  }

  @Test
  void H25_cancelAgainstResumeOfNestedMethods() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      CompletableFuture<String> innermost = new CompletableFuture<>();
      CompletableFuture<String> inner = Awaiting.one(() -> innermost);
      CompletableFuture<String> outer = Awaiting.one(() -> Awaiting.one(() -> inner));

      race(
          List.of(
              () -> innermost.complete("value"),
              () -> outer.cancel(true),
              () -> inner.cancel(true)));

      assertThat(outer.handle((value, failure) -> true).get(30, TimeUnit.SECONDS)).isTrue();
      assertThat(inner).isDone();
    }
  }

  private void race(List<? extends Runnable> racers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(racers.size());
    List<Future<?>> running = new ArrayList<>();
    for (Runnable racer : racers) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                racer.run();
                return null;
              }));
    }
    for (Future<?> racer : running) {
      racer.get(30, TimeUnit.SECONDS);
    }
  }
}
