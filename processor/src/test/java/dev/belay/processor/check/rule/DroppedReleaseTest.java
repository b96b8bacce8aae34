package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class DroppedReleaseTest {
  private static final Checked RULE = Checked.rule("DroppedRelease");

  /** apache/flink#5038 is of this kind: shutdown did not expose its completion. */
  @Test
  void statements() {
    RULE.finds(
        """
        import com.datastax.oss.driver.api.core.CqlSession;
        import io.vertx.core.Vertx;
        import org.neo4j.driver.async.AsyncSession;
        void cassandra(CqlSession session) { session«.closeAsync(); }
        void neo4j(AsyncSession session) { session«.closeAsync(); }
        void vertx(Vertx vertx) { vertx«.close(); }
        """,
        "nobody waits for '");
  }

  @Test
  void functionsThatReturnNothing() {
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        CompletionStage<String> f(CompletionStage<String> work, Box box) {
          return work.whenComplete((value, failure) -> box«.closeAsync());
        }
        Runnable g(Box box) { return () -> box«.closeAsync(); }
        """);
  }

  @Test
  void whatIsUsed() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        CompletionStage<Void> returned(Box box) { return box.closeAsync(); }
        void waited(Box box) { box.closeAsync().toCompletableFuture().join(); }
        void chained(Box box) { box.closeAsync().whenComplete((done, failure) -> System.out.println(failure)); }
        CompletionStage<Void> composed(CompletionStage<String> work, Box box) {
          return work.thenCompose(it -> box.closeAsync());
        }
        Supplier<CompletionStage<Void>> supplier(Box box) { return () -> box.closeAsync(); }
        @AsyncMethod void awaited(Box box) { await(box.closeAsync()); }
        """);
  }

  @Test
  void onTheWayOutOfAFailure() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); void use() throws IOException; }
        void f(Box box) throws IOException {
          try { box.use(); } catch (IOException e) { box.closeAsync(); throw e; }
        }
        """);
  }

  @Test
  void whereItIsUsualAndWhatIsNoRelease() {
    RULE.accepts(
        """
        import io.netty.channel.Channel;
        interface Lazy { CompletionStage<Void> save(); CompletionStage<Void> close(String reason); }
        void netty(Channel channel) { channel.close(); }
        void other(Lazy lazy, ExecutorService executor) {
          lazy.save();
          lazy.close("");
          executor.shutdown();
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        @SuppressWarnings("DroppedRelease") void f(Box box) { box.closeAsync(); }
        """);
  }
}
