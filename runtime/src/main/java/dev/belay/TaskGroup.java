package dev.belay;

import dev.belay.internal.Group;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that live no longer than a block (structured concurrency, asyncio's {@code TaskGroup},
 * clauses G.2).
 *
 * <pre>
 *   TaskGroup group = using(TaskGroup.scope());
 *   CompletableFuture&lt;User&gt; user = group.fork(() -&gt; users.find(id));
 *   CompletableFuture&lt;Orders&gt; orders = group.fork(() -&gt; orders.of(id));
 *   return new Page(await(user), await(orders));
 * </pre>
 *
 * <p>Leaving the scope waits for every task. When one fails, the others are cancelled, and so is
 * the block at its current or next await; when all have ended, the first failure is thrown, and
 * holds later ones as suppressed (G10 to G12). A block that fails, or is cancelled, cancels the
 * tasks.
 *
 * <p>The block is what {@code using} or {@link AsyncScope#use} runs within the scope. Of a scope
 * that was opened by hand nothing is known but its end. In a generator, the block is not cancelled
 * while it stands at a yield.
 */
public interface TaskGroup {

  /**
   * A scope that opens a group and waits for its tasks.
   *
   * @return a scope that can be used once: a second use fails with {@link IllegalStateException}
   *     (G18)
   */
  static AsyncScope<TaskGroup> scope() {
    return Group.scope();
  }

  /**
   * Starts a task, on this thread. May be called from any thread, and by the tasks themselves (G9).
   *
   * @param task starts the work
   * @param <T> the type of its result
   * @return the result, on the thread that ends the task. Cancelling it cancels this task alone and
   *     fails nobody (G13). Fails with {@link IllegalStateException}, and then the task has not
   *     been started, if the group has ended or is being cancelled (G18)
   */
  <T extends @Nullable Object> CompletableFuture<T> fork(AsyncSupplier<T> task);
}
