package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncQueue;
import dev.belay.QueueShutDownException;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Bodies that await {@code queue.get()} take what is there without a future, and see nothing of
 * that.
 */
class TakenItemsTest {
  private static final Source SOURCE =
      Source.of(
          "Taking",
          """
          final class Taking {
            @AsyncMethod
            static String one(AsyncQueue<String> queue) {
              return await(queue.get());
            }

            @AsyncMethod
            static String inFinally(AsyncQueue<String> queue) {
              String taken = "";
              try {
                taken = "a";
              } finally {
                taken += await((queue == null ? null : queue).get());
              }
              return taken;
            }

            @AsyncMethod
            static String nested(AsyncQueue<String> queue, CompletionStage<AsyncQueue<String>> stage) {
              return await(queue.get()) + await(await(stage).get()) + await(queue.get()).length();
            }

            @AsyncMethod
            static String ignored(AsyncQueue<String> queue) {
              await(queue.get());
              return await(queue.get());
            }

            @AsyncMethod
            static String behind(CompletionStage<String> stage, AsyncQueue<String> queue, List<String> log) {
              try {
                await(stage);
              } finally {
                log.add("released");
              }
              return "never";
            }

            @AsyncMethod
            static String thenBoth(
                CompletionStage<String> inFinally, AsyncQueue<String> queue, CompletionStage<String> next,
                List<String> log) {
              try {
                log.add("begun");
              } finally {
                await(inFinally);
              }
              log.add(await(queue.get()));
              return await(next);
            }

            @AsyncGenerator
            static void all(AsyncQueue<String> queue, Yield<String> out) {
              while (true) {
                out.yield(await(queue.get()));
              }
            }

            @AsyncMethod
            static String two(AsyncQueue<String> queue) {
              String found = "";
              for (String each : each(TakingAsync.all(queue))) {
                found += each;
                if (found.length() == 2) break;
              }
              return found;
            }
          }
          """);

  private static Class<?> companion;

  @BeforeAll
  static void compile() throws ReflectiveOperationException {
    companion = Compiler.machines(List.of(SOURCE)).load().loadClass("cases.TakingAsync");
  }

  @SuppressWarnings("unchecked") // What the templates return.
  private static CompletableFuture<String> run(String method, Object... arguments) {
    return Arrays.stream(companion.getDeclaredMethods())
        .filter(each -> each.getName().equals(method))
        .findFirst()
        .map(
            each -> {
              try {
                each.setAccessible(true);
                return (CompletableFuture<String>) each.invoke(null, arguments);
              } catch (IllegalAccessException | InvocationTargetException e) {
                throw new LinkageError(e.getMessage(), e);
              }
            })
        .orElseThrow();
  }

  private static AsyncQueue<String> queue(String... items) {
    AsyncQueue<String> queue = AsyncQueue.fifo(0);
    for (String item : items) {
      queue.offer(item);
    }
    return queue;
  }

  @Test
  void F2_whatIsThereIsTakenInOrder() {
    AsyncQueue<String> queue = queue("a", "b", "c");
    assertThat(run("one", queue)).isCompletedWithValue("a");
    assertThat(run("ignored", queue)).isCompletedWithValue("c");
    assertThat(run("two", queue("x", "y", "z"))).isCompletedWithValue("xy");
    assertThat(run("inFinally", queue("b"))).isCompletedWithValue("ab");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one", "ignored", "inFinally", "two"})
  void F3_whatIsNotThereIsAwaited(String method) {
    AsyncQueue<String> queue = queue();
    CompletableFuture<String> run = run(method, queue);
    assertThat(run).isNotDone();
    queue.offer("a");
    queue.offer("b");
    assertThat(run).isCompleted();
    assertThat(run.join()).endsWith(method.equals("one") || method.equals("inFinally") ? "a" : "b");
  }

  @Test
  void C2_theQueueIsComputedFirst() {
    CompletableFuture<AsyncQueue<String>> later = new CompletableFuture<>();
    CompletableFuture<String> run = run("nested", queue("a", "two"), later);
    assertThat(run).isNotDone();
    later.complete(queue("b"));
    assertThat(run).isCompletedWithValue("ab3");
  }

  @Test
  void F8_thereIsRoomForWhoeverWaits() {
    AsyncQueue<String> full = AsyncQueue.fifo(1);
    assertThat(full.offer("a")).isTrue();
    CompletableFuture<?> waiting = full.put("b").toCompletableFuture();
    assertThat(waiting).isNotDone();
    assertThat(run("one", full)).isCompletedWithValue("a");
    assertThat(waiting).isCompleted();
    assertThat(full.size()).isEqualTo(1);
  }

  @Test
  void F19_aQueueThatIsShutDownSaysSo() {
    AsyncQueue<String> queue = queue("last");
    queue.shutdown(false);
    assertThat(run("one", queue)).isCompletedWithValue("last");
    assertThatThrownBy(run("one", queue)::join).hasCauseInstanceOf(QueueShutDownException.class);
    assertThatThrownBy(run("inFinally", queue)::join)
        .hasCauseInstanceOf(QueueShutDownException.class);
  }

  @Test
  void F11_anItemOutranksACancellationThatIsDue() {
    CompletableFuture<String> inFinally = new CompletableFuture<>();
    List<String> log = new ArrayList<>();
    CompletableFuture<String> run =
        run("thenBoth", inFinally, queue("item"), new CompletableFuture<>(), log);

    assertThat(run.cancel(true)).isTrue();
    inFinally.complete("");

    assertThat(log).containsExactly("begun", "item");
    assertThatThrownBy(run::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void noQueueIsANullPointer() {
    assertThatThrownBy(run("one", (Object) null)::join)
        .hasCauseInstanceOf(NullPointerException.class);
    assertThatThrownBy(run("inFinally", (Object) null)::join)
        .hasCauseInstanceOf(NullPointerException.class);
  }

  @Test
  void F17_whatTheComparatorThrowsIsThrown() {
    AtomicBoolean broken = new AtomicBoolean();
    AsyncQueue<String> queue =
        AsyncQueue.priority(
            0,
            (a, b) -> {
              if (broken.get()) {
                throw new IllegalArgumentException("not comparable");
              }
              return a.compareTo(b);
            });
    List.of("c", "b", "a", "d").forEach(queue::offer);

    broken.set(true);
    assertThatThrownBy(run("one", queue)::join).hasCauseInstanceOf(IllegalArgumentException.class);

    broken.set(false);
    assertThat(run("one", queue)).isCompletedWithValue("a");
  }

  /** Somebody else's queue is asked as it says. */
  @Test
  @SuppressWarnings("unchecked") // A proxy of a generic interface.
  void anotherQueueIsAskedByItsMethod() {
    InvocationHandler handler =
        (proxy, method, arguments) ->
            method.getName().equals("get") ? CompletableFuture.completedFuture("theirs") : null;
    AsyncQueue<String> theirs =
        (AsyncQueue<String>)
            Proxy.newProxyInstance(
                AsyncQueue.class.getClassLoader(), new Class<?>[] {AsyncQueue.class}, handler);
    assertThat(run("one", theirs)).isCompletedWithValue("theirs");
    assertThat(run("inFinally", theirs)).isCompletedWithValue("atheirs");
  }
}
