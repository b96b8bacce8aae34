package dev.belay;

import dev.belay.internal.Stack;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Resources whose number is known only when they are opened (Python's {@code AsyncExitStack},
 * clauses D.3). What is registered is undone in reverse, when the scope of the stack is left or the
 * stack is closed, as if each had been a scope of its own around all that came later.
 *
 * <pre>
 *   AsyncStack stack = using(AsyncStack.scope());
 *   for (Address address : addresses) {
 *     connections.add(await(stack.enter(connection(address))));
 *   }
 * </pre>
 *
 * <p>May be used from any threads. The order is that in which registrations take place: with {@link
 * #enter}, when the scope has been opened. While the stack is being undone, more may be registered,
 * and is undone next; afterwards that fails with {@link IllegalStateException} (D45).
 */
public interface AsyncStack extends AsyncCloseable {

  /**
   * A scope that opens an empty stack and closes it (D36).
   *
   * @return the scope, which can be used any number of times, for a new stack each time
   */
  static AsyncScope<AsyncStack> scope() {
    return Stack.scope();
  }

  /**
   * Opens a scope and registers its release, if it could be opened (D37).
   *
   * @param scope what to open
   * @param <T> the type of the resource
   * @return completes with the resource, on the thread that completed the opening. Fails with what
   *     opening failed with; or with {@link IllegalStateException}, and then the scope has not been
   *     opened, if the stack has been closed or moved (D45). Cancelling it cancels the opening
   *     (D19), and so does closing the stack
   */
  <T extends @Nullable Object> CompletableFuture<T> enter(AsyncScope<T> scope);

  /**
   * Registers an exit (D38).
   *
   * @param exit is given the failure that stands when its turn comes, or null. Its stage completes
   *     with true to suppress that failure (D40). If the exit fails, that failure replaces the
   *     other, which it holds as suppressed (D11)
   * @throws IllegalStateException if the stack has been closed or moved (D45)
   */
  void push(AsyncFunction<@Nullable Throwable, @Nullable Boolean> exit);

  /**
   * Registers a resource that has been opened already, to close it.
   *
   * @param opened the resource, which the stack owns from now on
   * @throws IllegalStateException if the stack has been closed or moved (D45)
   */
  void push(Opened<?> opened);

  /**
   * Registers a release, which learns of no failure and suppresses none, whatever its stage
   * completes with (D38). If it fails, and there is a failure already, that one stands and holds
   * the other as suppressed (D11).
   *
   * @param release starts the release
   * @throws IllegalStateException if the stack has been closed or moved (D45)
   */
  void defer(AsyncSupplier<?> release);

  /**
   * Hands everything that is registered to a new stack, for instance because all could be opened
   * and is to outlive this scope (D43). This stack is empty then, and takes no more.
   *
   * @return an open stack, which the caller must close
   * @throws IllegalStateException if the stack has been closed or moved, or is being closed
   */
  AsyncStack move();

  /**
   * Undoes everything at once, as if without a failure; leaving the scope does nothing then (D44).
   *
   * @return completes when everything has been undone, shared by concurrent calls; on the thread
   *     that ended it. It cannot be cancelled: a release is not cut short. Fails with the failure
   *     that stands at the end; or with {@link IllegalStateException} if an exit of this stack made
   *     the call. Does nothing if the stack has been closed or moved
   */
  @Override
  CompletionStage<@Nullable Void> closeAsync();
}
