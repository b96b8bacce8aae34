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

/** A generator that awaits a stage for each element, and finds it complete. */
@OperationsPerInvocation(COUNT)
public class GeneratorCompleted extends Workload {
  private final CompletableFuture<Integer>[] stages = Numbers.completed();

  @Benchmark
  public long byHand() {
    return outcome(ByHand.sum(new ByHand.Completed(COUNT, stages)));
  }

  @Benchmark
  public long belay() {
    return outcome(GeneratorsAsync.sum(GeneratorsAsync.completed(COUNT, stages)));
  }

  @Benchmark
  public long reactor() {
    long[] sum = {0};
    Flux.range(0, COUNT)
        .concatMap(i -> Mono.fromCompletionStage(stages[i & 127]))
        .subscribe(element -> sum[0] += element);
    return outcome(sum[0]);
  }

  @Benchmark
  public long rxjava() {
    long[] sum = {0};
    Object unused =
        Flowable.range(0, COUNT)
            .concatMapSingle(i -> Single.fromCompletionStage(stages[i & 127]))
            .subscribe(element -> sum[0] += element);
    return outcome(sum[0]);
  }

  @Benchmark
  public long mutiny() {
    long[] sum = {0};
    Object unused =
        Multi.createFrom()
            .range(0, COUNT)
            .onItem()
            .transformToUniAndConcatenate(i -> Uni.createFrom().completionStage(stages[i & 127]))
            .subscribe()
            .with(element -> sum[0] += element);
    return outcome(sum[0]);
  }

  @Benchmark
  public long kotlin() {
    return outcome(Coroutines.sumCompleted(COUNT, stages));
  }
}
