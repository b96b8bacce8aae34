package dev.belay.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.undelivered.UndeliveredFailures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several calls at a time, and stages as elements. */
@SuppressWarnings("IteratorNotClosed") // what is left open is what is tested
class ConcurrentTest {
  private final List<CompletableFuture<Integer>> calls = new ArrayList<>();
  private final IllegalArgumentException failure = new IllegalArgumentException();

  private CompletionStage<Integer> call(int element) {
    CompletableFuture<Integer> call = new CompletableFuture<>();
    calls.add(call);
    return call;
  }

  @Test
  void E15_resultsComeInOrderAndNoMoreCallsThanAllowedAreUnderWay() {
    Source<Integer> source = Source.of(1, 2, 3, 4);
    AsyncIterator<Integer> iterator = source.mapConcurrently(2, this::call).iterator();
    assertThat(source.trace).isEmpty();

    CompletionStage<Boolean> first = iterator.advance();
    assertThat(calls).hasSize(2);
    calls.get(1).complete(20);
    assertThat(first.toCompletableFuture()).isNotDone();
    calls.get(0).complete(10);

    assertThat(first).isCompletedWithValue(true);
    assertThat(iterator.current()).isEqualTo(10);
    assertThat(calls.stream().filter(call -> !call.isDone()).count()).isLessThanOrEqualTo(2);
    assertThat(iterator.advance()).isCompletedWithValue(true);
    assertThat(iterator.current()).isEqualTo(20);
    calls.get(2).complete(30);
    assertThat(iterator.advance()).isCompletedWithValue(true);
    assertThat(iterator.current()).isEqualTo(30);
    calls.get(3).complete(40);
    assertThat(iterator.advance()).isCompletedWithValue(true);
    assertThat(iterator.current()).isEqualTo(40);
    assertThat(iterator.advance()).isCompletedWithValue(false);
    assertThat(source.trace).containsOnlyOnce("close");
  }

  @Test
  void E15_H9_manyElementsInConstantStack() {
    int many = 100_000;
    CompletableFuture<List<Integer>> sum =
        AsyncIterable.of(IntStream.range(0, many).boxed().toList())
            .mapConcurrently(4, CompletableFuture::completedFuture)
            .toList();

    assertThat(sum.join()).hasSize(many).startsWith(0, 1, 2).endsWith(many - 1);
  }

  @Test
  void E15_oneCallAtATimeReadsNothingAhead() {
    AsyncIterator<Integer> iterator =
        AsyncIterable.of(1, 2).mapConcurrently(1, this::call).iterator();

    CompletionStage<Boolean> first = iterator.advance();

    assertThat(calls).hasSize(1);
    calls.get(0).complete(10);
    assertThat(first).isCompletedWithValue(true);
    assertThat(calls).hasSize(1);
  }

  @Test
  void E15_E16_closingCancelsTheCallsAndClosesTheSource() {
    Source<Integer> source = Source.of(1, 2, 3, 4);
    AsyncIterator<Integer> iterator = source.mapConcurrently(3, this::call).iterator();
    CompletionStage<Boolean> first = iterator.advance();
    calls.get(0).complete(10);
    assertThat(first).isCompletedWithValue(true);

    assertThat(iterator.closeAsync()).isCompleted();

    assertThat(calls.subList(1, calls.size()))
        .isNotEmpty()
        .allMatch(CompletableFuture::isCancelled);
    assertThat(source.trace).containsOnlyOnce("close");
  }

  @Test
  void E15_H26_aFailureWaitsForItsTurnOrIsNotMet() {
    AsyncIterator<Integer> iterator = Source.of(1, 2, 3).mapConcurrently(3, this::call).iterator();
    CompletionStage<Boolean> first = iterator.advance();
    calls.get(1).completeExceptionally(failure);
    assertThat(first.toCompletableFuture()).isNotDone();
    calls.get(0).complete(10);
    assertThat(first).isCompletedWithValue(true);
    CompletionStage<Boolean> second = iterator.advance();
    assertThatThrownBy(() -> second.toCompletableFuture().join()).hasCause(failure);
    assertThat(calls.get(2)).isCancelled();
    assertThat(UndeliveredFailures.taken()).isEmpty();

    AsyncIterator<Integer> unmet = Source.of(1, 2).mapConcurrently(2, this::call).iterator();
    CompletionStage<Boolean> met = unmet.advance();
    calls.get(4).completeExceptionally(failure);
    calls.get(3).complete(10);
    assertThat(met).isCompletedWithValue(true);
    assertThat(unmet.closeAsync()).isCompleted();
    assertThat(UndeliveredFailures.taken()).containsExactly(failure);
  }

  @Test
  void E14_stagesAreAwaitedInOrderAndOneAtATime() {
    CompletableFuture<Integer> one = new CompletableFuture<>();
    CompletableFuture<Integer> two = CompletableFuture.completedFuture(2);
    AsyncIterator<Integer> iterator = AsyncIterable.fromStages(List.of(one, two)).iterator();

    CompletionStage<Boolean> first = iterator.advance();
    assertThat(first.toCompletableFuture()).isNotDone();
    one.complete(1);

    assertThat(first).isCompletedWithValue(true);
    assertThat(iterator.current()).isEqualTo(1);
    assertThat(iterator.advance()).isCompletedWithValue(true);
    assertThat(iterator.current()).isEqualTo(2);
    assertThat(iterator.advance()).isCompletedWithValue(false);
  }

  /** Counts how often it is closed. */
  private static final class Closing implements Iterable<CompletionStage<Integer>>, AutoCloseable {
    private final List<CompletionStage<Integer>> stages;
    private int closed;

    Closing(List<CompletionStage<Integer>> stages) {
      this.stages = stages;
    }

    @Override
    public Iterator<CompletionStage<Integer>> iterator() {
      return stages.iterator();
    }

    @Override
    public void close() {
      closed++;
    }
  }

  @Test
  void E14_H5_whatEndsTheStagesEarlyClosesTheirIterable() {
    Closing failing = new Closing(List.of(CompletableFuture.failedFuture(failure)));
    assertThatThrownBy(() -> AsyncIterable.fromStages(failing).toList().join()).hasCause(failure);
    assertThat(failing.closed).isEqualTo(1);

    Closing missing = new Closing(Arrays.asList((CompletionStage<Integer>) null));
    assertThatThrownBy(() -> AsyncIterable.fromStages(missing).toList().join())
        .hasCauseInstanceOf(NullPointerException.class);
    assertThat(missing.closed).isEqualTo(1);

    CompletableFuture<Integer> never = new CompletableFuture<>();
    Closing left = new Closing(List.of(never));
    AsyncIterator<Integer> iterator = AsyncIterable.<Integer>fromStages(left).iterator();
    Object unused = iterator.advance();
    assertThat(left.closed).isZero();
    assertThat(iterator.closeAsync()).isCompleted();
    assertThat(never).isCancelled();
    assertThat(left.closed).isEqualTo(1);
  }
}
