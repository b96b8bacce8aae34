package dev.belay.processor.growth;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Program;
import dev.belay.processor.behaviour.harness.Source;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What is generated grows with what is compiled, and not faster. {@code -Dbelay.growth=n} measures
 * the time as well: the best of n compilations of each size, javac's own work on the generated code
 * included.
 */
class GrowthTest {
  private static final int TIMES = Integer.getInteger("belay.growth", 0);
  private static final int SIZES = 4;

  @Test
  void aLongBody() {
    grows(Subject.LINES);
  }

  @Test
  void manyBodies() {
    grows(Subject.TEMPLATES);
  }

  private static void grows(Subject subject) {
    long once = generated(subject.source().apply(subject.base()));
    long twice = generated(subject.source().apply(subject.base() * 2));
    assertThat(twice).isGreaterThan(once * 18 / 10).isLessThan(once * 22 / 10);
    if (TIMES > 0) {
      measure(subject);
    }
  }

  private static long generated(Source source) {
    Program program = Compiler.machines(List.of(source));
    return program.sources().values().stream().mapToLong(text -> text.lines().count()).sum();
  }

  private static void measure(Subject subject) {
    System.out.printf("| %s | generated lines | ms | ms each |%n", subject.unit());
    for (int size = subject.base(), i = 0; i < SIZES; size *= 2, i++) {
      Source source = subject.source().apply(size);
      long best = LongStream.generate(() -> time(source)).limit(TIMES).min().orElseThrow();
      double millis = best / 1e6;
      System.out.printf(
          "| %d | %d | %.0f | %.2f |%n", size, generated(source), millis, millis / size);
    }
  }

  private static long time(Source source) {
    long start = System.nanoTime();
    Compilation compilation = Compiler.compileMachines(List.of(source));
    long time = System.nanoTime() - start;
    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    return time;
  }
}
