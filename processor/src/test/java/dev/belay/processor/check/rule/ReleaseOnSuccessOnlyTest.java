package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class ReleaseOnSuccessOnlyTest {
  private static final Checked RULE = Checked.rule("ReleaseOnSuccessOnly");

  /** vert-x3/vertx-jdbc-client#227. */
  @Test
  void vertxConnection() {
    RULE.finds(
        """
        import io.vertx.core.Future;
        import io.vertx.sqlclient.*;
        Future<Integer> f(Pool pool) {
          return pool.getConnection()
              .compose(connection -> connection.query("SELECT 1").execute()
                  .compose(rows -> connection«.close().map(rows.size())));
        }
        """,
        "'connection' is released only if the work before 'compose' succeeds");
  }

  @Test
  void aSession() {
    RULE.finds(
        """
        import org.neo4j.driver.*;
        import org.neo4j.driver.async.*;
        CompletionStage<Void> f(Driver driver) {
          AsyncSession session = driver.session(AsyncSession.class);
          return session.runAsync("RETURN 1").thenCompose(it -> session«.closeAsync());
        }
        """);
  }

  @Test
  void aTypeOfOnesOwnAndAVariableBetween() {
    RULE.finds(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        abstract Box open();
        CompletionStage<String> f() {
          Box box = open();
          CompletionStage<String> text = box.read();
          return text.thenCompose(it -> box«.closeAsync().thenApply(done -> it));
        }
        """);
  }

  @Test
  void bothWays() {
    RULE.accepts(
        """
        import io.vertx.core.Future;
        import io.vertx.sqlclient.*;
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        abstract Box open();
        CompletionStage<Void> handled() {
          Box box = open();
          return box.read().handle((it, failure) -> box.closeAsync()).thenCompose(it -> it);
        }
        CompletionStage<Void> twice() {
          Box box = open();
          return box.read()
              .thenCompose(it -> box.closeAsync())
              .exceptionallyCompose(failure -> box.closeAsync());
        }
        Future<Integer> eventually(Pool pool) {
          return pool.getConnection()
              .compose(it -> it.query("SELECT 1").execute().map(RowSet::size).eventually(() -> it.close()));
        }
        """);
  }

  @Test
  void byAHelper() {
    RULE.accepts(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        abstract Box open();
        abstract void closeQuietly(Box box);
        CompletionStage<Void> f() {
          Box box = open();
          return box.read()
              .thenCompose(it -> box.closeAsync())
              .exceptionally(failure -> { closeQuietly(box); return null; });
        }
        """);
  }

  @Test
  void releasedWithoutUse() {
    RULE.accepts(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        abstract CompletionStage<Box> open();
        CompletionStage<Void> only() { return open().thenCompose(box -> box.closeAsync()); }
        CompletionStage<Void> reference() { return open().thenCompose(Box::closeAsync); }
        CompletionStage<Void> after(CompletionStage<String> other, Box box) {
          return other.thenCompose(it -> box.closeAsync());
        }
        """);
  }

  @Test
  void notItsOwn() {
    RULE.accepts(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        Box field;
        CompletionStage<Void> shutdown() { return field.read().thenCompose(it -> field.closeAsync()); }
        CompletionStage<Void> parameter(Box box) { return box.read().thenCompose(it -> box.closeAsync()); }
        """);
  }

  @Test
  void aCommitIsForSuccess() {
    RULE.accepts(
        """
        import org.neo4j.driver.async.*;
        CompletionStage<Void> f(AsyncSession session) {
          return session.beginTransactionAsync()
              .thenCompose(tx -> tx.runAsync("RETURN 1").thenCompose(it -> tx.commitAsync()));
        }
        """);
  }

  /** As in the sessions of Hibernate Reactive. */
  @Test
  void behindAFailureThatBecameAValue() {
    RULE.accepts(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        CompletionStage<Object> f(CompletionStage<Box> opening) {
          return opening.thenCompose(box -> box.read()
              .handle((value, failure) -> failure == null ? value : failure)
              .thenCompose(it -> box.closeAsync().thenApply(done -> it)));
        }
        CompletionStage<Void> g(CompletionStage<Box> opening) {
          return opening.thenCompose(box -> box.read()
              .exceptionally(failure -> "").thenApply(String::strip).thenCompose(it -> box.closeAsync()));
        }
        """);
  }

  /** As where Spring Cloud Gateway connects two web sockets. */
  @Test
  void whatAMethodAroundTheClassWasGiven() {
    RULE.accepts(
        """
        import reactor.core.publisher.Mono;
        interface Box { Mono<String> status(); Mono<Void> close(String status); Mono<Void> close(); boolean isOpen(); }
        interface Handler { Mono<Void> handle(Box box); }
        Handler f(Box session) {
          return new Handler() {
            @Override public Mono<Void> handle(Box proxy) {
              return proxy.status().filter(it -> session.isOpen()).flatMap(session::close);
            }
          };
        }
        """);
  }

  /** As in the locks of Pulsar: what failed to be acquired need not be released. */
  @Test
  void behindItsAcquisition() {
    RULE.accepts(
        """
        interface Lock { CompletionStage<Void> acquire(); CompletionStage<Void> openAsync(); CompletionStage<Void> release(); }
        abstract Lock lock();
        CompletionStage<Void> f() {
          Lock lock = lock();
          return lock.acquire().thenAccept(it -> System.out.println(it)).thenCompose(it -> lock.release());
        }
        CompletionStage<Void> g() {
          Lock lock = lock();
          return lock.openAsync().thenCompose(it -> lock.release());
        }
        """);
  }

  @Test
  void workBehindTheAcquisition() {
    RULE.finds(
        """
        interface Lock { CompletionStage<Void> acquire(); CompletionStage<Void> work(); CompletionStage<Void> release(); }
        abstract Lock lock();
        CompletionStage<Void> f() {
          Lock lock = lock();
          return lock.acquire().thenCompose(it -> lock.work()).thenCompose(it -> lock«.release());
        }
        """);
  }

  @Test
  void whatMayGoOnToSomebodyElse() {
    RULE.accepts(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        abstract Box open();
        List<Box> kept;
        boolean isOpen;
        CompletionStage<Void> f() {
          Box box = open();
          return box.read().thenAccept(it -> {
            if (isOpen) {
              kept.add(box);
            } else {
              box.closeAsync();
            }
          });
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        abstract Box open();
        @SuppressWarnings("ReleaseOnSuccessOnly")
        CompletionStage<Void> f() {
          Box box = open();
          return box.read().thenCompose(it -> box.closeAsync());
        }
        """);
  }
}
