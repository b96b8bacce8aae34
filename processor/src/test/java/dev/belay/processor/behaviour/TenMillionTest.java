package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Ten million elements of which none has to be waited for: no stack and no memory grows with them.
 */
@SuppressWarnings("IteratorNotClosed") // what is left open is what is tested
class TenMillionTest {
  private static final int MANY = 10_000_000;

  /** A tenth of a byte an element: whatever is allocated belongs to the run, not to an element. */
  private static final long SOME = MANY / 10;

  private static final long SMALL_STACK = 256 * 1024;

  private static ClassLoader compiled;

  @BeforeAll
  static void compile() {
    Source many =
        Source.of(
            "Many",
            """
            final class Many {
              private static final CompletionStage<String> DONE =
                  CompletableFuture.completedFuture("x");

              @AsyncGenerator
              static void paged(int count, Yield<String> out) {
                for (int page = 0; page < count; page += 1000) {
                  String row = await(DONE);
                  for (int i = 0; i < 1000; i++) {
                    out.yield(row);
                  }
                }
              }

              @AsyncGenerator
              static void awaiting(int count, Yield<String> out) {
                for (int i = 0; i < count; i++) {
                  try {
                    out.yield(await(DONE));
                  } finally {
                    count += 0;
                  }
                }
              }

              @AsyncMethod
              static long count(AsyncIterable<String> elements) {
                long count = 0;
                for (String element : each(elements)) {
                  count += element.length();
                }
                return count;
              }
            }
            """);
    compiled = Compiler.machines(List.of(many)).load();
  }

  @Test
  void H9_pagesThroughALoop() throws Exception {
    assertThat(counted("paged", MANY)).isEqualTo(MANY);
  }

  @Test
  void H9_anAwaitForEachElement() throws Exception {
    assertThat(counted("awaiting", MANY)).isEqualTo(MANY);
  }

  @Test
  void H9_pulledByHand() throws Exception {
    AsyncIterator<?> iterator = generator("awaiting", MANY).iterator();
    // What is complete is answered with a shared stage: asking it for a future would make one.
    CompletionStage<Boolean> yes = iterator.advance();
    assertThat(yes.toCompletableFuture().join()).isTrue();
    long pulled =
        frugally(
            () -> {
              long count = 1;
              while (iterator.advance() == yes) {
                count++;
              }
              return count;
            });
    assertThat(pulled).isEqualTo(MANY);
  }

  private static long counted(String generator, int count) throws Exception {
    AsyncIterable<?> elements = generator(generator, count);
    Method method = method("count", AsyncIterable.class);
    return frugally(() -> (Long) ((CompletableFuture<?>) method.invoke(null, elements)).join());
  }

  private static AsyncIterable<?> generator(String name, int count) throws Exception {
    return (AsyncIterable<?>) method(name, int.class).invoke(null, count);
  }

  private static Method method(String name, Class<?>... parameters) throws Exception {
    Method method =
        Class.forName("cases.ManyAsync", true, compiled).getDeclaredMethod(name, parameters);
    method.setAccessible(true);
    return method;
  }

  /** Runs on a small stack, and without memory for each element. */
  private static long frugally(Callable<Long> work) throws Exception {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long[] allocated = new long[1];
    FutureTask<Long> task =
        new FutureTask<>(
            () -> {
              long id = Thread.currentThread().getId();
              long before = threads.getThreadAllocatedBytes(id);
              Long result = work.call();
              allocated[0] = threads.getThreadAllocatedBytes(id) - before;
              return result;
            });
    new Thread(null, task, "small stack", SMALL_STACK).start();
    long result = task.get();
    assertThat(allocated[0]).isLessThan(SOME);
    return result;
  }
}
