package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class AsyncScopeOnSyncResourceTest {
  private static final Checked RULE = Checked.rule("AsyncScopeOnSyncResource");

  @Test
  void templates() {
    RULE.finds(
        """
        import java.nio.file.*;
        @AsyncResource void «closed(Path path, Yield<InputStream> out) throws IOException {
          InputStream in = Files.newInputStream(path);
          try { out.yield(in); } finally { in.close(); }
        }
        @AsyncResource void «managed(Path path, Yield<InputStream> out) throws IOException {
          try (InputStream in = Files.newInputStream(path)) { out.yield(in); }
        }
        """,
        "AsyncScope.blocking(executor, () -> Files.newInputStream(path))");
  }

  @Test
  void scopes() {
    RULE.finds(
        """
        interface Box extends AutoCloseable { void close(); }
        abstract Box open();
        AsyncScope<Box> f() {
          return AsyncScope«.of(
              () -> CompletableFuture.completedFuture(open()),
              box -> { box.close(); return CompletableFuture.completedFuture(null); });
        }
        """,
        "AsyncScope.blocking(executor, () -> open())");
  }

  @Test
  void templatesThatAwait() {
    RULE.accepts(
        """
        import java.nio.file.*;
        @AsyncResource void awaits(CompletionStage<Path> path, Yield<InputStream> out) throws IOException {
          InputStream in = Files.newInputStream(await(path));
          try { out.yield(in); } finally { in.close(); }
        }
        @AsyncResource void uses(AsyncScope<Path> path, Yield<InputStream> out) throws IOException {
          Path it = using(path);
          try (InputStream in = Files.newInputStream(it)) { out.yield(in); }
        }
        """);
  }

  @Test
  void otherResources() {
    RULE.accepts(
        """
        interface Box extends AutoCloseable { void close(); CompletionStage<Void> closeAsync(); }
        abstract Box open();
        @AsyncResource void notClosed(Box box, Yield<Box> out) { out.yield(box); }
        @AsyncResource void value(Yield<String> out) { out.yield(""); }
        @AsyncGenerator void generator(Reader in, Yield<Integer> out) throws IOException {
          try (in) { out.yield(in.read()); }
        }
        """);
  }

  @Test
  void otherScopes() {
    RULE.accepts(
        """
        interface Box extends AutoCloseable { void close(); CompletionStage<Void> closeAsync(); }
        interface Sync extends AutoCloseable { void close(); }
        abstract Box open();
        abstract CompletionStage<Sync> openAsync();
        AsyncScope<Box> asynchronous() {
          return AsyncScope.of(() -> CompletableFuture.completedFuture(open()), box -> box.closeAsync());
        }
        AsyncScope<Sync> openedLater() {
          return AsyncScope.of(() -> openAsync(), it -> { it.close(); return CompletableFuture.completedFuture(null); });
        }
        AsyncScope<Box> blocking(Executor executor) { return AsyncScope.blocking(executor, () -> open()); }
        """);
  }
}
