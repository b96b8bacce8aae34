package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

class LazyReleaseNotSubscribedTest {
  private static final Checked RULE = Checked.rule("LazyReleaseNotSubscribed");

  @Test
  void aStatement() {
    RULE.finds(
        """
        import io.r2dbc.spi.*;
        void f(Connection connection) { connection«.close(); }
        """,
        "'connection.close()' releases nothing: its publisher is dropped");
  }

  @Test
  void aTypeOfOnesOwn() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        interface Box { Flow.Publisher<Void> close(); }
        void f(Box box) { try { System.out.println(); } finally { box«.close(); } }
        """);
  }

  /** The catalogue, or the file, says that it is lazy; of a name alone that is likely. */
  @Test
  void whatANameSuggestsIsAWarning() {
    RULE.finds(
        Diagnostic.Kind.WARNING,
        """
        import dev.belay.processor.check.rule.Unread;
        void f(Unread box) { box«.shutdown(); }
        Consumer<Unread> g() { return «Unread::shutdown; }
        """);
  }

  /** As RxJava's methods for Vert.x are: {@code close} runs at once, and {@code rxClose} later. */
  @Test
  void besideALazyTwin() {
    RULE.accepts(
        """
        import io.reactivex.rxjava3.core.Completable;
        interface Pool { Completable close(); Completable rxClose(); }
        void release(Pool pool) { if (pool != null) { pool.close(); } }
        Consumer<Pool> releases() { return Pool::close; }
        """);
    RULE.finds(
        """
        import io.reactivex.rxjava3.core.Completable;
        interface Pool { Completable close(); Completable rxOpen(); }
        void release(Pool pool) { pool«.close(); }
        """);
  }

  @Test
  void lambdasThatReturnNothing() {
    RULE.finds(
        """
        import io.r2dbc.spi.*;
        import reactor.core.publisher.*;
        Mono<String> f(Mono<String> work, Connection connection) {
          return work.doFinally(signal -> connection«.close());
        }
        CompletionStage<String> g(CompletionStage<String> work, Connection connection) {
          return work.whenComplete((value, failure) -> { connection«.close(); });
        }
        """);
  }

  @Test
  void methodReferences() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        import io.r2dbc.spi.*;
        import reactor.core.publisher.*;
        Mono<Connection> f(Mono<Connection> work) { return work.doOnNext(«Connection::close); }
        """);
  }

  @Test
  void whatIsUsed() {
    RULE.accepts(
        """
        import io.r2dbc.spi.*;
        import reactor.core.publisher.*;
        import org.reactivestreams.Publisher;
        Publisher<Void> returned(Connection connection) { return connection.close(); }
        void subscribed(Connection connection) { Mono.from(connection.close()).subscribe(); }
        void kept(Connection connection) { Publisher<Void> closing = connection.close(); keep(closing); }
        abstract void keep(Object value);
        Mono<Void> used(Mono<Connection> opened) {
          return Mono.usingWhen(opened, it -> Mono.empty(), Connection::close);
        }
        Mono<Void> chained(Mono<Connection> opened) { return opened.flatMap(it -> Mono.from(it.close())); }
        Function<Connection, Publisher<Void>> function() { return Connection::close; }
        Supplier<Publisher<Void>> supplier(Connection connection) { return () -> connection.close(); }
        """);
  }

  @Test
  void otherReleases() {
    RULE.accepts(
        """
        interface Eager { CompletionStage<Void> closeAsync(); void close(); }
        interface Argument { Flow.Publisher<Void> close(String reason); }
        interface Repository { Flow.Publisher<Void> save(); }
        static Flow.Publisher<Void> close() { return null; }
        void f(Eager eager, Argument argument, Repository repository, InputStream in) throws IOException {
          eager.close();
          argument.close("");
          repository.save();
          in.close();
          close();
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        import io.r2dbc.spi.*;
        @SuppressWarnings("LazyReleaseNotSubscribed")
        void f(Connection connection) { connection.close(); }
        """);
  }
}
