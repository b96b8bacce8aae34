package dev.belay.reactivestreams;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterable;
import dev.belay.AsyncMethod;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values go both ways, and so do demand, cancellation and failures. */
class LibrariesTest {
  static Stream<Library> libraries() {
    return Stream.of(new Reactor(), new RxJava(), new Mutiny());
  }

  @AsyncMethod
  static int scaledSum(AsyncIterable<Integer> numbers, CompletionStage<Integer> factor) {
    int sum = 0;
    for (int number : each(numbers)) {
      sum += number;
    }
    return sum * await(factor);
  }

  @AsyncMethod
  static int firstAbove(int bound, AsyncIterable<Integer> numbers) {
    for (int number : each(numbers)) {
      if (number > bound) {
        return number;
      }
    }
    return 0;
  }

  private static <T> T soon(CompletableFuture<T> future) throws Exception {
    return future.get(1, TimeUnit.MINUTES);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aBodyAwaitsAndIteratesTheLibrary(Library library) throws Exception {
    CompletableFuture<Integer> later = new CompletableFuture<>();
    CompletableFuture<Integer> result =
        LibrariesTestAsync.scaledSum(library.many(100, () -> {}), library.single(later, () -> {}));
    assertThat(result).isNotDone();

    later.complete(2);

    assertThat(soon(result)).isEqualTo(2 * 5050);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void theLibraryCollectsAGenerator(Library library) throws Exception {
    Numbers numbers = new Numbers();

    List<Integer> collected =
        soon(library.collected(NumbersAsync.upTo(numbers, 300)).toCompletableFuture());

    assertThat(collected).isEqualTo(IntStream.rangeClosed(1, 300).boxed().toList());
    assertThat(numbers.released()).isCompleted();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void aGeneratorDoesNotRunAheadOfDemandAndIsClosedByCancel(Library library) throws Exception {
    Numbers numbers = new Numbers();
    Received received = new Received(3);
    library.incremented(NumbersAsync.upTo(numbers, 1_000_000)).subscribe(received);

    received.subscription().request(3);
    soon(received.enough());
    assertThat(received.elements()).containsExactly(2, 3, 4);
    assertThat(numbers.produced()).containsExactly(1, 2, 3);
    assertThat(numbers.released()).isNotDone();

    received.subscription().cancel();
    soon(numbers.released());
    assertThat(numbers.produced()).hasSize(3);
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void leavingALoopCancelsTheLibrary(Library library) throws Exception {
    CompletableFuture<@Nullable Void> cancelled = new CompletableFuture<>();

    int found =
        soon(
            LibrariesTestAsync.firstAbove(
                7, library.many(1_000_000, () -> cancelled.complete(null))));

    assertThat(found).isEqualTo(8);
    assertThat(cancelled).isCompleted();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void cancellingABodyCancelsTheLibrary(Library library) {
    CompletableFuture<@Nullable Void> cancelled = new CompletableFuture<>();
    CompletableFuture<Integer> result =
        LibrariesTestAsync.scaledSum(
            AsyncIterable.of(1),
            library.single(new CompletableFuture<>(), () -> cancelled.complete(null)));

    result.cancel(true);

    assertThat(cancelled).isCompleted();
    assertThat(result).isCancelled();
  }

  @ParameterizedTest
  @MethodSource("libraries")
  void failuresComeAsTheyAre(Library library) throws Exception {
    IllegalStateException failure = new IllegalStateException("theirs");
    CompletableFuture<Integer> result = LibrariesTestAsync.firstAbove(0, library.failing(failure));
    assertThatThrownBy(() -> soon(result)).cause().isSameAs(failure);

    CompletableFuture<Integer> source = new CompletableFuture<>();
    CompletableFuture<Integer> awaiting =
        LibrariesTestAsync.scaledSum(AsyncIterable.of(1), library.single(source, () -> {}));
    source.completeExceptionally(failure);
    assertThatThrownBy(() -> soon(awaiting)).cause().isSameAs(failure);

    Received received = new Received(1);
    library.incremented(NumbersAsync.failing(failure)).subscribe(received);
    received.subscription().request(5);
    assertThatThrownBy(() -> soon(received.end())).cause().isSameAs(failure);
    assertThat(received.elements()).containsExactly(2);
  }
}
