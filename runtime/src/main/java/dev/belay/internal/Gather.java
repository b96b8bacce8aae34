package dev.belay.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The results of several stages (G1 to G8).
 *
 * @param <T> the type of the results
 */
public final class Gather<T extends @Nullable Object> extends Promise<List<T>> {
  private static final Object UNFINISHED = new Object();

  private final List<CompletionStage<? extends T>> stages;
  private final AtomicReferenceArray<@Nullable Object> results;
  private final AtomicInteger unfinished;
  private volatile boolean cancelled;

  private Gather(List<CompletionStage<? extends T>> stages) {
    this.stages = stages;
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
    Gather<T> gather = new Gather<>(List.copyOf(stages));
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
    if (!results.compareAndSet(index, UNFINISHED, value)) {
      return; // a stage that calls back twice
    }
    if (failure != null && !cancelled) {
      fail(Failures.unwrapped(failure));
    }
    if (unfinished.decrementAndGet() == 0) {
      if (cancelled) {
        fail(new CancellationException());
      } else {
        succeed(list());
      }
    }
  }

  @SuppressWarnings("unchecked") // Each result came from a stage of the type.
  private List<T> list() {
    List<T> list = new ArrayList<>(stages.size());
    for (int i = 0; i < stages.size(); i++) {
      list.add((T) results.get(i));
    }
    return Collections.unmodifiableList(list);
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
