package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class CleanupOutsideFinallyTest {
  private static final Checked RULE = Checked.rule("CleanupOutsideFinally");
  private static final String TYPES =
      """
      interface Pool { CompletionStage<Session> acquire(); CompletionStage<Void> release(Session it); }
      interface Session { CompletionStage<Void> commit(); CompletionStage<Void> closeAsync(); List<String> rows(); }
      """;

  @Test
  void afterTheYield() {
    RULE.finds(
        TYPES
            + """
            @AsyncResource void session(Pool pool, Yield<Session> out) {
              Session session = await(pool.acquire());
              out.yield(session);
              await(session«.closeAsync());
            }
            @AsyncResource void given(Pool pool, Yield<Session> out) {
              Session session = await(pool.acquire());
              out.yield(session);
              await(pool«.release(session));
            }
            """,
        "'session' is released only when the yield succeeds");
  }

  @Test
  void inAGeneratorAndFurtherOut() {
    RULE.finds(
        TYPES
            + """
            @AsyncGenerator void rows(Pool pool, Yield<String> out) {
              Session session = await(pool.acquire());
              for (String row : session.rows()) { out.yield(row); }
              await(session«.closeAsync());
            }
            @AsyncResource void guarded(Pool pool, Yield<Session> out) {
              Session session = await(pool.acquire());
              try { out.yield(session); await(session«.closeAsync()); } finally { System.out.println(); }
            }
            """,
        "finally { await(session.closeAsync()); }");
  }

  @Test
  void inAFinallyOrCatch() {
    RULE.accepts(
        TYPES
            + """
            @AsyncResource void right(Pool pool, Yield<Session> out) {
              Session session = await(pool.acquire());
              try { out.yield(session); } finally { await(session.closeAsync()); }
            }
            @AsyncResource void both(Pool pool, Yield<Session> out) {
              Session session = await(pool.acquire());
              try { out.yield(session); }
              catch (RuntimeException e) { await(session.closeAsync()); throw e; }
              await(session.closeAsync());
            }
            @AsyncResource void managed(Pool pool, Yield<Session> out) {
              Session session = using(AsyncScope.of(() -> pool.acquire(), it -> pool.release(it)));
              out.yield(session);
            }
            """);
  }

  @Test
  void tailsOfSuccess() {
    RULE.accepts(
        TYPES
            + """
            @AsyncResource void commits(Pool pool, Yield<Session> out) {
              Session session = await(pool.acquire());
              try { out.yield(session); await(session.commit()); } finally { await(session.closeAsync()); }
            }
            @AsyncResource void logs(Pool pool, Yield<Session> out) {
              Session session = using(AsyncScope.of(() -> pool.acquire(), it -> pool.release(it)));
              out.yield(session);
              await(session.commit());
              System.out.println("done");
            }
            """);
  }

  @Test
  void whatWasNotAcquiredBeforeTheYield() {
    RULE.accepts(
        TYPES
            + """
            @AsyncGenerator void later(Pool pool, Yield<String> out) {
              out.yield("");
              Session session = await(pool.acquire());
              await(session.closeAsync());
            }
            @AsyncGenerator void before(Pool pool, Yield<String> out) {
              Session session = await(pool.acquire());
              List<String> rows = session.rows();
              await(session.closeAsync());
              for (String row : rows) out.yield(row);
            }
            @AsyncGenerator void parameter(Session session, Yield<String> out) {
              out.yield("");
              await(session.closeAsync());
            }
            """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        TYPES
            + """
            @SuppressWarnings("CleanupOutsideFinally")
            @AsyncResource void session(Pool pool, Yield<Session> out) {
              Session session = await(pool.acquire());
              out.yield(session);
              await(session.closeAsync());
            }
            """);
  }
}
