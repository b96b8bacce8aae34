package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import dev.belay.AsyncIterator;
import io.reactivex.rxjava3.core.Flowable;
import io.smallrye.mutiny.Multi;
import java.util.Iterator;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import reactor.core.publisher.Flux;

/** A generator with nothing to wait for. */
@OperationsPerInvocation(COUNT)
public class GeneratorReady extends Workload {

  @Benchmark
  public long byHand() {
    return outcome(ByHand.sum(new ByHand.Ready(COUNT)));
  }

  @Benchmark
  public long belay() {
    return outcome(GeneratorsAsync.sum(GeneratorsAsync.ready(COUNT)));
  }

  /** The public protocol instead of a body that iterates. */
  @Benchmark
  @SuppressWarnings("IteratorNotClosed") // walked to its end, which closes it
  public long belayIterator() {
    AsyncIterator<Integer> iterator = GeneratorsAsync.ready(COUNT).iterator();
    long sum = 0;
    while (iterator.advance().toCompletableFuture().getNow(false)) {
      sum += iterator.current();
    }
    return outcome(sum);
  }

  @Benchmark
  public long plainIterator() {
    Iterator<Integer> iterator = IntStream.range(0, COUNT).mapToObj(Numbers::of).iterator();
    long sum = 0;
    while (iterator.hasNext()) {
      sum += iterator.next();
    }
    return outcome(sum);
  }

  @Benchmark
  public long reactor() {
    long[] sum = {0};
    Flux.<Integer, Integer>generate(
            () -> 0,
            (i, out) -> {
              if (i == COUNT) {
                out.complete();
              } else {
                out.next(Numbers.of(i));
              }
              return i + 1;
            })
        .subscribe(element -> sum[0] += element);
    return outcome(sum[0]);
  }

  @Benchmark
  public long reactorRange() {
    long[] sum = {0};
    Flux.range(0, COUNT).map(Numbers::of).subscribe(element -> sum[0] += element);
    return outcome(sum[0]);
  }

  @Benchmark
  public long rxjava() {
    long[] sum = {0};
    Object unused =
        Flowable.range(0, COUNT).map(Numbers::of).subscribe(element -> sum[0] += element);
    return outcome(sum[0]);
  }

  @Benchmark
  public long mutiny() {
    long[] sum = {0};
    Object unused =
        Multi.createFrom()
            .range(0, COUNT)
            .map(Numbers::of)
            .subscribe()
            .with(element -> sum[0] += element);
    return outcome(sum[0]);
  }

  @Benchmark
  public long kotlin() {
    return outcome(Coroutines.sumReady(COUNT));
  }
}
