package dev.belay.processor.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What generated code allocates, to the byte. The tests run without HotSpot's second compiler,
 * which may only leave something out.
 */
class AllocationTest {
  private static final int COUNT = 10_000;

  /** HotSpot takes the memory for a stack trace by 32 frames. */
  private static final int FRAMES = 320;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static Map<String, IntConsumer> workloads;

  @BeforeAll
  @SuppressWarnings("unchecked") // What Costs says.
  static void compile() throws ReflectiveOperationException {
    workloads =
        (Map<String, IntConsumer>)
            Compiler.machines(List.of(Source.resource("fixture/Costs.java")))
                .load()
                .loadClass("cost.Costs")
                .getMethod("workloads")
                .invoke(null);
  }

  /** Elements, awaits, loops and blocks allocate nothing where nothing is waited for. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "element",
        "element that was awaited",
        "element through three generators",
        "element through yieldAll",
        "await",
        "item of a queue",
        "try with finally that awaits"
      })
  void nothing(String name) {
    assertThat(bytes(name)).isZero();
  }

  /** What is waited for costs what the JDK's future allocates for any callback. */
  @ParameterizedTest
  @ValueSource(
      strings = {"await of a plain stage that comes later", "element that was awaited later"})
  void asMuchAsACallback(String name) {
    assertThat(bytes(name)).isEqualTo(bytes("plain callback on a stage"));
  }

  @ParameterizedTest
  @CsvSource({
    "call that is complete, 80",
    "call that completes later, 176",
    "call with a future that is complete, 104",
    "call with a future that completes later, 208",
    "scope of a template, 112",
    "generator that is suspended with ten locals, 136"
  })
  void objectsOfOurs(String name, double expected) {
    assertThat(bytes(name)).isEqualTo(expected);
  }

  /**
   * A stack trace takes the more memory the deeper the stack is, and nothing else here does.
   * Whoever has asked for an element that does not come sees an exception; the JDK's own future
   * fills in another one when it is cancelled.
   */
  @ParameterizedTest
  @CsvSource({
    "close at a yield, 0",
    "await that fails, 0",
    "close at a wait for an item, 1",
    "close at a pause, 1",
    "close at a wait for a stage, 1",
    "close at a wait for a plain future, 2"
  })
  void stackTraces(String name, int expected) {
    double one = growth("exception");
    assertThat(one).isPositive();
    assertThat(growth(name)).isCloseTo(expected * one, within(one / 100));
  }

  /** How much more it is where the stack is deeper. */
  private static double growth(String name) {
    return deeper(FRAMES, name) - bytes(name);
  }

  private static double deeper(int frames, String name) {
    return frames == 0 ? bytes(name) : deeper(frames - 1, name);
  }

  /** For each time that it is done once more. */
  private static double bytes(String name) {
    IntConsumer workload = workloads.get(name);
    for (int i = 0; i < 3; i++) {
      workload.accept(COUNT);
    }
    long once = allocated(() -> workload.accept(COUNT));
    long twice = allocated(() -> workload.accept(2 * COUNT));
    return (double) (twice - once) / COUNT;
  }

  private static long allocated(Runnable action) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    action.run();
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
