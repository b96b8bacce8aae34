package dev.belay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.internal.Failures;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Consumes a subject, and keeps every stage that the subject gave it. */
public abstract class Exercise {
  private final List<CompletableFuture<?>> outcomes = new ArrayList<>();

  Exercise() {}

  /** Asks for something more; false if there is nothing to ask for at the moment. */
  abstract boolean step();

  abstract void disturb(Fault fault);

  /** What the subject delivered, to be compared with what it should. */
  abstract List<?> delivered();

  final <T> CompletableFuture<T> kept(CompletionStage<T> stage) {
    CompletableFuture<T> future = stage.toCompletableFuture();
    outcomes.add(future);
    return future;
  }

  /** Whether the subject has said all that it will say. */
  boolean isOver() {
    return outcomes.stream().allMatch(CompletableFuture::isDone);
  }

  final void check(Injection injection, @Nullable Injected injected, boolean heard) {
    assertThat(outcomes).as("stages that were handed out").allMatch(CompletableFuture::isDone);
    List<Throwable> failures =
        new ArrayList<>(outcomes.stream().map(Exercise::failure).filter(Objects::nonNull).toList());
    failures.addAll(UndeliveredFailures.taken());
    if (injected != null) {
      assertThat(failures.stream().filter(failure -> mentions(failure, injected)))
          .as("deliveries of the injected failure, among %s", failures)
          .hasSizeBetween(heard ? 1 : 0, 1);
    }
    if (injection.is(Fault.RETURNS_NULL)) {
      assertThat(failures.stream().filter(NullPointerException.class::isInstance)).hasSize(1);
    }
    assertThat(failures)
        .as("failures that nobody caused")
        .allMatch(failure -> isCausedBy(injection, failure) || mentions(failure, injected));
  }

  private static boolean isCausedBy(Injection injection, Throwable failure) {
    return switch (injection.fault()) {
      case RETURNS_NULL -> failure instanceof NullPointerException;
      case CANCELS -> failure instanceof CancellationException;
      case CLOSES -> failure instanceof CancellationException || isOwnClose(failure);
      case FAILS, THROWS, REFUSES -> false;
    };
  }

  /** A body that closes itself is told so (A34). */
  private static boolean isOwnClose(Throwable failure) {
    return failure instanceof IllegalStateException
        && String.valueOf(failure.getMessage()).contains("close");
  }

  private static @Nullable Throwable failure(CompletableFuture<?> future) {
    return future
        .handle((value, failure) -> failure == null ? null : Failures.unwrapped(failure))
        .join();
  }

  private static boolean mentions(@Nullable Throwable failure, @Nullable Injected injected) {
    if (failure == null || injected == null) {
      return false;
    }
    return failure.equals(injected)
        || mentions(failure.getCause(), injected)
        || Stream.of(failure.getSuppressed()).anyMatch(other -> mentions(other, injected));
  }
}
