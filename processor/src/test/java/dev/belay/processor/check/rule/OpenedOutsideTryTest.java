package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class OpenedOutsideTryTest {
  private static final Checked RULE = Checked.rule("OpenedOutsideTry");

  @Test
  void anAwait() {
    RULE.finds(
        """
        interface Session { CompletionStage<String> read(); CompletionStage<Void> release(); }
        abstract CompletionStage<Session> acquire();
        abstract CompletionStage<String> key();
        @AsyncMethod String f() {
          Session session = await(acquire());
          String key = «await(key());
          try {
            return key + await(session.read());
          } finally {
            await(session.release());
          }
        }
        """,
        "a failure here leaves 'session' open");
  }

  @Test
  void aResourceTemplate() {
    RULE.finds(
        """
        interface Session { CompletionStage<Void> begin(); CompletionStage<Void> release(); }
        abstract CompletionStage<Session> acquire();
        @AsyncResource void session(Yield<Session> scope) {
          Session session = await(acquire());
          «await(session.begin());
          try { scope.yield(session); } finally { await(session.release()); }
        }
        """,
        "using(...)");
  }

  @Test
  void anotherAcquisition() {
    RULE.finds(
        """
        interface Session { CompletionStage<Void> release(); }
        abstract CompletionStage<Session> acquire();
        @AsyncMethod void f() {
          Session first = await(acquire());
          Session second = «await(acquire());
          try {
            System.out.println(first + "" + second);
          } finally {
            await(second.release());
            await(first.release());
          }
        }
        """);
  }

  @Test
  void plainCode() {
    RULE.finds(
        """
        import com.datastax.oss.driver.api.core.*;
        abstract void check(int value);
        void f(int value) {
          CqlSession session = CqlSession.builder().build();
          «check(value);
          try { session.execute("SELECT 1"); } finally { session.close(); }
        }
        """,
        "begin the try right after 'session'");
  }

  @Test
  void nothingBetween() {
    RULE.accepts(
        """
        interface Session { CompletionStage<Void> begin(); CompletionStage<Void> release(); }
        abstract CompletionStage<Session> acquire();
        @AsyncMethod int f() {
          await(sleep(Duration.ZERO));
          Session session = await(acquire());
          try {
            await(session.begin());
            return 1;
          } finally {
            await(session.release());
          }
        }
        @AsyncMethod int g(List<String> names) {
          Session session = await(acquire());
          int count = names.size();
          String text = "";
          long start = System.nanoTime();
          System.out.println(session);
          try {
            await(session.begin());
            return count + text.length() + (int) start;
          } finally {
            await(session.release());
          }
        }
        """);
  }

  @Test
  void anotherTrySeesToIt() {
    RULE.accepts(
        """
        interface Session { CompletionStage<Void> begin(); CompletionStage<Void> release(); }
        abstract CompletionStage<Session> acquire();
        @AsyncMethod void f() {
          Session session = await(acquire());
          try {
            Session other = await(acquire());
            try {
              await(other.begin());
            } finally {
              await(other.release());
            }
          } finally {
            await(session.release());
          }
        }
        @AsyncMethod void g() {
          Session session = await(acquire());
          try {
            await(session.begin());
          } catch (IllegalArgumentException e) {
            System.out.println(e);
          }
          try { System.out.println(); } finally { await(session.release()); }
        }
        """);
  }

  @Test
  void notOpenedHereOrGivenAway() {
    RULE.accepts(
        """
        interface Session { CompletionStage<Void> begin(); CompletionStage<Void> release(); }
        abstract CompletionStage<Session> acquire();
        abstract void register(Session session);
        abstract void check();
        @AsyncMethod void parameter(Session session) {
          await(session.begin());
          try { check(); } finally { await(session.release()); }
        }
        @AsyncMethod void registered() {
          Session session = await(acquire());
          register(session);
          check();
          try { await(session.begin()); } finally { await(session.release()); }
        }
        @AsyncMethod void late() {
          Session session = null;
          check();
          try {
            session = await(acquire());
          } finally {
            if (session != null) await(session.release());
          }
        }
        """);
  }

  @Test
  void synchronousResources() {
    RULE.accepts(
        """
        abstract void check();
        void file(File file) throws IOException {
          InputStream in = new FileInputStream(file);
          check();
          try { in.read(); } finally { in.close(); }
        }
        void pool() {
          ExecutorService pool = Executors.newCachedThreadPool();
          check();
          try { pool.submit(this::check); } finally { pool.shutdown(); }
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        interface Session { CompletionStage<Void> begin(); CompletionStage<Void> release(); }
        abstract CompletionStage<Session> acquire();
        @SuppressWarnings("OpenedOutsideTry")
        @AsyncMethod void f() {
          Session session = await(acquire());
          await(session.begin());
          try { System.out.println(); } finally { await(session.release()); }
        }
        """);
  }
}
