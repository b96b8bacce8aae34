package dev.belay.samples;

import static dev.belay.Async.await;
import static dev.belay.Async.gather;
import static dev.belay.Async.resumeOn;

import dev.belay.AsyncMethod;
import dev.belay.AsyncQueue;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;

/**
 * A producer and two consumers. An empty item says that there are no more; who takes it out puts it
 * back for the other consumer.
 */
final class Pipeline {
  private static final Duration PRODUCING = Duration.ofMillis(100);
  private static final Duration PROCESSING = Duration.ofMillis(200);

  private final AsyncQueue<Optional<Integer>> queue = AsyncQueue.fifo(5);
  private final Loop loop;
  private final PrintStream out;

  Pipeline(Loop loop, PrintStream out) {
    this.loop = loop;
    this.out = out;
  }

  @AsyncMethod
  void run(int items) {
    await(resumeOn(loop));
    await(
        gather(
            PipelineAsync.produce(this, items),
            PipelineAsync.consume(this, "A"),
            PipelineAsync.consume(this, "B")));
  }

  @AsyncMethod
  void produce(int items) {
    for (int item = 0; item < items; item++) {
      await(queue.put(Optional.of(item)));
      out.println("Produced: " + item);
      await(loop.sleep(PRODUCING));
    }
    await(queue.put(Optional.empty()));
  }

  @AsyncMethod
  void consume(String name) {
    for (; ; ) {
      Optional<Integer> item = await(queue.get());
      await(resumeOn(loop)); // After the producer, who handed it over, has gone on.
      if (item.isEmpty()) {
        await(queue.put(Optional.empty()));
        return;
      }
      out.println("Consumer " + name + " processing: " + item.get());
      await(loop.sleep(PROCESSING));
      queue.taskDone();
    }
  }
}
