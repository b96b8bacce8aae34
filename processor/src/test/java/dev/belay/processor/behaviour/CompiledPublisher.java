package dev.belay.processor.behaviour;

import dev.belay.AsyncIterable;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.Flow.Publisher;
import org.reactivestreams.tck.TestEnvironment;
import org.reactivestreams.tck.flow.FlowPublisherVerification;

/** A compiled generator before the Reactive Streams TCK. */
public final class CompiledPublisher extends FlowPublisherVerification<Long> {
  private static final ClassLoader COMPILED =
      Compiler.machines(
              List.of(
                  Source.of(
                      "Counting",
                      """
                      final class Counting {
                        @AsyncGenerator
                        static void upTo(long count, Yield<Long> out) {
                          for (long i = 0; i < count; i++) {
                            long element = i;
                            out.yield(
                                i % 3 == 0
                                    ? await(CompletableFuture.supplyAsync(() -> element))
                                    : element);
                          }
                        }
                      }
                      """)))
          .load();

  public CompiledPublisher() {
    super(new TestEnvironment(5_000, 50));
  }

  @Override
  public Publisher<Long> createFlowPublisher(long elements) {
    try {
      Method companion =
          Class.forName("cases.CountingAsync", true, COMPILED)
              .getDeclaredMethod("upTo", long.class);
      companion.setAccessible(true);
      @SuppressWarnings("unchecked") // It is a generator of those.
      AsyncIterable<Long> generated = (AsyncIterable<Long>) companion.invoke(null, elements);
      return generated.toPublisher();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  /** A generator fails when it is asked, and never before. */
  @Override
  public Publisher<Long> createFailedFlowPublisher() {
    return null;
  }
}
