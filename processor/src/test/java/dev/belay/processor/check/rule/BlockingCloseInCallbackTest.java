package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class BlockingCloseInCallbackTest {
  private static final Checked RULE = Checked.rule("BlockingCloseInCallback");

  /** redis/lettuce#1768. */
  @Test
  void lettuceClosedOnItsEventLoop() {
    RULE.finds(
        """
        import io.lettuce.core.*;
        import io.lettuce.core.api.*;
        CompletionStage<String> f(StatefulRedisConnection<String, String> connection) {
          return connection.async().get("key").whenComplete((value, failure) -> connection«.close());
        }
        """,
        "return closeAsync() from thenCompose");
  }

  @Test
  void cassandraInABlockAndByReference() {
    RULE.finds(
        """
        import com.datastax.oss.driver.api.core.*;
        void f(CompletionStage<CqlSession> opened) {
          opened.thenAccept(session -> { session«.close(); });
          opened.thenAccept(«CqlSession::close);
        }
        """);
  }

  /** AsyncHttpClient closed in its own callback: puppetlabs/clj-http-client#21 is of this kind. */
  @Test
  void aClientWithoutAnAsynchronousRelease() {
    RULE.finds(
        """
        import org.apache.kafka.clients.producer.*;
        void f(Producer<String, String> producer, CompletionStage<String> done) {
          done.whenComplete((text, failure) -> producer«.close());
        }
        """,
        "close it on an executor");
  }

  /** linkedin/brooklin#714. */
  @Test
  void kafkaProducerInItsSendCallback() {
    RULE.finds(
        """
        import org.apache.kafka.clients.producer.*;
        void f(Producer<String, String> producer, ProducerRecord<String, String> it) {
          producer.send(it, (metadata, failure) -> { if (failure != null) producer«.close(); });
        }
        Callback g(Producer<String, String> producer) {
          return new Callback() {
            @Override public void onCompletion(RecordMetadata metadata, Exception failure) {
              producer«.close();
            }
          };
        }
        """);
  }

  /** A listener is one, whether it is a class or a lambda, and wherever it is made. */
  @Test
  void inALambdaThatIsAListener() {
    RULE.finds(
        """
        import io.netty.util.concurrent.GenericFutureListener;
        import org.apache.kafka.clients.producer.Callback;
        import org.apache.kafka.clients.producer.Producer;
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        Callback f(Producer<String, String> producer) {
          return (metadata, failure) -> producer«.close();
        }
        void g(Box box) {
          GenericFutureListener<io.netty.util.concurrent.Future<String>> listener = done -> box«.close();
        }
        Callback later(Box box, Executor executor) {
          return (metadata, failure) -> executor.execute(() -> box.close());
        }
        """,
        "waits inside a callback");
  }

  /** As in Strimzi: Kafka's client does not wait for itself, since its version 2.5. */
  @Test
  void whatSparesItsOwnThread() {
    RULE.accepts(
        """
        import org.apache.kafka.clients.admin.*;
        CompletionStage<?> inItsCallback(Admin admin) {
          return admin.describeCluster().nodes().whenComplete((nodes, failure) -> admin.close()).toCompletionStage();
        }
        CompletionStage<?> withALimit(Admin admin, CompletionStage<String> done) {
          return done.whenComplete((text, failure) -> admin.close(Duration.ofSeconds(30)));
        }
        """);
  }

  @Test
  void inALoopOfACallback() {
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        void f(CompletionStage<String> done, List<Box> boxes) {
          done.thenRun(() -> boxes.forEach(box -> box«.close()));
        }
        """);
  }

  @Test
  void outsideOfCallbacks() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        void plain(Box box) { box.close(); }
        void task(Box box, Executor executor) { executor.execute(() -> box.close()); }
        void thread(Box box) { new Thread(box::close).start(); }
        void hook(Box box) { Runtime.getRuntime().addShutdownHook(new Thread(() -> box.close())); }
        void each(List<Box> boxes) { boxes.forEach(Box::close); }
        Runnable later(CompletionStage<String> done, Box box) { return () -> box.close(); }
        """);
  }

  @Test
  void whereWaitingIsAllowed() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        CompletionStage<?> elsewhere(CompletionStage<String> done, Box box, Executor executor) {
          return done.whenCompleteAsync((value, failure) -> box.close(), executor);
        }
        CompletionStage<?> pool(Box box) {
          return CompletableFuture.supplyAsync(() -> "").whenComplete((value, failure) -> box.close());
        }
        CompletionStage<?> task(CompletionStage<String> done, Box box, Executor executor) {
          return done.thenCompose(it -> CompletableFuture.runAsync(() -> box.close(), executor));
        }
        """);
  }

  /** As in Reactor Kafka: the thread that runs the callback is the one that waits. */
  @Test
  void onTheThreadThatWaitsForAPublisher() {
    RULE.accepts(
        """
        import io.reactivex.rxjava3.core.Single;
        import io.smallrye.mutiny.Uni;
        import reactor.core.publisher.Mono;
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        void blocks(Mono<Box> boxes) { boxes.doOnNext(box -> box.close()).then().block(); }
        void waits(Uni<Box> boxes) {
          boxes.onItem().invoke(box -> box.close()).await().indefinitely();
        }
        void gets(Single<Box> boxes) { boxes.doOnSuccess(box -> box.close()).blockingGet(); }
        """);
    RULE.finds(
        """
        import reactor.core.publisher.Mono;
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        void subscribes(Mono<Box> boxes) { boxes.doOnNext(box -> box«.close()).subscribe(); }
        void joins(CompletableFuture<Box> boxes) { boxes.thenAccept(box -> box«.close()).join(); }
        """);
  }

  @Test
  void onThreadsThatSomebodyHasChosen() {
    RULE.accepts(
        """
        import reactor.core.publisher.Mono;
        import reactor.core.scheduler.Scheduler;
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        Mono<Box> moves(Mono<Box> boxes, Scheduler scheduler) {
          return boxes.publishOn(scheduler).doOnNext(box -> box.close());
        }
        """);
  }

  @Test
  void whatDoesNotWait() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        interface Span extends AutoCloseable { void close(); }
        interface Ticket { CompletionStage<Void> close(); }
        CompletionStage<?> f(CompletionStage<String> done, Box box, Span span, Ticket ticket, InputStream in) {
          return done
              .thenCompose(it -> box.closeAsync())
              .thenCompose(it -> ticket.close())
              .whenComplete((it, failure) -> span.close())
              .whenComplete((it, failure) -> { try { in.close(); } catch (IOException e) { } });
        }
        """);
  }

  @Test
  void silencedOnTheVariable() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); void close(); }
        void f(CompletionStage<String> done, Box box) {
          @SuppressWarnings("BlockingCloseInCallback")
          CompletionStage<?> closed = done.thenRun(() -> box.close());
        }
        """);
  }
}
