package dev.belay.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncConversation;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes unreachable without having been closed is reported, and nothing else is. */
class LeaksTest {
  private final List<Throwable> reported = new CopyOnWriteArrayList<>();
  private final Leaks leaks = new Leaks(1, reported::add);

  @Test
  void A37_nothingIsWatchedUnlessItIsAskedFor() {
    assertThat(Leaks.WATCH).isNull();
    assertThat(AsyncIterable.of(1).iterator()).isInstanceOf(GeneratorMachine.class);
  }

  @Test
  void A37_aStartedIteratorIsReportedOnceWithItsPlace() {
    leak(() -> iterator().advance());

    awaitReports(1);
    assertThat(reported).hasSize(1);
    assertThat(reported.get(0)).hasMessageContaining("iterator").hasMessageContaining("closed");
    // Above our own frames, of which this test is one.
    assertThat(reported.get(0).getStackTrace()[0].getClassName())
        .doesNotStartWith("dev.belay.internal.");
  }

  @Test
  void A37_aStartedConversationIsReportedOnceWithItsPlace() {
    leak(() -> leaks.watched(new Talking()).advance());
    leak(
        () -> {
          AsyncConversation<Integer, Integer> closed = leaks.watched(new Talking());
          Object unusedStep = closed.advance();
          Object unusedAnswer = closed.send(1);
          return closed.closeAsync();
        });
    leak(
        () -> {
          AsyncConversation<Integer, Integer> failed = leaks.watched(new Talking());
          return failed.raise(new IllegalArgumentException());
        });
    leak(
        () -> {
          AsyncConversation<Integer, Integer> unharmed = leaks.watched(new Talking());
          assertThatThrownBy(() -> unharmed.raise(null)).isInstanceOf(NullPointerException.class);
          return unharmed;
        });

    awaitReports(1);
    collect();
    assertThat(reported).hasSize(1);
    assertThat(reported.get(0)).hasMessageContaining("conversation");
  }

  /** {@code for (; ; ) sum += out.yield(sum);}. */
  private static final class Talking extends ConversationMachine<Integer, Integer> {
    private int sum;

    @Override
    public @Nullable Object resume() throws Throwable {
      if (resumed() == 1) {
        if (closing()) {
          return END;
        }
        sum += (Integer) received();
      }
      return yieldAt(1, sum);
    }
  }

  @Test
  void A37_anOpenedResourceIsReportedOnceWithItsPlace() {
    leak(() -> opening(CompletableFuture.completedFuture("resource")).join().value());

    awaitReports(1);
    assertThat(reported).hasSize(1);
    assertThat(reported.get(0)).hasMessageContaining("resource");
  }

  @Test
  void A37_whatIsClosedOrEndedOrNeverStartedIsNotReported() {
    IllegalArgumentException failure = new IllegalArgumentException();
    leak(this::iterator);
    leak(() -> iterator().closeAsync());
    leak(
        () -> {
          AsyncIterator<Integer> closed = iterator();
          Object unused = closed.advance();
          return closed.closeAsync();
        });
    leak(
        () -> {
          AsyncIterator<Integer> ended = iterator();
          Object unused = ended.advance();
          return ended.advance();
        });
    leak(
        () ->
            leaks
                .watched(
                    new Elements<Integer>(
                        () -> {
                          throw failure;
                        }))
                .advance());
    leak(() -> opening(CompletableFuture.completedFuture("resource")).join().close(null));
    leak(() -> opening(CompletableFuture.failedFuture(failure)).isDone());

    // When this one has been found, so have those above.
    leak(() -> iterator().advance());
    awaitReports(1);
    collect();
    assertThat(reported).hasSize(1);
  }

  @Test
  void A37_aRequestInFlightMayStillEndTheRun() {
    AtomicReference<Subscriber<?>> subscriber = new AtomicReference<>();
    Cold<Integer> source = (Cold<Integer>) AsyncIterable.<Integer>fromPublisher(subscriber::set);
    leak(() -> leaks.watched(source.run()).advance());

    collect();
    assertThat(reported).isEmpty();
    subscriber.getAndSet(null).onComplete();
    leak(() -> iterator().advance());
    awaitReports(1);
    collect();
    assertThat(reported).hasSize(1);
  }

  @Test
  void D19_aWatchedOpeningCanBeCancelled() {
    CompletableFuture<String> resource = new CompletableFuture<>();
    CompletableFuture<Opened<String>> opening = opening(resource);

    assertThat(opening.cancel(true)).isTrue();

    assertThat(opening).isCancelled();
    assertThat(resource).isCancelled();
  }

  @Test
  void A37_oneInThreeIsWatched() {
    Leaks some = new Leaks(3, reported::add);
    int watched = 0;
    for (int i = 0; i < 9; i++) {
      if (some.watched(new Elements<>(List.of(1))) instanceof WatchedIterator) {
        watched++;
      }
    }

    assertThat(watched).isEqualTo(3);
  }

  @Test
  void theSettingIsOffAllOrANumber() {
    assertThat(Leaks.oneIn("off")).isEqualTo(0);
    assertThat(Leaks.oneIn("all")).isEqualTo(1);
    assertThat(Leaks.oneIn("250")).isEqualTo(250);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "on", "0", "-1", "1.5", "99999999999"})
  void anySettingElseIsRefused(String setting) {
    assertThatThrownBy(() -> Leaks.oneIn(setting))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("dev.belay.leaks");
  }

  private AsyncIterator<Integer> iterator() {
    return leaks.watched(new Elements<>(List.of(1)));
  }

  private <T> CompletableFuture<Opened<T>> opening(CompletableFuture<T> resource) {
    return leaks.watched(
        AsyncScope.of(() -> resource, r -> CompletableFuture.completedFuture(null)).open());
  }

  private interface Leaking {
    Object run();
  }

  /** Calls in a frame of its own, which is gone afterwards. */
  private static void leak(Leaking leaking) {
    Object unused = leaking.run();
  }

  private void awaitReports(int count) {
    for (int i = 0; i < 1_000 && reported.size() < count; i++) {
      collect();
    }
    assertThat(reported).hasSizeGreaterThanOrEqualTo(count);
  }

  /** Returns when the collector has found a thing that was unreachable when this was called. */
  private static void collect() {
    BlockingQueue<String> found = new LinkedBlockingQueue<>();
    register(found::add);
    for (int i = 0; i < 1_000 && found.isEmpty(); i++) {
      System.gc();
      Thread.onSpinWait();
    }
  }

  private static final java.lang.ref.Cleaner CLEANER = java.lang.ref.Cleaner.create();

  private static void register(Consumer<String> found) {
    Object unused = CLEANER.register(new Object(), () -> found.accept("found"));
  }
}
