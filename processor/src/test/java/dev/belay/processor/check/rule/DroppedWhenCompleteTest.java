package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class DroppedWhenCompleteTest {
  private static final Checked RULE = Checked.rule("DroppedWhenComplete");

  /** playframework/playframework#7862. */
  @Test
  void theStageBeforeTheReleaseIsReturned() {
    RULE.finds(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        CompletionStage<String> f(Box box) {
          CompletionStage<String> work = box.read();
          work«.whenComplete((value, failure) -> { box.closeAsync().thenRun(() -> { }); });
          return work;
        }
        CompletionStage<Integer> g(Box box) {
          CompletionStage<String> work = box.read();
          work«.whenComplete((value, failure) -> { box.closeAsync().thenRun(() -> { }); });
          return work.thenApply(String::length);
        }
        """,
        "'work' is returned, not the stage after 'box.closeAsync()'");
  }

  @Test
  void vertx() {
    RULE.finds(
        """
        import io.vertx.core.Future;
        import io.vertx.sqlclient.SqlConnection;
        Future<Integer> f(SqlConnection connection) {
          Future<Integer> size = connection.query("").execute().map(rows -> rows.size());
          size«.onComplete(done -> { connection.close().onFailure(failure -> { }); });
          return size;
        }
        """);
  }

  @Test
  void theStageAfterIt() {
    RULE.accepts(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        CompletionStage<String> returned(Box box) {
          CompletionStage<String> work = box.read();
          return work.whenComplete((value, failure) -> { box.closeAsync().thenRun(() -> { }); });
        }
        CompletionStage<String> assigned(Box box) {
          CompletionStage<String> work = box.read();
          CompletionStage<String> closed = work.thenCompose(it -> box.closeAsync().thenApply(done -> it));
          return closed;
        }
        """);
  }

  @Test
  void callbacksWithoutARelease() {
    RULE.accepts(
        """
        interface Span extends AutoCloseable { void close(); }
        abstract CompletionStage<String> read();
        CompletionStage<String> logged() {
          CompletionStage<String> work = read();
          work.whenComplete((value, failure) -> System.out.println(failure));
          return work;
        }
        CompletionStage<String> measured(Span span) {
          CompletionStage<String> work = read();
          work.whenComplete((value, failure) -> span.close());
          return work;
        }
        """);
  }

  /** The caller gets the failure in any case. */
  @Test
  void whatCouldNotBeAcquired() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        CompletableFuture<Box> f(CompletableFuture<Box> opening, Box box) {
          opening.whenComplete((opened, failure) -> {
            if (failure != null) { box.closeAsync(); }
          });
          return opening;
        }
        """);
  }

  /** As in Pulsar: the stage behind it would not tell that the threads have ended either. */
  @Test
  void releasesThatAreOnlyStarted() {
    RULE.accepts(
        """
        CompletableFuture<String> f(CompletableFuture<String> work, ExecutorService executor) {
          work.whenComplete((value, failure) -> executor.shutdownNow());
          return work;
        }
        """);
  }

  @Test
  void stagesThatAreNotReturned() {
    RULE.accepts(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        CompletionStage<String> field;
        void nothing(Box box) {
          CompletionStage<String> work = box.read();
          work.whenComplete((value, failure) -> { box.closeAsync().thenRun(() -> { }); });
        }
        CompletionStage<String> another(Box box) {
          CompletionStage<String> work = box.read();
          work.whenComplete((value, failure) -> { box.closeAsync().thenRun(() -> { }); });
          return field;
        }
        """);
  }
}
