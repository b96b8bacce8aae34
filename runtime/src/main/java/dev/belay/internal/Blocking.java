package dev.belay.internal;

import dev.belay.AsyncSupplier;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The bridge for threads that may wait (H23). */
public final class Blocking {
  private static final StackWalker BODIES =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private Blocking() {}

  /**
   * Starts work and waits for its end.
   *
   * @param main starts the work
   * @param <T> the type of the result
   * @return as {@link dev.belay.Async#run}
   */
  @SuppressWarnings({"unchecked", "NullAway"}) // The outcome is what the stage completed with.
  public static <T extends @Nullable Object> T run(AsyncSupplier<T> main) {
    if (inBody()) {
      throw new IllegalStateException(
          "Async.run was called in a body, whose thread it would block: await the stage instead");
    }
    try {
      CompletionStage<? extends T> stage = main.get();
      if (stage == null) {
        throw new NullPointerException("the supplier returned null");
      }
      Outcome outcome = new Outcome();
      Object unused = stage.whenComplete(outcome::set);
      outcome.await(stage);
      return (T) outcome.get();
    } catch (Throwable t) {
      throw Blocking.<RuntimeException>asUnchecked(t);
    }
  }

  /** Looks at the stack rather than at a mark that every resumption would have to leave. */
  private static boolean inBody() {
    return BODIES.walk(
        frames ->
            frames.anyMatch(
                frame ->
                    frame.getDeclaringClass() == Machine.class
                        && frame.getMethodName().equals("poll")));
  }

  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <X extends Throwable> X asUnchecked(Throwable failure) throws X {
    throw (X) failure;
  }

  private static final class Outcome {
    private final CountDownLatch done = new CountDownLatch(1);
    private final AtomicReference<@Nullable Answer> answer = new AtomicReference<>();

    void set(@Nullable Object value, @Nullable Throwable failure) {
      if (answer.compareAndSet(null, new Answer(value, failure))) {
        done.countDown();
      }
    }

    void await(CompletionStage<?> stage) {
      boolean interrupted = false;
      for (; ; ) {
        try {
          done.await();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
          if (!Cancelling.unwinds(stage)) {
            set(null, new CancellationException()); // it may never end (G20)
          }
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    @Nullable Object get() throws Throwable {
      Answer given = Objects.requireNonNull(answer.get());
      if (given.failure() != null) {
        throw Failures.unwrapped(given.failure());
      }
      return given.value();
    }
  }
}
