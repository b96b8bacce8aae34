package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A session is opened, used and closed, by stages that are complete or come later. */
@OperationsPerInvocation(COUNT)
public class Scoped extends PoolWorkload {
  @Benchmark
  public long byHand() {
    ByHandScopes scopes = new ByHandScopes(pool, COUNT);
    scopes.run();
    loop.run();
    return outcome(scopes.sum);
  }

  @Benchmark
  public long belay() {
    CompletableFuture<Long> sum = ScopesAsync.sum(pool, COUNT);
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long belayFunctions() {
    CompletableFuture<Long> sum = ScopesAsync.sumOfFunctions(pool, COUNT);
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long belayTry() {
    CompletableFuture<Long> sum = ScopesAsync.sumOfTries(pool, COUNT);
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long kotlin() {
    CompletableFuture<Long> sum = Coroutines.sumScopes(COUNT, pool);
    loop.run();
    return outcome(sum);
  }

  @Benchmark
  public long futures() {
    long[] sum = {0};
    if (stages.equals("completed")) {
      for (int i = 0; i < COUNT; i++) {
        sum[0] += chain(i).join();
      }
    } else {
      next(0, sum);
      loop.run();
    }
    return outcome(sum[0]);
  }

  private CompletableFuture<Integer> chain(int i) {
    return pool.open(i)
        .thenCompose(session -> pool.close(session).handle((nothing, failure) -> session));
  }

  @SuppressWarnings("IgnoredStage") // a loop by callbacks: what fails shows in the sum
  private void next(int i, long[] sum) {
    if (i < COUNT) {
      chain(i)
          .thenAccept(
              session -> {
                sum[0] += session;
                next(i + 1, sum);
              });
    }
  }

  @Benchmark
  public long mutiny() {
    long[] sum = {0};
    Object unused =
        Multi.createFrom()
            .range(0, COUNT)
            .onItem()
            .transformToMultiAndConcatenate(
                i ->
                    Multi.createFrom()
                        .resourceFromUni(
                            () -> Uni.createFrom().completionStage(pool.open(i)),
                            session -> Multi.createFrom().item(session))
                        .withFinalizer(this::closed))
            .subscribe()
            .with(session -> sum[0] += session);
    loop.run();
    return outcome(sum[0]);
  }

  private Uni<Void> closed(Integer session) {
    return Uni.createFrom().completionStage(pool.close(session)).replaceWithVoid();
  }

  @Benchmark
  public long reactor() {
    long[] sum = {0};
    Flux.range(0, COUNT)
        .concatMap(
            i ->
                Mono.usingWhen(
                    Mono.fromCompletionStage(pool.open(i)),
                    Mono::just,
                    session -> Mono.fromCompletionStage(pool.close(session))))
        .subscribe(session -> sum[0] += session);
    loop.run();
    return outcome(sum[0]);
  }
}
