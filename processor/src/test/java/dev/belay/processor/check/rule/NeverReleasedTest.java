package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class NeverReleasedTest {
  private static final Checked RULE = Checked.rule("NeverReleased");

  @Test
  void aSession() {
    RULE.finds(
        """
        import org.neo4j.driver.*;
        import org.neo4j.driver.async.*;
        CompletionStage<?> f(Driver driver) {
          AsyncSession session = driver«.asyncSession();
          return session.runAsync("RETURN 1").thenApply(it -> 1);
        }
        """,
        "'session' is never released");
  }

  /** As OpenFeign/querydsl#1198. */
  @Test
  void aConnectionInAPipeline() {
    RULE.finds(
        """
        import io.vertx.core.Future;
        import io.vertx.sqlclient.*;
        Future<Integer> f(Pool pool) {
          return pool«.getConnection().compose(it -> it.query("SELECT 1").execute()).map(it -> it.size());
        }
        """);
  }

  @Test
  void awaited() {
    RULE.finds(
        """
        import com.datastax.oss.driver.api.core.*;
        @AsyncMethod void f(CqlSessionBuilder builder) {
          CqlSession session = await(builder«.buildAsync());
          await(session.executeAsync("SELECT 1"));
        }
        """,
        "AsyncScope.of(..., it -> it.closeAsync()).use(...)");
  }

  @Test
  void released() {
    RULE.accepts(
        """
        import org.neo4j.driver.*;
        import org.neo4j.driver.async.*;
        import com.datastax.oss.driver.api.core.*;
        CompletionStage<?> chained(Driver driver) {
          AsyncSession session = driver.asyncSession();
          return session.runAsync("RETURN 1")
              .handle((it, failure) -> session.closeAsync())
              .thenCompose(it -> it);
        }
        void synchronous(CqlSessionBuilder builder) {
          try (CqlSession session = builder.build()) { session.execute("SELECT 1"); }
        }
        Supplier<CompletionStage<Void>> reference(Driver driver) {
          AsyncSession session = driver.asyncSession();
          return session::closeAsync;
        }
        """);
  }

  @Test
  void handedOn() {
    RULE.accepts(
        """
        import org.neo4j.driver.*;
        import org.neo4j.driver.async.*;
        import io.lettuce.core.*;
        import io.lettuce.core.api.*;
        import io.lettuce.core.api.async.*;
        AsyncSession field;
        abstract void own(Object it);
        AsyncSession returned(Driver driver) { AsyncSession session = driver.asyncSession(); return session; }
        void stored(Driver driver) { AsyncSession session = driver.asyncSession(); field = session; }
        void given(Driver driver) { AsyncSession session = driver.asyncSession(); own(session); }
        void wrapped(Driver driver, List<Object> all) { AsyncSession session = driver.asyncSession(); all.add(session); }
        RedisAsyncCommands<String, String> face(RedisClient client) {
          StatefulRedisConnection<String, String> connection = client.connect();
          RedisAsyncCommands<String, String> commands = connection.async();
          return commands;
        }
        RedisAsyncCommands<String, String> atOnce(RedisClient client) {
          StatefulRedisConnection<String, String> connection = client.connect();
          return connection.async();
        }
        """);
  }

  @Test
  void scopesOfTheLibrary() {
    RULE.accepts(
        """
        import io.vertx.core.Future;
        import io.vertx.sqlclient.*;
        Future<Integer> f(Pool pool) {
          return pool.withConnection(it -> it.query("SELECT 1").execute().map(rows -> rows.size()));
        }
        """);
  }

  @Test
  void notItsOwn() {
    RULE.accepts(
        """
        import org.neo4j.driver.*;
        import org.neo4j.driver.async.*;
        CompletionStage<?> parameter(AsyncSession session) { return session.runAsync("RETURN 1"); }
        CompletionStage<?> got(Supplier<AsyncSession> sessions) {
          AsyncSession session = sessions.get();
          return session.runAsync("RETURN 1");
        }
        """);
  }

  @Test
  void whatLivesAsLongAsTheProgram() {
    RULE.accepts(
        """
        import com.datastax.oss.driver.api.core.*;
        public static void main(String[] args) {
          CqlSession session = CqlSession.builder().build();
          session.execute("SELECT 1");
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        import org.neo4j.driver.*;
        import org.neo4j.driver.async.*;
        void f(Driver driver) {
          @SuppressWarnings("NeverReleased")
          AsyncSession session = driver.asyncSession();
          System.out.println(session.hashCode());
        }
        """);
  }
}
