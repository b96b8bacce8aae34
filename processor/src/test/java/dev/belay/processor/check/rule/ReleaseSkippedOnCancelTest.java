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
        void g() {
          CompletableFuture<String> text = f();
          text.cancel(true);
        }
        """,
        "this release is skipped when the result is cancelled");
  }

  @Test
  void whatIsCutShort() {
    RULE.finds(
        """
        interface Transaction extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Transaction begin();
        CompletableFuture<String> byALimit() {
          Transaction transaction = begin();
          return transaction.read().whenComplete((it, failure) -> transaction«.close()).orTimeout(1, TimeUnit.SECONDS);
        }
        CompletableFuture<String> byACaller() {
          Transaction transaction = begin();
          return transaction.read().whenComplete((it, failure) -> transaction«.close());
        }
        void caller() {
          byACaller().completeOnTimeout("", 1, TimeUnit.SECONDS).thenAccept(System.out::println);
        }
        CompletableFuture<String> byAField() {
          Transaction transaction = begin();
          return transaction.read().whenComplete((it, failure) -> transaction«.close());
        }
        CompletableFuture<String> running;
        void start() { running = byAField(); }
        void stop() { running.cancel(false); }
        """);
  }

  /** As in Pravega and BookKeeper: nobody is seen who ends these futures early. */
  @Test
  void whatNobodyCancels() {
    RULE.accepts(
        """
        interface Transaction extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Transaction begin();
        CompletableFuture<String> f() {
          Transaction transaction = begin();
          return transaction.read().whenComplete((it, failure) -> transaction.close());
        }
        CompletableFuture<String> given(Transaction transaction) {
          return transaction.read().whenComplete((it, failure) -> transaction.close());
        }
        void callers(CompletableFuture<String> other) {
          f().thenAccept(System.out::println);
          CompletableFuture<String> waited = f();
          waited.join();
          other.cancel(true);
          given(begin()).thenApply(it -> it).orTimeout(1, TimeUnit.SECONDS);
        }
        """);
  }

  /** As where a node of Ignite's starts: nobody cancels that, so far as can be seen. */
  @Test
  void anExecutorIsAGuess() {
    String executor =
        """
        abstract CompletableFuture<String> work(ExecutorService own);
        CompletableFuture<String> f() {
          ExecutorService own = Executors.newCachedThreadPool();
          return work(own).whenComplete((it, failure) -> own%s.shutdown());
        }
        """;
    RULE.accepts(executor.formatted(""));
    RULE.with("-Abelay.guesses=on").finds(executor.formatted("«"));
    RULE.finds(
        """
        abstract CompletableFuture<String> work(ExecutorService own);
        CompletableFuture<String> f() {
          ExecutorService own = Executors.newCachedThreadPool();
          return work(own).whenComplete((it, failure) -> own«.shutdown());
        }
        void g() { f().cancel(true); }
        """);
  }

  /** As in Micronaut's client. */
  @Test
  void whatThePublisherIsMadeOf() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        interface Body extends AutoCloseable { Mono<String> send(); void close(); }
        Mono<String> f(Body body) {
          return body.send().doOnTerminate(body::close);
        }
        Mono<String> g(Body body) {
          return body.send().doAfterTerminate(() -> body.close());
        }
        """);
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
        interface Body extends AutoCloseable { Mono<String> send(); void close(); }
        abstract Body open();
        Mono<String> h() {
          Body body = open();
          return body.send().doOnTerminate(() -> body«.close());
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
