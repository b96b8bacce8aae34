package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class MissingAwaitTest {
  private static final Checked RULE = Checked.rule("MissingAwait");

  @Test
  void inEachKindOfTemplate() {
    RULE.finds(
        """
        abstract CompletableFuture<String> save(int key);
        interface Box { CompletionStage<Void> closeAsync(); }
        @AsyncMethod void method() { «save(1); this«.save(2); }
        @AsyncGenerator void generator(Yield<Integer> out) { for (int i = 0; i < 3; i++) { «save(i); out.yield(i); } }
        @AsyncResource void resource(Box box, Yield<Box> out) {
          try { out.yield(box); } finally { box«.closeAsync(); }
        }
        """,
        "the body goes on before it is done");
  }

  @Test
  void chainsThatBeginHere() {
    RULE.finds(
        """
        abstract CompletableFuture<String> save(int key);
        @AsyncMethod void f() { save(1)«.thenAccept(System.out::println); }
        """);
  }

  @Test
  void whatIsUsed() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> save(int key);
        abstract void keep(Object value);
        @AsyncMethod String f() {
          await(save(1));
          CompletableFuture<String> later = save(2);
          keep(save(3));
          later.whenComplete((value, failure) -> System.out.println(failure));
          return await(later);
        }
        """);
  }

  @Test
  void otherCode() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> save(int key);
        void notATemplate() { save(1); }
        @AsyncMethod void inALambda() { Runnable later = () -> save(1); later.run(); }
        @AsyncMethod void otherFutures(ExecutorService executor, CompletableFuture<String> promise) {
          executor.submit(() -> 1);
          promise.complete("");
          System.out.println();
        }
        """);
  }

  /** Our own sample has this. */
  @Test
  void whatACollectionHandsOut() {
    RULE.accepts(
        """
        @AsyncMethod void f(Map<String, CompletableFuture<String>> running, Deque<CompletableFuture<String>> queue) {
          running.remove("");
          running.put("", CompletableFuture.completedFuture(""));
          queue.poll();
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> save(int key);
        @SuppressWarnings("MissingAwait") @AsyncMethod void f() { save(1); }
        """);
  }
}
