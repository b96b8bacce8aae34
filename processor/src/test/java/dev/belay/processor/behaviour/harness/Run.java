package dev.belay.processor.behaviour.harness;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** One run of a case by a plan: makes its stages, completes them, and records what it does. */
public final class Run {
  private static final ExecutorService ELSEWHERE =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "elsewhere");
            thread.setDaemon(true);
            return thread;
          });

  private final Plan plan;
  private final Trace trace = new Trace();
  private final Queue<Runnable> later = new ArrayDeque<>();
  private NativeRuntime natively;
  private int stages;
  private int steps;
  private boolean interrupted;
  private int yields;

  Run(Plan plan) {
    this.plan = plan;
  }

  /** The run that a class of a fixture was loaded for. */
  public static Run of(Class<?> fixture) {
    return ((Program.Loader) fixture.getClassLoader()).run();
  }

  /** What stands in for machines when there are none. */
  NativeRuntime natively() {
    if (natively == null) {
      natively = new NativeRuntime(this);
    }
    return natively;
  }

  Plan plan() {
    return plan;
  }

  List<String> trace() {
    return trace.events();
  }

  /** How many stages the case has made. */
  int stages() {
    return stages;
  }

  /** How many stages have been completed by {@link #step}. */
  int steps() {
    return steps;
  }

  int yields() {
    return yields;
  }

  void event(String event) {
    trace.add(event);
  }

  void yielded(Object value) {
    yields++;
    trace.add("yield " + Trace.describe(value));
  }

  void ended(String what, Throwable failure) {
    trace.add(failure == null ? what : what + " throws " + Trace.describe(failure));
  }

  /** For cases. */
  public void log(Object... values) {
    StringBuilder event = new StringBuilder("log");
    for (Object value : values) {
      event.append(' ').append(value instanceof String ? value : Trace.describe(value));
    }
    trace.add(event.toString());
  }

  /** For cases: a stage of the value, unless the plan wants this one to fail. */
  public <T> CompletionStage<T> stage(T value) {
    boolean fails = stages + 1 == plan.failingStage();
    return fails ? broken(new Failure("stage " + plan.failingStage())) : made(value, null);
  }

  /** For cases: a stage that fails in any case. */
  public <T> CompletionStage<T> broken(Throwable failure) {
    return made(null, failure);
  }

  private <T> CompletionStage<T> made(T value, Throwable failure) {
    int number = ++stages;
    trace.add("stage " + number);
    CompletableFuture<T> future = new CompletableFuture<>();
    Runnable completion =
        () -> {
          if (failure == null) {
            future.complete(value);
          } else {
            future.completeExceptionally(failure);
          }
        };
    switch (plan.timing()) {
      case DONE -> completion.run();
      case LATER -> later.add(completion);
      case ELSEWHERE -> ELSEWHERE.execute(completion);
      case ALTERNATING -> {
        if (number % 2 == 0) {
          later.add(completion);
        } else {
          completion.run();
        }
      }
    }
    // Some stages are foreign, and some wrap what they fail with.
    return switch (number % 4) {
      case 0 -> future.minimalCompletionStage();
      case 2 -> future.thenApply(Function.identity());
      default -> future;
    };
  }

  /** Completes the next stage that is to be completed later. */
  boolean step() {
    Runnable next = later.poll();
    if (next == null) {
      return false;
    }
    steps++;
    next.run();
    return true;
  }

  /** Whether the consumer has given up. */
  public boolean isInterrupted() {
    return interrupted;
  }

  /** Whether the plan interrupts now, before the next step; true at most once. */
  boolean interruptsNow() {
    boolean now = !interrupted && steps + 1 == plan.interruptAtStep() && !later.isEmpty();
    interrupted |= now;
    return now;
  }

  /**
   * Waits for a stage and completes others meanwhile.
   *
   * @param interrupt run at the time that the plan wants it, at most once
   */
  <T> T finish(CompletionStage<T> stage, Runnable interrupt) throws Throwable {
    CompletableFuture<T> future = stage.toCompletableFuture();
    while (!future.isDone()) {
      if (interruptsNow()) {
        interrupt.run();
      } else if (!step()) {
        break;
      }
    }
    return outcome(future);
  }

  /** What a stage completes with, soon. */
  static <T> T outcome(CompletionStage<T> stage) throws Throwable {
    CompletableFuture<T> future = stage.toCompletableFuture();
    try {
      // Newer JDKs wrap a CancellationException that get() would throw.
      Throwable failure = future.handle((value, thrown) -> thrown).get(20, TimeUnit.SECONDS);
      if (failure != null) {
        throw unwrapped(failure);
      }
      return future.join();
    } catch (TimeoutException e) {
      throw new AssertionError("the stage never completed", e);
    }
  }

  /** A failure without the wrappings of dependent stages (H14). */
  static Throwable unwrapped(Throwable failure) {
    Throwable inner = failure;
    while (inner instanceof CompletionException && inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner;
  }
}
