package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class IgnoredStageTest {
  private static final Checked RULE =
      Checked.rule("IgnoredStage").with("-Abelay.rule.IgnoredStage=warning");

  @Test
  void aStage() {
    RULE.finds(
        """
        abstract CompletableFuture<String> read();
        void f() { «read(); }
        void g() { read()«.thenAccept(System.out::println); }
        Runnable h(ExecutorService pool) { return () -> pool«.submit(() -> System.out.println()); }
        """,
        "nobody learns when it is done");
  }

  @Test
  void futuresOfLibraries() {
    RULE.finds(
        """
        import io.vertx.core.Vertx;
        import org.apache.kafka.clients.producer.*;
        void f(Vertx vertx, Producer<String, String> producer, ProducerRecord<String, String> row) {
          vertx.fileSystem()«.mkdir("a");
          producer«.send(row);
        }
        """);
  }

  @Test
  void offUnlessAskedFor() {
    Checked.rule("IgnoredStage")
        .accepts(
            """
            abstract CompletableFuture<String> read();
            void f() { read(); }
            """);
  }

  @Test
  void used() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        CompletableFuture<String> returned() { return read(); }
        String waited() { return read().join(); }
        void kept() { CompletableFuture<String> stage = read(); stage.join(); }
        Supplier<CompletableFuture<String>> supplied() { return () -> read(); }
        """);
  }

  @Test
  void ended() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        void f() {
          read().whenComplete((it, failure) -> System.out.println(failure));
          read().thenAccept(System.out::println).exceptionally(failure -> null);
        }
        void g(CompletableFuture<String> stage) {
          Objects.requireNonNull(stage);
          stage.complete("");
          stage.cancel(false);
          stage.orTimeout(1, TimeUnit.SECONDS);
        }
        """);
  }

  /** In a test the call itself has to throw, and then there is no stage. */
  @Test
  void whatHasToThrow() {
    RULE.accepts(
        """
        import org.assertj.core.api.Assertions;
        import org.junit.jupiter.api.function.Executable;
        abstract CompletableFuture<String> read(String name);
        void f() {
          Assertions.assertThatThrownBy(() -> read(null)).isInstanceOf(NullPointerException.class);
          Executable executable = () -> read(null);
        }
        """);
  }

  @Test
  void whatIsNoStage() {
    RULE.accepts(
        """
        void f(List<String> names, ExecutorService pool, Map<String, String> map) {
          names.add("");
          pool.execute(() -> System.out.println());
          map.computeIfAbsent("", it -> it);
        }
        """);
  }

  @Test
  void theGroupWaits() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        CompletableFuture<Void> f() {
          return TaskGroup.scope().use(group -> {
            group.fork(() -> read());
            return CompletableFuture.completedFuture(null);
          });
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        @SuppressWarnings("IgnoredStage")
        void f() { read(); }
        """);
  }
}
