package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

class SyncIterationTest {
  private static final Checked RULE = Checked.rule("SyncIteration");

  @Test
  void reactor() {
    RULE.finds(
        """
        import reactor.core.publisher.*;
        Mono<Integer> inAMethodThatReturnsAtOnce(Flux<String> rows) {
          int count = 0;
          for (String row : rows«.toIterable()) count++;
          return Mono.just(count);
        }
        Flux<String> inACallback(Flux<String> keys, Flux<String> rows) {
          return keys.map(key -> key + rows«.blockFirst());
        }
        @AsyncMethod int inATemplate(Flux<String> rows) {
          int count = 0;
          for (String row : rows«.toIterable()) count++;
          return count;
        }
        """,
        "blocks the thread for each element");
  }

  @Test
  void onWhichThreadACallbackRunsIsNotInTheFile() {
    RULE.finds(
        Diagnostic.Kind.WARNING,
        """
        import reactor.core.publisher.*;
        Flux<String> f(Flux<String> keys, Flux<String> rows) { return keys.map(key -> key + rows«.blockFirst()); }
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
