package dev.belay.benchmarks;

import static dev.belay.benchmarks.Numbers.COUNT;

import io.reactivex.rxjava3.core.Flowable;
import java.util.List;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import reactor.core.publisher.Flux;

/** Nothing to wait for, and four different generators and consumers alive, as in a program. */
@OperationsPerInvocation(4 * COUNT)
public class GeneratorsMany extends Workload {
  private final Integer[] array =
      IntStream.range(0, COUNT).mapToObj(Numbers::of).toArray(Integer[]::new);
  private final List<Integer> list = List.of(array);

  @Benchmark
  public long byHand() {
    return all(
        ByHand.sum(new ByHand.Ready(COUNT)),
        ByHand.sum(new ByHandMany.Listed(list)),
        ByHand.sum(new ByHandMany.Indexed(array)),
        ByHand.sum(new ByHandMany.Chunked(array)));
  }

  @Benchmark
  public long belay() {
    return all(
        GeneratorsAsync.sum(GeneratorsAsync.ready(COUNT)).join(),
        ManyAsync.negated(ManyAsync.listed(list)).join(),
        ManyAsync.doubled(ManyAsync.indexed(array)).join(),
        ManyAsync.shifted(ManyAsync.chunked(array)).join());
  }

  @Benchmark
  public long reactor() {
    long[] sum = {0, 0, 0, 0};
    Flux.range(0, COUNT).map(Numbers::of).subscribe(element -> sum[0] += element);
    Flux.fromIterable(list).subscribe(element -> sum[1] += element);
    Flux.fromArray(array).subscribe(element -> sum[2] += element);
    Flux.fromArray(array).filter(element -> true).subscribe(element -> sum[3] += element);
    return all(sum);
  }

  @Benchmark
  public long rxjava() {
    long[] sum = {0, 0, 0, 0};
    Object one = Flowable.range(0, COUNT).map(Numbers::of).subscribe(e -> sum[0] += e);
    Object two = Flowable.fromIterable(list).subscribe(e -> sum[1] += e);
    Object three = Flowable.fromArray(array).subscribe(e -> sum[2] += e);
    Object four = Flowable.fromArray(array).filter(e -> true).subscribe(e -> sum[3] += e);
    return all(sum);
  }

  private static long all(long... sums) {
    long total = 0;
    for (long sum : sums) {
      total += outcome(sum);
    }
    return total;
  }
}
