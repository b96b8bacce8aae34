package dev.belay.undelivered;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** Failures that reach nobody else. */
class UndeliveredTest {
  private final IllegalArgumentException failure = new IllegalArgumentException();

  @Test
  void D19_H26_theReleaseOfAResourceThatCameTooLate() {
    CompletableFuture<String> resource = new CompletableFuture<>();
    CompletableFuture<Void> release = new CompletableFuture<>();
    CompletableFuture<?> opening =
        AsyncScope.of(resource::minimalCompletionStage, r -> release).open();
    opening.cancel(true);
    resource.complete("late");
    assertThat(UndeliveredFailures.taken()).isEmpty();

    release.completeExceptionally(new CompletionException(failure));

    assertThat(UndeliveredFailures.taken()).containsExactly(failure);
  }

  @Test
  void D19_H26_aLateReleaseThatThrows() {
    CompletableFuture<String> resource = new CompletableFuture<>();
    CompletableFuture<?> opening =
        AsyncScope.<String>of(
                resource::minimalCompletionStage,
                r -> {
                  throw failure;
                })
            .open();
    opening.cancel(true);

    resource.complete("late");

    assertThat(UndeliveredFailures.taken()).containsExactly(failure);
  }

  @Test
  void H26_whatWasReadAheadInVain() {
    AsyncIterator<Integer> iterator =
        AsyncIterable.of(1, 2)
            .map(
                n -> {
                  if (n == 2) {
                    throw failure;
                  }
                  return n;
                })
            .prefetch(9)
            .iterator();
    assertThat(iterator.advance()).isCompletedWithValue(true);
    assertThat(UndeliveredFailures.taken()).isEmpty();

    assertThat(iterator.closeAsync()).isCompleted();

    assertThat(UndeliveredFailures.taken()).containsExactly(failure);
  }

  @Test
  void H26_whatWasDeliveredIsNotToldAgain() {
    CompletableFuture<?> failed =
        AsyncIterable.of(1)
            .map(
                n -> {
                  throw failure;
                })
            .prefetch(9)
            .toList();

    assertThat(failed).isCompletedExceptionally();
    assertThat(UndeliveredFailures.taken()).isEmpty();
  }
}
