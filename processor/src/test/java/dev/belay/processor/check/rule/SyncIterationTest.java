package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

class SyncIterationTest {
  private static final Checked RULE = Checked.rule("SyncIteration");

  @Test
  void reactor() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        import reactor.core.publisher.*;
        Mono<Integer> inAMethodThatReturnsAtOnce(Flux<String> rows) {
          int count = 0;
          for (String row : rows«.toIterable()) count++;
          return Mono.just(count);
        }
        @AsyncMethod int inATemplate(Flux<String> rows) {
          int count = 0;
          for (String row : rows«.toIterable()) count++;
          return count;
        }
        @AsyncMethod String firstInATemplate(Flux<String> rows) { return rows«.blockFirst(); }
        """);
  }

  /** On which thread a callback runs is not in the file. */
  @Test
  void inACallbackItIsAWarning() {
    RULE.finds(
        Diagnostic.Kind.WARNING,
        """
        import reactor.core.publisher.*;
        Flux<String> f(Flux<String> keys, Flux<String> rows) {
          return keys.map(key -> key + rows«.toIterable().iterator().next());
        }
        """);
  }

  /** As in Kestra, whose callbacks run on threads that may wait. */
  @Test
  void oneElementInACallbackIsAGuess() {
    String callback =
        """
        import reactor.core.publisher.*;
        Flux<String> f(Flux<String> keys, Flux<String> rows) {
          return keys.map(key -> key + rows%s.blockLast());
        }
        """;
    RULE.accepts(callback.formatted(""));
    RULE.with("-Abelay.guesses=on")
        .finds(callback.formatted("«"), "blocks the thread for each element, in a callback");
  }

  /** As in BifroMQ: a subject has a first element as soon as it has any. */
  @Test
  void theCurrentElementIsAGuess() {
    String current =
        """
        import io.reactivex.rxjava3.core.Observable;
        import io.reactivex.rxjava3.subjects.*;
        Subject<Integer> score = BehaviorSubject.createDefault(0).toSerialized();
        CompletableFuture<Integer> probe() {
          int now = score%1$s.blockingFirst();
          return CompletableFuture.completedFuture(now);
        }
        Observable<Integer> each(Observable<String> ticks, Supplier<Observable<Integer>> described) {
          return ticks.map(tick -> described.get()%1$s.blockingFirst());
        }
        """;
    RULE.accepts(current.formatted(""));
    RULE.with("-Abelay.guesses=on").finds(current.formatted("«"));
    RULE.accepts(
        """
        import io.reactivex.rxjava3.core.Observable;
        import io.reactivex.rxjava3.subjects.*;
        CompletableFuture<Integer> get(BehaviorSubject<Integer> score) {
          return CompletableFuture.completedFuture(score.getValue());
        }
        Observable<Integer> taken(Observable<Integer> scores) { return scores.take(1); }
        int plain(Observable<Integer> scores) { return scores.blockingFirst(); }
        int last(Observable<Integer> scores) { return scores.blockingLast(); }
        CompletableFuture<Integer> first(Observable<Integer> scores) {
          return CompletableFuture.completedFuture(scores.blockingFirst());
        }
        """);
  }

  @Test
  void rxJavaAndMutiny() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        import io.reactivex.rxjava3.core.*;
        import io.smallrye.mutiny.Multi;
        import io.smallrye.mutiny.Uni;
        CompletableFuture<Void> rx(Flowable<String> rows) {
          rows«.blockingForEach(System.out::println);
          return CompletableFuture.completedFuture(null);
        }
        Uni<Integer> mutiny(Multi<String> rows) {
          int count = 0;
          for (String row : rows.subscribe()«.asIterable()) count++;
          return Uni.createFrom().item(count);
        }
        """);
  }

  @Test
  void ourIterator() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        @AsyncMethod int f(AsyncIterator<String> iterator) {
          int count = 0;
          while (iterator.advance().toCompletableFuture()«.join()) count++;
          return count;
        }
        """);
  }

  @Test
  void whereWaitingIsAllowed() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        int plain(Flux<String> rows) {
          int count = 0;
          for (String row : rows.toIterable()) count++;
          return count;
        }
        void test(AsyncIterator<String> iterator) {
          while (iterator.advance().toCompletableFuture().join()) System.out.println(iterator.current());
        }
        Mono<Integer> offloaded(Flux<String> rows) {
          return Mono.fromCallable(() -> (int) rows.toStream().count());
        }
        CompletableFuture<Long> pooled(Flux<String> rows) {
          return CompletableFuture.supplyAsync(() -> rows.toStream().count());
        }
        """);
  }

  @Test
  void pipelinesAndOtherSequences() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        import java.util.stream.Stream;
        Mono<Long> counted(Flux<String> rows) { return rows.count(); }
        Flux<String> list(List<String> rows) {
          for (String row : rows) System.out.println(row);
          return Flux.fromIterable(rows);
        }
        interface Box { Stream<String> toStream(); }
        Mono<Long> ofOnesOwn(Box box) { return Mono.just(box.toStream().count()); }
        @AsyncMethod int walked(AsyncIterable<String> rows) {
          int count = 0;
          for (String row : each(rows)) count++;
          return count;
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        @SuppressWarnings("SyncIteration")
        Flux<String> f(Flux<String> keys, Flux<String> rows) { return keys.map(key -> key + rows.blockFirst()); }
        """);
  }
}
