package dev.belay.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The results of several stages (G1 to G8).
 *
 * @param <R> the type of the results: values, or outcomes
 */
public final class Gather<R extends @Nullable Object> extends Promise<List<R>> {
  private static final Object UNFINISHED = new Object();

  private final List<CompletionStage<?>> stages;
  private final boolean settles;
  private final AtomicReferenceArray<@Nullable Object> results;
  private final AtomicInteger unfinished;

  /** The first real failure of a stage after the cancel. */
  private final AtomicReference<@Nullable Throwable> real = new AtomicReference<>();

  private volatile boolean cancelled;

  /** Whether a stage has brought no value since then. */
  private volatile boolean lacking;

  private Gather(List<CompletionStage<?>> stages, boolean settles) {
    this.stages = stages;
    this.settles = settles;
    this.results = new AtomicReferenceArray<>(stages.size());
    this.unfinished = new AtomicInteger(stages.size());
    for (int i = 0; i < stages.size(); i++) {
      results.set(i, UNFINISHED);
    }
  }

  /**
   * Waits for stages.
   *
   * @param stages the stages
   * @param <T> the type of the results
   * @return as {@link dev.belay.Async#gather}
   */
  public static <T extends @Nullable Object> CompletableFuture<List<T>> of(
      List<? extends CompletionStage<? extends T>> stages) {
    // List.copyOf refuses null elements before anything has happened (G8).
    Gather<T> gather = new Gather<>(List.copyOf(stages), false);
    gather.start();
    return gather;
  }

  /**
   * Waits for stages, whatever becomes of them.
   *
   * @param stages the stages
   * @param <T> the type of the results
   * @return as {@link dev.belay.Async#gatherSettled}
   */
  public static <T extends @Nullable Object> CompletableFuture<List<CompletableFuture<T>>> settled(
      List<? extends CompletionStage<? extends T>> stages) {
    Gather<CompletableFuture<T>> gather = new Gather<>(List.copyOf(stages), true);
    gather.start();
    return gather;
  }

  private void start() {
    if (stages.isEmpty()) {
      succeed(List.of());
    }
    for (int i = 0; i < stages.size(); i++) {
      int index = i;
      try {
        Object unused =
            stages.get(i).whenComplete((value, failure) -> finished(index, value, failure));
      } catch (Throwable t) {
        finished(index, null, t);
      }
    }
  }

  private void finished(int index, @Nullable Object value, @Nullable Throwable failure) {
    if (!results.compareAndSet(index, UNFINISHED, settles ? outcome(value, failure) : value)) {
      return; // a stage that calls back twice
    }
    if (failure != null && cancelled) {
      real.compareAndSet(null, Failures.real(failure));
      lacking = true;
    } else if (failure != null && !settles) {
      fail(Failures.unwrapped(failure));
    }
    if (unfinished.decrementAndGet() == 0) {
      if (lacking) {
        Throwable first = real.get();
        fail(first != null ? first : new CancellationException());
      } else {
        succeed(list());
      }
    }
  }

  private static Object outcome(@Nullable Object value, @Nullable Throwable failure) {
    return failure == null ? Settled.value(value) : Settled.failure(Failures.unwrapped(failure));
  }

  @SuppressWarnings("unchecked") // Each result came from a stage of the type.
  private List<R> list() {
    List<R> list = new ArrayList<>(stages.size());
    for (int i = 0; i < stages.size(); i++) {
      list.add((R) results.get(i));
    }
    return Collections.unmodifiableList(list);
  }

  /** If all stages have brought values all the same, somebody may still have a cancel to throw. */
  @Override
  boolean hasIgnoredCancel() {
    for (CompletionStage<?> stage : stages) {
      if (stage instanceof Promise<?> promise && promise.hasIgnoredCancel()) {
        return true;
      }
    }
    return false;
  }

  /** Cancels all stages; those of our own are waited for, the others are given up (G20). */
  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    if (isDone()) {
      return false;
    }
    cancelled = true;
    for (int i = 0; i < stages.size(); i++) {
      if (results.get(i) == UNFINISHED && !Cancelling.unwinds(stages.get(i))) {
        finished(i, null, new CancellationException());
      }
    }
    return true;
  }
}
