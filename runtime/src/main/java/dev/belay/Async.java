package dev.belay;

import dev.belay.internal.Blocking;
import dev.belay.internal.Borrowed;
import dev.belay.internal.Gather;
import dev.belay.internal.ResumeOn;
import dev.belay.internal.Shield;
import dev.belay.internal.Sleep;
import dev.belay.internal.Timeout;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What bodies of templates call, to be imported statically; and a few operations for everywhere.
 *
 * <p>{@code await}, {@code each} and {@code using} exist only in the source: the processor replaces
 * them. Where it did not, they throw {@link IllegalStateException} (B48).
 */
@SuppressWarnings("DoNotCallSuggester") // Bodies do call them; what is compiled does not.
public final class Async {
  private Async() {}

  /**
   * In a body: suspends until the stage completes, without blocking the thread. A stage that is
   * complete is taken at once; otherwise the body goes on, on the thread that completes it (H11).
   *
   * @param stage what to await; null is a {@link NullPointerException} here (H5)
   * @param <T> the type of its value
   * @return the value. What the stage failed with is thrown, the object itself, unwrapped from
   *     {@link java.util.concurrent.CompletionException}, also if it is a checked exception (H14,
   *     H17)
   */
  public static <T extends @Nullable Object> T await(CompletionStage<T> stage) {
    throw notCompiled("await(stage)");
  }

  /**
   * In a body: as {@link #await(CompletionStage)}, and tells the compiler of a checked exception,
   * so that it can be caught (H17).
   *
   * @param stage what to await
   * @param failure the class of the exception; it changes nothing at run time
   * @param <T> the type of the value
   * @param <X> the type of the exception
   * @return the value
   * @throws X perhaps
   */
  public static <T extends @Nullable Object, X extends Throwable> T await(
      CompletionStage<T> stage, Class<X> failure) throws X {
    throw notCompiled("await(stage, failure)");
  }

  /**
   * In the head of an enhanced {@code for} of a body: iterates, awaiting each element, and closes
   * the iterator on every way out of the loop (E1 to E3).
   *
   * @param iterable what to iterate; {@link #borrow} keeps its iterator open
   * @param <T> the type of the elements
   * @return something for the loop alone
   */
  public static <T extends @Nullable Object> Iterable<T> each(AsyncIterable<T> iterable) {
    throw notCompiled("each(iterable)");
  }

  /**
   * In a body, as a statement or the initializer of a local variable: opens the scope and releases
   * it at the end of the enclosing block, on every way out (D1, D5, D6).
   *
   * @param scope what to open
   * @param <T> the type of the resource
   * @return the resource
   */
  public static <T extends @Nullable Object> T using(AsyncScope<T> scope) {
    throw notCompiled("using(scope)");
  }

  /**
   * A view of an iterator for a loop that shall not close it, so that iterating can go on after a
   * {@code break} (E4).
   *
   * @param iterator the iterator, which stays the caller's to close
   * @param <T> the type of the elements
   * @return an iterable whose every iterator is the given one, but closes nothing
   */
  public static <T extends @Nullable Object> AsyncIterable<T> borrow(AsyncIterator<T> iterator) {
    return Borrowed.of(Objects.requireNonNull(iterator, "iterator"));
  }

  /**
   * Runs something asynchronous to its end, blocking this thread: for {@code main} and for tests. A
   * body must not call it, since what it waits for may need this very thread: there it throws
   * {@link IllegalStateException} and starts nothing (H23).
   *
   * <p>If this thread is interrupted, the work is cancelled and waited for; the thread's interrupt
   * status is set again.
   *
   * @param main starts the work, on this thread
   * @param <T> the type of the result
   * @return the result. What the work failed with is thrown as it is, checked or not
   */
  public static <T extends @Nullable Object> T run(AsyncSupplier<T> main) {
    return Blocking.run(Objects.requireNonNull(main, "main"));
  }

  /**
   * A pause.
   *
   * @param time how long, by the monotonic clock; zero or less: until other work had its turn
   * @return completes not earlier than that, on a thread of {@link CompletableFuture}'s default
   *     executor. Cancelling it takes it out of the timer (G38)
   */
  public static CompletableFuture<@Nullable Void> sleep(Duration time) {
    return Sleep.of(Objects.requireNonNull(time, "time"));
  }

