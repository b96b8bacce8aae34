package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class ReleaseSkippedOnCancelTest {
  private static final Checked RULE = Checked.rule("ReleaseSkippedOnCancel");

  @Test
  void aPermit() {
    RULE.finds(
        """
        abstract CompletableFuture<String> read();
        CompletableFuture<String> f(Semaphore permits) {
          return read().whenComplete((it, failure) -> permits«.release());
        }
        """,
        ".thenApply(it -> it)");
  }

  /** apple/foundationdb#13754. */
  @Test
  void aCloseable() {
    RULE.finds(
        """
        interface Transaction extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Transaction begin();
        CompletableFuture<String> f() {
          Transaction transaction = begin();
          return transaction.read().thenApply(it -> it + "!").whenComplete((text, failure) -> {
            System.out.println(text);
            transaction«.close();
          });
        }
        """,
        "this release is skipped when the result is cancelled");
  }

  @Test
  void aPublisher() {
    RULE.finds(
        """
        import reactor.core.publisher.*;
        Mono<String> f(Mono<String> work, Semaphore permits) {
          return work.doOnTerminate(() -> permits«.release());
        }
        Flux<String> g(Flux<String> work, Semaphore permits) {
          return work.doAfterTerminate(«permits::release);
        }
        """,
        "doFinally, or usingWhen");
  }

  @Test
  void oneMoreStep() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        CompletableFuture<String> f(Semaphore permits) {
          return read().whenComplete((it, failure) -> permits.release()).thenApply(it -> it);
        }
        CompletableFuture<Integer> g(Semaphore permits) {
          return read().whenComplete((it, failure) -> permits.release()).thenApply(String::length);
        }
        """);
  }

  @Test
  void notTheCallersFuture() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        void dropped(Semaphore permits) {
          CompletableFuture<String> kept = read().whenComplete((it, failure) -> permits.release());
          kept.thenAccept(System.out::println);
        }
        CompletionStage<String> stage(Semaphore permits) {
          return read().whenComplete((it, failure) -> permits.release());
        }
        CompletableFuture<String> inside(Semaphore permits) {
          return read().thenCompose(first -> read().whenComplete((it, failure) -> permits.release()));
        }
        """);
  }

  @Test
  void noRelease() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        abstract CompletableFuture<String> read();
        CompletableFuture<String> logged() {
          return read().whenComplete((it, failure) -> System.out.println(it));
        }
        CompletableFuture<InputStream> ofTheValue(CompletableFuture<InputStream> opened) {
          return opened.whenComplete((in, failure) -> { try { in.close(); } catch (IOException e) { } });
        }
        Mono<String> counted(Mono<String> work, CountDownLatch latch) {
          return work.doOnTerminate(latch::countDown);
        }
        """);
  }

  @Test
  void stepsThatSeeTheCancel() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        Mono<String> f(Mono<String> work, Semaphore permits) {
          return work.doFinally(signal -> permits.release());
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        @SuppressWarnings("ReleaseSkippedOnCancel")
        CompletableFuture<String> f(Semaphore permits) {
          return read().whenComplete((it, failure) -> permits.release());
        }
        """);
  }
}
