package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import dev.belay.AsyncQueue;
import io.reactivex.rxjava3.processors.UnicastProcessor;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import reactor.core.publisher.Sinks;

/** A generator that awaits a promise of our own for each element: an item of a queue. */
@OperationsPerInvocation(COUNT)
public class GeneratorFed extends Workload {
  @Benchmark
  public long byHand() {
    ByHandFeed feed = new ByHandFeed(COUNT);
    ByHand.Consumer consumer = new ByHand.Consumer(feed);
    consumer.run();
    for (int i = 0; i < COUNT; i++) {
      feed.offer(Numbers.of(i));
    }
    return outcome(consumer.sum);
  }

  @Benchmark
  public long belay() {
    AsyncQueue<Integer> queue = AsyncQueue.fifo(COUNT);
    CompletableFuture<Long> sum = GeneratorsAsync.sum(FeedsAsync.taken(queue, COUNT));
    for (int i = 0; i < COUNT; i++) {
      if (!queue.offer(Numbers.of(i))) {
        throw new AssertionError("the queue is full");
      }
    }
    return outcome(sum);
  }

  @Benchmark
  public long reactor() {
    long[] sum = {0};
    Sinks.Many<Integer> sink = Sinks.many().unicast().onBackpressureBuffer();
    sink.asFlux().subscribe(element -> sum[0] += element);
    for (int i = 0; i < COUNT; i++) {
      sink.tryEmitNext(Numbers.of(i)).orThrow();
    }
    return outcome(sum[0]);
  }

  @Benchmark
  public long rxjava() {
    long[] sum = {0};
    UnicastProcessor<Integer> feed = UnicastProcessor.create();
    Object unused = feed.subscribe(element -> sum[0] += element);
    for (int i = 0; i < COUNT; i++) {
      feed.onNext(Numbers.of(i));
    }
    return outcome(sum[0]);
  }

  @Benchmark
  public long kotlin() {
    return outcome(Coroutines.sumFed(COUNT));
  }
}