  /**
   * Lets others run: {@code await(yieldNow())}. An await of a complete stage does not (H8).
   *
   * @return completes when other work had its turn, on a thread of {@link CompletableFuture}'s
   *     default executor
   */
  public static CompletionStage<?> yieldNow() {
    return Sleep.of(Duration.ZERO);
  }

  /**
   * Waits for several stages.
   *
   * @param stages the stages; none may be null, and nothing happens if one is (G8)
   * @param <T> the type of their values
   * @return completes with the values, in the order of the stages (G1), as an unmodifiable list.
   *     Fails with the first failure, as soon as it happens, and leaves the other stages alone (G3,
   *     G4). Cancelling it cancels all unfinished stages (G5). Completes on the thread that
   *     completes the deciding stage
   */
  public static <T extends @Nullable Object> CompletableFuture<List<T>> gather(
      List<? extends CompletionStage<? extends T>> stages) {
    return Gather.of(stages);
  }

  /**
   * As {@link #gather(List)}.
   *
   * @param stages the stages
   * @param <T> the type of their values
   * @return as {@link #gather(List)}
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  public static <T extends @Nullable Object> CompletableFuture<List<T>> gather(
      CompletionStage<? extends T>... stages) {
    return Gather.of(Arrays.asList(stages));
  }

  /**
   * Waits for all of several stages, whatever becomes of them (G7).
   *
   * @param stages the stages; none may be null, and nothing happens if one is (G8)
   * @param <T> the type of their values
   * @return completes when all have ended, with a future for each, in their order, that is
   *     complete: with the value of the stage, or with its failure or cancellation, unwrapped.
   *     Cancelling it cancels all unfinished stages, and then it fails as {@link #gather(List)}
   *     does (G5)
   */
  public static <T extends @Nullable Object>
      CompletableFuture<List<CompletableFuture<T>>> gatherSettled(
          List<? extends CompletionStage<? extends T>> stages) {
    return Gather.settled(stages);
  }

  /**
   * Gives work a deadline. When it passes, the work is cancelled and its cleanup is waited for
   * (G29).
   *
   * @param limit how long the work may take; null for ever. With zero or less the work is started,
   *     and cancelled if it is not complete by then (G34)
   * @param work starts the work, on this thread
   * @param <T> the type of its result
   * @return completes with the result, also one that came in spite of the cancellation (G36). Fails
   *     with {@link java.util.concurrent.TimeoutException}, whose cause is the cancellation, or
   *     with a failure of the work's own (G31). Cancelling it cancels the work (G32). A {@link
   *     Deadline} does the same and can be moved
   */
  public static <T extends @Nullable Object> CompletableFuture<T> timeout(
      @Nullable Duration limit, AsyncSupplier<T> work) {
    return Timeout.of(limit, Objects.requireNonNull(work, "work"));
  }

  /**
   * Keeps cancellation from a stage: {@code await(shield(stage))} (G27).
   *
   * @param stage the stage
   * @param <T> the type of its value
   * @return a future with the stage's outcome; cancelling it leaves the stage alone
   */
  public static <T extends @Nullable Object> CompletableFuture<T> shield(CompletionStage<T> stage) {
    return Shield.of(Objects.requireNonNull(stage, "stage"));
  }

  /**
   * Moves a body to an executor: after {@code await(resumeOn(loop))} it goes on there (H11).
   *
   * @param executor where to go on
   * @return completes on the executor, which is given the task when the body waits. Fails with what
   *     the executor throws if it refuses the task
   */
  public static CompletionStage<?> resumeOn(Executor executor) {
    return ResumeOn.of(Objects.requireNonNull(executor, "executor"));
  }

  private static IllegalStateException notCompiled(String call) {
    return new IllegalStateException(
        "Async."
            + call
            + " was called as an ordinary method. It belongs directly in the body of a method"
            + " annotated with @AsyncMethod, @AsyncGenerator or @AsyncResource (not in a lambda),"
            + " is replaced there when belay-processor is on the annotation processor path, and"
            + " the method must be called through its generated companion");
  }
}
