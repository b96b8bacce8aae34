package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class ResultOutlivesResourceTest {
  private static final Checked RULE = Checked.rule("ResultOutlivesResource");

  @Test
  void aStreamOutOfATry() {
    RULE.finds(
        """
        import java.nio.file.*;
        import java.util.stream.*;
        Iterator<Path> iterator(Path dir) throws IOException {
          try (Stream<Path> files = Files.list(dir)) {
            return files.filter(Files::isRegularFile)«.iterator();
          }
        }
        Stream<Path> stream(Path dir) throws IOException {
          try (Stream<Path> files = Files.list(dir)) {
            return «files;
          }
        }
        """);
  }

  @Test
  void aSequenceOutOfABody() {
    RULE.finds(
        """
        interface Session { AsyncIterable<String> rows(); CompletionStage<Void> closeAsync(); }
        abstract AsyncScope<Session> session();
        abstract CompletionStage<Session> open();
        @AsyncMethod AsyncIterable<String> f() {
          Session session = using(session());
          return session«.rows();
        }
        @AsyncMethod AsyncIterable<String> g() {
          Session session = await(open());
          try { return session.rows()«.map(it -> it + "!"); } finally { await(session.closeAsync()); }
        }
        """,
        "this result is read from 'session'");
  }

  @Test
  void outOfAFunction() {
    RULE.finds(
        """
        interface Session { AsyncIterable<String> rows(); }
        CompletionStage<AsyncIterable<String>> f(AsyncScope<Session> scope) {
          return scope.use(session -> CompletableFuture.completedFuture(session«.rows()));
        }
        CompletionStage<AsyncIterable<String>> g(AsyncScope<Session> scope) {
          return scope.use(session -> {
            System.out.println();
            return CompletableFuture.completedFuture(session«.rows());
          });
        }
        """);
  }

  @Test
  void copiedInside() {
    RULE.accepts(
        """
        import java.nio.file.*;
        import java.util.stream.*;
        interface Session { AsyncIterable<String> rows(); List<String> names(); CompletionStage<Void> closeAsync(); }
        List<Path> list(Path dir) throws IOException {
          try (Stream<Path> files = Files.list(dir)) { return files.toList(); }
        }
        Iterator<Path> iterator(Path dir) throws IOException {
          try (Stream<Path> files = Files.list(dir)) { return files.toList().iterator(); }
        }
        CompletionStage<List<String>> inAScope(AsyncScope<Session> scope) {
          return scope.use(session -> session.rows().toList());
        }
        @AsyncMethod List<String> inABody(AsyncScope<Session> scope) {
          Session session = using(scope);
          return await(session.rows().toList());
        }
        @AsyncMethod Iterator<String> ofACollection(AsyncScope<Session> scope) {
          Session session = using(scope);
          await(session.closeAsync());
          return session.names().iterator();
        }
        """);
  }

  @Test
  void somethingElse() {
    RULE.accepts(
        """
        import java.nio.file.*;
        import java.util.stream.*;
        interface Session { AsyncIterable<String> rows(); }
        Stream<String> another(Path dir, List<String> names) throws IOException {
          try (Stream<Path> files = Files.list(dir)) { return names.stream().limit(files.count()); }
        }
        Stream<Path> open(Path dir) throws IOException {
          Stream<Path> files = Files.list(dir);
          return files.filter(Files::isRegularFile);
        }
        AsyncIterable<String> parameter(Session session) { return session.rows(); }
        CompletionStage<Integer> value(AsyncScope<Session> scope) {
          return scope.use(session -> CompletableFuture.completedFuture(session.hashCode()));
        }
        CompletionStage<AsyncIterable<String>> other(AsyncScope<Session> scope, Session outer) {
          return scope.use(session -> CompletableFuture.completedFuture(outer.rows()));
        }
        """);
  }

  @Test
  void closedOnlyOnFailure() {
    RULE.accepts(
        """
        interface Session { AsyncIterable<String> rows(); CompletionStage<Void> closeAsync(); }
        abstract CompletionStage<Session> open();
        @AsyncMethod AsyncIterable<String> f() {
          Session session = await(open());
          boolean done = false;
          try {
            AsyncIterable<String> rows = session.rows();
            done = true;
            return session.rows();
          } finally {
            if (!done) await(session.closeAsync());
          }
        }
        """);
  }

  @Test
  void aGeneratorKeepsItOpen() {
    RULE.accepts(
        """
        interface Session { AsyncIterable<String> rows(); }
        @AsyncGenerator void f(AsyncScope<Session> scope, Yield<String> out) {
          Session session = using(scope);
          out.yieldAll(session.rows());
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        import java.nio.file.*;
        import java.util.stream.*;
        @SuppressWarnings("ResultOutlivesResource")
        Stream<Path> stream(Path dir) throws IOException {
          try (Stream<Path> files = Files.list(dir)) { return files; }
        }
        """);
  }
}
