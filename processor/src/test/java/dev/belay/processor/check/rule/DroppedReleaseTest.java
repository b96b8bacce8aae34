package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class DroppedReleaseTest {
  private static final Checked RULE = Checked.rule("DroppedRelease");

  /** apache/flink#5038 is of this kind: shutdown did not expose its completion. */
  @Test
  void whereAllShouldBeOverAfterwards() {
    RULE.finds(
        """
        import com.datastax.oss.driver.api.core.CqlSession;
        import io.vertx.core.Vertx;
        import org.neo4j.driver.async.AsyncSession;
        @interface AfterEach {}
        void close(CqlSession session) { session«.closeAsync(); }
        void stopAll(AsyncSession session) { try { work(); } finally { session«.closeAsync(); } }
        @AfterEach void end(Vertx vertx) { vertx«.close(); }
        abstract void work();
        """,
        "nobody waits for '");
  }

  @Test
  void whereTheCodeGoesOn() {
    RULE.finds(
        """
        import com.datastax.oss.driver.api.core.CqlSession;
        void g() {
          CqlSession session = CqlSession.builder().build();
          session.execute("");
          session«.closeAsync();
        }
        """);
  }

  /** As in the driver of Gremlin: a view of what others own, and a part of a longer end. */
  @Test
  void whatIsDoneAndAPartOfAnEnd() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        static class View implements Box {
          boolean closed;
          public CompletableFuture<Void> closeAsync() {
            closed = true;
            return CompletableFuture.completedFuture(null);
          }
        }
        Box box;
        void stop(View view) { view.closeAsync(); }
        CompletableFuture<Void> end(View view) {
          view.closeAsync();
          return CompletableFuture.completedFuture(null);
        }
        private void cleanUp() { box.closeAsync(); }
        """);
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        static class View implements Box {
          Box of;
          public CompletionStage<Void> closeAsync() { return of.closeAsync().thenRun(() -> {}); }
        }
        void stop(View view) { view«.closeAsync(); }
        """);
  }

  /** As in Micronaut's cache on Redis: the connection is there again when the call returns. */
  @Test
  void whatIsGivenBackToAPool() {
    RULE.accepts(
        """
        import io.lettuce.core.api.StatefulConnection;
        import io.lettuce.core.support.AsyncPool;
        abstract String read(StatefulConnection<String, String> connection);
        CompletableFuture<String> f(AsyncPool<StatefulConnection<String, String>> pool) {
          return pool.acquire().thenApply(connection -> {
            try { return read(connection); } finally { pool.release(connection); }
          });
        }
        CompletableFuture<Void> g(AsyncPool<StatefulConnection<String, String>> pool) {
          return pool.acquire().thenCompose(connection -> {
            try { return CompletableFuture.completedFuture(null); } finally { pool.release(connection); }
          });
        }
        """);
    RULE.finds(
        """
        import io.lettuce.core.api.StatefulConnection;
        import io.lettuce.core.support.AsyncPool;
        void stop(AsyncPool<StatefulConnection<String, String>> pool) { pool«.closeAsync(); }
        """);
  }

  /** As in the reports of Vert.x Unit. */
  @Test
  void whatTheCodeAroundAnInnerClassMade() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        abstract Box open();
        Writer writer() {
          Box box = open();
          return new Writer() {
            @Override public void write(char[] text, int from, int length) {}
            @Override public void flush() {}
            @Override public void close() { box.closeAsync(); }
          };
        }
        """);
  }

  /** What tells Vert.x to hand out no more messages. */
  @Test
  void aConsumerOfVertx() {
    RULE.finds(
        """
        import io.vertx.core.Future;
        import io.vertx.core.eventbus.MessageConsumer;
        Future<Void> close(MessageConsumer<String> consumer) {
          consumer«.unregister();
          return Future.succeededFuture();
        }
        """);
    RULE.accepts(
        """
        import io.vertx.core.Future;
        import io.vertx.core.eventbus.MessageConsumer;
        Future<Void> close(MessageConsumer<String> consumer) { return consumer.unregister(); }
        void once(MessageConsumer<String> consumer) { consumer.handler(it -> consumer.unregister()); }
        """);
  }

  @Test
  void whereAStageIsReturned() {
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); CompletionStage<String> read(); }
        CompletionStage<Void> f(Box box) {
          box«.closeAsync();
          return CompletableFuture.completedFuture(null);
        }
        CompletionStage<String> g(Box box, Box other, boolean done) {
          if (done) { box«.closeAsync(); }
          return other.read().thenCompose(it -> {
            box«.closeAsync();
            return other.read();
          });
        }
        """);
  }

  @Test
  void functionsThatReturnNothing() {
    RULE.finds(
        """
        import reactor.core.publisher.Mono;
        interface Box { CompletionStage<Void> closeAsync(); }
        CompletionStage<String> f(CompletionStage<String> work, Box box) {
          return work.whenComplete((value, failure) -> box«.closeAsync());
        }
        CompletionStage<Void> g(CompletionStage<String> work, Box box) {
          return work.thenAccept(value -> { System.out.println(value); box«.closeAsync(); });
        }
        Mono<String> h(Mono<String> work, Box box) { return work.doFinally(signal -> box«.closeAsync()); }
        """);
  }

  /** Code that returns nothing, and only sometimes gets rid of something, has nobody to tell. */
  @Test
  void whereNobodyCouldWait() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); boolean isStale(); }
        void onDrop(Box box) { box.closeAsync(); }
        void add(List<Box> boxes, Box box, boolean closed) {
          if (closed) {
            box.closeAsync();
            return;
          }
          boxes.add(box);
        }
        void closeStale(Map<String, Box> boxes) {
          boxes.forEach((key, box) -> { if (box.isStale()) { box.closeAsync(); } });
          for (Box box : boxes.values()) { box.closeAsync(); }
        }
        void raced(CompletableFuture<Box> promise, Box late) {
          if (!promise.complete(late)) { late.closeAsync(); }
        }
        Runnable later(Box box) { return () -> box.closeAsync(); }
        """);
  }

  @Test
  void whatIsUsed() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        CompletionStage<Void> returned(Box box) { return box.closeAsync(); }
        void waited(Box box) { box.closeAsync().toCompletableFuture().join(); }
        void chained(Box box) { box.closeAsync().whenComplete((done, failure) -> System.out.println(failure)); }
        CompletionStage<Void> composed(CompletionStage<String> work, Box box) {
          return work.thenCompose(it -> box.closeAsync());
        }
        Supplier<CompletionStage<Void>> supplier(Box box) { return () -> box.closeAsync(); }
        @AsyncMethod void awaited(Box box) { await(box.closeAsync()); }
        """);
  }

  @Test
  void onTheWayOutOfAFailure() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); void use() throws IOException; }
        void stop(Box box) throws IOException {
          try { box.use(); } catch (IOException e) { box.closeAsync(); throw e; }
        }
        CompletionStage<Box> opened(CompletionStage<Box> opening, Box box) {
          return opening.whenComplete((value, failure) -> {
            if (failure != null) { box.closeAsync(); }
          });
        }
        CompletionStage<String> refused(Box box, int length) {
          if (length < 0) {
            box.closeAsync();
            return CompletableFuture.failedFuture(new IllegalArgumentException("length"));
          }
          return CompletableFuture.completedFuture("");
        }
        CompletionStage<String> recovered(CompletionStage<String> work, Box box) {
          return work.exceptionally(failure -> { box.closeAsync(); return ""; });
        }
        """);
  }

  @Test
  void whereItIsUsualAndWhatIsNoRelease() {
    RULE.accepts(
        """
        import io.netty.channel.Channel;
        import io.vertx.core.http.HttpServerRequest;
        interface Lazy { CompletionStage<Void> save(); CompletionStage<Void> close(String reason); }
        void closeNetty(Channel channel) { channel.close(); }
        void closeConnection(HttpServerRequest request) { request.connection().close(); }
        void stop(Lazy lazy, ExecutorService executor) {
          lazy.save();
          lazy.close("");
          executor.shutdown();
        }
        """);
  }

  /** As in Javacord: nobody holds the stage behind the release, so nobody could wait. */
  @Test
  void theLastStepOfWhatIsDropped() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        void f(CompletionStage<String> work, CompletableFuture<String> promise, Box box) {
          work.thenAccept(promise::complete).whenComplete((done, failure) -> box.closeAsync());
        }
        """);
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        abstract void restart();
        void f(CompletionStage<String> work, Box box) {
          work.whenComplete((done, failure) -> box«.closeAsync()).thenRun(() -> restart());
        }
        """);
  }

  /** As in Redisson: the group of its channels is closed behind the connections, and waited for. */
  @Test
  void partsBeforeTheWhole() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        CompletionStage<Void> closeAll(List<Box> parts, Box whole) {
          for (Box part : parts) {
            if (part != null) { part.closeAsync(); }
          }
          CompletionStage<Void> closed = whole.closeAsync();
          return closed.thenRun(() -> System.out.println());
        }
        """);
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        CompletionStage<Void> alone(List<Box> boxes) {
          for (Box box : boxes) { box«.closeAsync(); }
          return CompletableFuture.completedFuture(null);
        }
        CompletionStage<Void> noLoop(Box one, Box other) {
          one«.closeAsync();
          return other.closeAsync();
        }
        CompletionStage<Void> bothDropped(List<Box> boxes, Box other) {
          for (Box box : boxes) { box«.closeAsync(); }
          other«.closeAsync();
          return CompletableFuture.completedFuture(null);
        }
        """);
  }

  @Test
  void aPartOfItsOwnRelease() {
    RULE.accepts(
        """
        static abstract class Box {
          abstract CompletionStage<Void> close();
          abstract void abort();
          CompletionStage<Void> forceCloseAsync() {
            this.close();
            abort();
            return new CompletableFuture<>();
          }
        }
        """);
  }

  /** As in Vert.x, where what is closed tells whom it is given. */
  @Test
  void anotherWayToTell() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> close(); void close(Runnable done); void shutdown(int limit); }
        void stop(Box box, Runnable done) {
          box.close(done);
          box.shutdown(1);
        }
        """);
  }

  /** As in the Proton server of Vert.x: whoever wants to know calls the other {@code close}. */
  @Test
  void aSiblingThatTells() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        static class Server {
          Box box;
          void close() { box.closeAsync(); }
          void close(Consumer<Throwable> done) {
            box.closeAsync().whenComplete((closed, failure) -> done.accept(failure));
          }
        }
        static class Client {
          Box box;
          void stop() { box.closeAsync(); }
          void stop(long grace, Runnable done) { box.closeAsync().thenRun(done); }
        }
        """);
    RULE.finds(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        static class Server {
          Box box;
          void close() { box«.closeAsync(); }
          void close(String reason) { System.out.println(reason); }
          void close(Box box) { System.out.println(box); }
          void close(java.util.concurrent.Executor executor, java.util.List<Box> boxes) {}
          void closeAll(Consumer<Throwable> done) { done.accept(null); }
        }
        static class Client {
          Box box;
          void stop(Runnable done) { box.closeAsync().thenRun(done); }
          void stop() {
            box«.closeAsync();
            System.out.println("stopped");
          }
        }
        """);
  }

  /** As in the MQTT client of Vert.x: a copy of a field is not what the method made. */
  @Test
  void aCopyOfAField() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        Box box;
        abstract void tell();
        void handleClosed() {
          Box box;
          synchronized (this) {
            box = this.box;
            this.box = null;
          }
          tell();
          box.closeAsync();
        }
        void handleEnd() {
          Box old = box;
          tell();
          old.closeAsync();
        }
        """);
  }

  /** As where James makes its keyspace. */
  @Test
  void whatTheMethodMade() {
    RULE.finds(
        """
        interface Box { String read(); CompletionStage<Void> closeAsync(); }
        abstract Box open();
        void made() {
          Box box = open();
          box.read();
          box«.closeAsync();
        }
        void madeLater() {
          Box box;
          box = open();
          box.read();
          box«.closeAsync();
        }
        """);
  }

  /** As where the transport of YDB ends: its pool closes channels on the scheduler. */
  @Test
  void theExecutorItRunsOnIsEndedNext() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> shutdown(); }
        static boolean shutdownScheduler(ScheduledExecutorService scheduler) { return true; }
        final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
        void stop(Box box) {
          box.shutdown();
          shutdownScheduler(scheduler);
        }
        void close(Box box) throws InterruptedException {
          box.shutdown();
          scheduler.shutdown();
          scheduler.awaitTermination(1, TimeUnit.SECONDS);
        }
        """);
    RULE.finds(
        """
        interface Box { CompletionStage<Void> shutdown(); }
        final ScheduledExecutorService scheduler = Executors.newScheduledThreadPool(1);
        abstract void use(ScheduledExecutorService scheduler);
        void stop(Box box) {
          box«.shutdown();
          scheduler.shutdownNow();
        }
        void close(Box box) {
          use(scheduler);
          box«.shutdown();
          use(scheduler);
        }
        void shutdown(Box box) {
          scheduler.shutdown();
          box«.shutdown();
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        interface Box { CompletionStage<Void> closeAsync(); }
        @SuppressWarnings("DroppedRelease") void stop(Box box) { box.closeAsync(); }
        """);
  }

  /** As in Flink: the field is completed where the release ends. */
  @Test
  void whereTheStageIsAField() {
    RULE.accepts(
        """
        interface Box { CompletableFuture<Void> closeAsync(); CompletableFuture<Void> closed(); }
        Box box;
        boolean running;
        final CompletableFuture<Void> closed = new CompletableFuture<>();
        void forward() { box.closed().thenAccept(closed::complete); }
        CompletableFuture<Void> close() {
          if (running) {
            running = false;
            box.closeAsync();
          }
          return closed;
        }
        CompletableFuture<Void> stop() { box.closeAsync(); return this.closed; }
        """);
  }
}
