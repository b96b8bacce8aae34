package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class NestedStageTest {
  private static final Checked RULE = Checked.rule("NestedStage");

  @Test
  void stepsThatWrap() {
    RULE.finds(
        """
        abstract CompletableFuture<String> save(String it);
        CompletionStage<?> returned(CompletableFuture<String> it) { return it«.thenApply(each -> save(each)); }
        CompletableFuture<Void> ignored(CompletableFuture<String> it) {
          return it«.thenApply(this::save).thenRun(() -> System.out.println());
        }
        """,
        "thenCompose in place of thenApply");
  }

  @Test
  void stepsThatReturnNothing() {
    RULE.finds(
        """
        import reactor.core.publisher.*;
        abstract CompletableFuture<String> save(String it);
        abstract Mono<Void> store(String it);
        CompletableFuture<Void> stage(CompletableFuture<String> it) { return it.thenAccept(each -> «save(each)); }
        Flux<String> publisher(Flux<String> it) { return it.doOnNext(each -> «store(each)); }
        """);
  }

  /** As in Infinispan: nothing follows, and nobody could wait; IgnoredStage sees to these. */
  @Test
  void theLastStepOfWhatIsDropped() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> save(String it);
        void wrapped(CompletableFuture<String> it) { it.thenApply(this::save); }
        void consumed(CompletableFuture<String> it) { it.thenAccept(each -> save(each)); }
        Runnable run(CompletableFuture<String> it) { return () -> it.thenAccept(each -> save(each)); }
        """);
    RULE.finds(
        """
        import reactor.core.publisher.*;
        abstract CompletableFuture<String> save(String it);
        abstract Mono<Void> store(String it);
        void more(CompletableFuture<String> it) {
          it.thenAccept(each -> «save(each)).thenRun(() -> System.out.println());
        }
        void neverRuns(CompletableFuture<String> it) { it.thenAccept(each -> «store(each)); }
        """);
  }

  @Test
  void stepsThatWait() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        abstract CompletableFuture<String> save(String it);
        abstract Mono<Void> store(String it);
        CompletionStage<?> stage(CompletableFuture<String> it) { return it.thenCompose(each -> save(each)); }
        Flux<Void> publisher(Flux<String> it) { return it.flatMap(each -> store(each)); }
        CompletableFuture<String> unwrapped(CompletableFuture<String> it) {
          return it.handle((each, failure) -> save(each)).thenCompose(Function.identity());
        }
        """);
  }

  @Test
  void nestingThatIsMeant() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> save(String it);
        CompletableFuture<CompletableFuture<String>> declared(CompletableFuture<String> it) {
          return it.thenApply(each -> save(each));
        }
        void kept(CompletableFuture<String> it) { var later = it.thenApply(each -> save(each)); }
        CompletableFuture<List<String>> values(CompletableFuture<String> it) { return it.thenApply(List::of); }
        Optional<CompletableFuture<String>> optional(Optional<String> it) { return it.map(this::save); }
        """);
  }

  @Test
  void whatACollectionHandsOut() {
    RULE.accepts(
        """
        CompletableFuture<Void> f(CompletableFuture<String> it, Map<String, CompletableFuture<String>> running) {
          return it.thenAccept(each -> running.remove(each));
        }
        CompletableFuture<String> g(CompletableFuture<String> it, Map<String, CompletableFuture<String>> running) {
          it.handle((each, failure) -> running.remove(each));
          return it;
        }
        """);
  }

  /** The scope of the group is left when they are done. */
  @Test
  void tasksOfAGroup() {
    RULE.accepts(
        """
        void f(TaskGroup group, CompletableFuture<String> it, AsyncSupplier<String> work) {
          group.fork(() -> it).thenRun(() -> group.fork(work));
        }
        """);
  }

  @Test
  void callbacksThatStartNothing() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        CompletableFuture<Void> promise(CompletableFuture<String> it, CompletableFuture<String> promise) {
          return it.thenAccept(each -> promise.complete(each));
        }
        CompletableFuture<Void> printed(CompletableFuture<String> it) { return it.thenAccept(System.out::println); }
        CompletableFuture<Void> task(CompletableFuture<String> it, ExecutorService executor) {
          return it.thenAccept(each -> executor.submit(() -> each.strip()));
        }
        CompletableFuture<Void> more(CompletableFuture<String> it, CompletableFuture<String> other) {
          return it.thenAccept(each -> other.thenAccept(System.out::println));
        }
        """);
  }
}
