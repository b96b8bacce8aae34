package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.Deadline;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Clauses G7 and G35: gathering outcomes, and deadlines that move. */
class SettledTest {
  private static final Duration LONG = Duration.ofDays(1);

  private final IllegalArgumentException failure = new IllegalArgumentException();
  private final CompletableFuture<Integer> one = new CompletableFuture<>();
  private final CompletableFuture<Integer> other = new CompletableFuture<>();

  @Test
  void G7_allOutcomesInTheirOrder() throws Throwable {
    CompletableFuture<List<CompletableFuture<Integer>>> settled =
        Async.gatherSettled(
            List.of(one, other, CompletableFuture.completedFuture(3).minimalCompletionStage()));

    other.thenApply(n -> n).cancel(true);
    other.completeExceptionally(failure);
    assertThat(settled).isNotDone();
    one.cancel(true);

    List<CompletableFuture<Integer>> outcomes = Stages.get(settled);
    assertThat(outcomes.get(0)).isCancelled();
    assertThatThrownBy(() -> Stages.get(outcomes.get(1))).isSameAs(failure);
    assertThat(outcomes.get(2)).isCompletedWithValue(3);
    assertThat(outcomes).hasSize(3);
  }

  @Test
  void G7_failuresAreUnwrapped() throws Throwable {
    List<CompletableFuture<Integer>> outcomes =
        Stages.get(Async.gatherSettled(List.of(failed().thenApply(n -> n + 1))));

    assertThatThrownBy(() -> Stages.get(outcomes.get(0))).isSameAs(failure);
  }

  private CompletableFuture<Integer> failed() {
    return CompletableFuture.failedFuture(failure);
  }

  @Test
  void G7_ofNothingIsNothing() throws Throwable {
    assertThat(Stages.get(Async.gatherSettled(List.of()))).isEmpty();
  }

  @Test
  void G7_G8_aNullAmongTheStagesIsRefused() {
    assertThatThrownBy(() -> Async.gatherSettled(Arrays.asList(one, null)))
        .isInstanceOf(NullPointerException.class);
    assertThat(one).isNotDone();
  }

  @Test
  void G5_G7_cancellingItIsACancellationAndNoOutcome() {
    CompletableFuture<?> settled = Async.gatherSettled(List.of(one, failed(), other));

    assertThat(settled.cancel(true)).isTrue();

    assertThat(one).isCancelled();
    assertThat(other).isCancelled();
    assertThat(settled).isCancelled();
  }

  @Test
  void G35_aDeadlineIsMovedAndTakenAway() throws Throwable {
    Deadline deadline = Deadline.in(LONG);
    CompletableFuture<Integer> limited = deadline.limit(() -> one);

    deadline.reschedule(null);
    deadline.reschedule(LONG);
    assertThat(limited).isNotDone();
    one.complete(1);

    assertThat(Stages.get(limited)).isEqualTo(1);
    assertThat(deadline.isExpired()).isFalse();
  }

  @Test
  void G29_G35_movedToNowItExpires() {
    Deadline deadline = Deadline.in(null);
    CompletableFuture<Integer> limited = deadline.limit(() -> one);

    deadline.reschedule(Duration.ZERO);

    assertThatThrownBy(() -> Stages.get(limited))
        .isInstanceOf(TimeoutException.class)
        .hasCauseInstanceOf(CancellationException.class);
    assertThat(one).isCancelled();
    assertThat(deadline.isExpired()).isTrue();
  }

  @Test
  void G35_movedCloserItExpiresThen() {
    Deadline deadline = Deadline.in(LONG);
    CompletableFuture<Integer> limited = deadline.limit(() -> one);

    deadline.reschedule(Duration.ofMillis(1));

    assertThatThrownBy(limited::join).hasCauseInstanceOf(TimeoutException.class);
    assertThat(one).isCancelled();
  }

  @Test
  void G35_movedWhileTheWorkStarts() {
    Deadline deadline = Deadline.in(LONG);

    CompletableFuture<Integer> limited =
        deadline.limit(
            () -> {
              deadline.reschedule(Duration.ofMillis(1));
              return one;
            });

    assertThatThrownBy(limited::join).hasCauseInstanceOf(TimeoutException.class);
  }

  @Test
  void G35_beforeTheStartAndAfterTheEndItCannotBeMoved() {
    Deadline deadline = Deadline.in(LONG);
    assertThatThrownBy(() -> deadline.reschedule(LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("not started");

    Object unused = deadline.limit(() -> one);
    one.complete(1);

    assertThatThrownBy(() -> deadline.reschedule(LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ended");
  }

  @Test
  void G35_workThatDoesNotStartHasEnded() {
    Deadline deadline = Deadline.in(LONG);
    CompletableFuture<Integer> limited =
        deadline.limit(
            () -> {
              throw failure;
            });

    assertThatThrownBy(() -> Stages.get(limited)).isSameAs(failure);
    assertThatThrownBy(() -> deadline.reschedule(LONG)).isInstanceOf(IllegalStateException.class);
    assertThat(deadline.isExpired()).isFalse();
  }

  @Test
  void G35_whileTheWorkIsBeingCancelledItCannotBeMoved() {
    CompletableFuture<Object> closing = new CompletableFuture<>();
    Deadline deadline = Deadline.in(LONG);
    CompletableFuture<Object> limited =
        deadline.limit(
            () ->
                dev.belay.AsyncScope.of(() -> CompletableFuture.completedFuture(1), r -> closing)
                    .use(r -> new CompletableFuture<>()));
    deadline.reschedule(Duration.ofMillis(-1));
    assertThat(limited).isNotDone();

    assertThatThrownBy(() -> deadline.reschedule(LONG))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("being cancelled");

    closing.complete(null);
    assertThatThrownBy(() -> Stages.get(limited)).isInstanceOf(TimeoutException.class);
  }

  @Test
  void G35_itLimitsOnce() {
    Deadline deadline = Deadline.in(LONG);
    CompletableFuture<Integer> first = deadline.limit(() -> one);

    CompletableFuture<Integer> second =
        deadline.limit(
            () -> {
              other.complete(2);
              return other;
            });

    assertThatThrownBy(() -> Stages.get(second)).isInstanceOf(IllegalStateException.class);
    assertThat(other).isNotDone();
    assertThat(first).isNotDone();
    one.complete(1);
    assertThat(first).isCompletedWithValue(1);
  }
}
