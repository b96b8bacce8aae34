package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A generator that awaits somebody else's stage for each element, which comes later. */
@OperationsPerInvocation(COUNT)
public class GeneratorPending extends Workload {
  private final EventLoop loop = new EventLoop();

  @Benchmark
  public long byHand() {
    ByHand.Consumer consumer = new ByHand.Consumer(new ByHand.Pending(COUNT, loop));
    consumer.run();
    loop.run();
    return outcome(consumer.sum);
  }

  @Benchmark
  public long belay() {
    CompletableFuture<Long> sum = GeneratorsAsync.sum(GeneratorsAsync.pending(COUNT, loop));
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long byHandThree() {
    ByHand.Source source = new ByHand.Pending(COUNT, loop);
    ByHand.Consumer consumer = new ByHand.Consumer(new ByHand.Passing(new ByHand.Passing(source)));
    consumer.run();
    loop.run();
    return outcome(consumer.sum);
  }

  @Benchmark
  public long belayThree() {
    CompletableFuture<Long> sum =
        GeneratorsAsync.sum(
            GeneratorsAsync.passing(GeneratorsAsync.passing(GeneratorsAsync.pending(COUNT, loop))));
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long reactor() {
    long[] sum = {0};
    Flux.range(0, COUNT)
        .concatMap(i -> Mono.fromCompletionStage(loop.later(Numbers.of(i))))
        .subscribe(element -> sum[0] += element);
    loop.run();
    return outcome(sum[0]);
  }

  @Benchmark
  public long rxjava() {
    long[] sum = {0};
    Object unused =
        Flowable.range(0, COUNT)
            .concatMapSingle(i -> Single.fromCompletionStage(loop.later(Numbers.of(i))))
            .subscribe(element -> sum[0] += element);
    loop.run();
    return outcome(sum[0]);
  }

  @Benchmark
  public long mutiny() {
    long[] sum = {0};
    Object unused =
        Multi.createFrom()
            .range(0, COUNT)
            .onItem()
            .transformToUniAndConcatenate(
                i -> Uni.createFrom().completionStage(loop.later(Numbers.of(i))))
            .subscribe()
            .with(element -> sum[0] += element);
    loop.run();
    return outcome(sum[0]);
  }

  @Benchmark
  public long kotlin() {
    CompletableFuture<Long> sum = Coroutines.sumPending(COUNT, loop);
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long kotlinThree() {
    CompletableFuture<Long> sum = Coroutines.sumPassed(COUNT, loop);
    loop.run();
    return outcome(sum);
  }
}
