package dev.belay.machines;

import dev.belay.internal.GeneratorMachine;
import dev.belay.internal.MethodMachine;
import dev.belay.internal.ResourceMachine;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * What the processor makes of the three templates that acquire by hand:
 *
 * <pre>
 *   Pool.Item item = await(pool.acquire());
 *   try {
 *     await(work);                              // or: out.yield(item);
 *   } finally {
 *     await(item.release());
 *   }
 * </pre>
 */
final class Acquiring {
  private Acquiring() {}

  /** Where items come from, and what counts them. */
  interface Pool {
    CompletionStage<Item> acquire();

    /** What is to be released. */
    interface Item {
      CompletionStage<?> release();
    }
  }

  static final class Method extends MethodMachine<String> {
    private final Pool pool;
    private final CompletionStage<String> work;
    private Pool.Item item;
    private String result;
    private Throwable failure;

    Method(Pool pool, CompletionStage<String> work) {
      this.pool = pool;
      this.work = work;
    }

    @Override
    public @Nullable Object resume() throws Throwable {
      int at = resumed();
      if (at <= 1) {
        if (at == 0 && pending(pool.acquire())) {
          return suspendAt(1);
        }
        at = 0;
        item = (Pool.Item) taken();
      }
      if (at != 3) {
        try {
          if (at == 0 && pending(work)) {
            return suspendAt(2);
          }
          at = 0;
          result = (String) taken();
        } catch (Throwable t) {
          at = 0;
          failure = t;
        }
      }
      if (at != 3 && pendingRelease(item.release())) {
        return suspendAt(3);
      }
      Object unused = taken();
      if (failure != null) {
        throw failure;
      }
      return complete(result);
    }
  }

  static final class Generator extends GeneratorMachine<String> {
    private final Pool pool;
    private final CompletionStage<String> work;
    private Pool.Item item;
    private Throwable failure;

    Generator(Pool pool, CompletionStage<String> work) {
      this.pool = pool;
      this.work = work;
    }

    @Override
    @SuppressWarnings("LabelledBreakTarget") // Generated code leaves a try block so.
    public @Nullable Object resume() throws Throwable {
      int at = resumed();
      if (at <= 1) {
        if (at == 0 && pending(pool.acquire())) {
          return suspendAt(1);
        }
        if (at == 1 && closing()) {
          return END;
        }
        at = 0;
        item = (Pool.Item) taken();
      }
      leave:
      if (at != 4) {
        try {
          if (at <= 2) {
            if (at == 0 && pending(work)) {
              return suspendAt(2);
            }
            if (at == 2 && closing()) {
              break leave;
            }
            return yieldAt(3, (String) taken());
          }
          if (closing()) {
            break leave;
          }
        } catch (Throwable t) {
          failure = t;
        }
      }
      if (at != 4 && pendingRelease(item.release())) {
        return suspendAt(4);
      }
      Object unused = taken();
      if (failure != null) {
        throw failure;
      }
      return END;
    }
  }

  static final class Resource extends ResourceMachine<Pool.Item> {
    private final Pool pool;
    private Pool.Item item;
    private Throwable failure;

    Resource(Pool pool) {
      this.pool = pool;
    }

    @Override
    public @Nullable Object resume() throws Throwable {
      int at = resumed();
      if (at <= 1) {
        if (at == 0 && pending(pool.acquire())) {
          return suspendAt(1);
        }
        item = (Pool.Item) taken();
        return yieldAt(2, item);
      }
      if (at == 2) {
        try {
          Object unused = received();
        } catch (Throwable t) {
          failure = t;
        }
      }
      if (at == 2 && pendingRelease(item.release())) {
        return suspendAt(3);
      }
      Object unused = taken();
      if (failure != null) {
        throw failure;
      }
      return END;
    }
  }
}
