package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class BlockingInBodyTest {
  private static final Checked RULE = Checked.rule("BlockingInBody");

  @Test
  void aStage() {
    RULE.finds(
        """
        abstract CompletableFuture<String> read(int key);
        @AsyncMethod String f() { return read(1)«.join(); }
        @AsyncMethod String g() throws Exception { return read(1).thenApply(it -> it + "!")«.get(); }
        """,
        "await(read(1)");
  }

  /**
   * What a stage is asked of is no stage: that it stands in a field, or was asked before, says
   * nothing.
   */
  @Test
  void aStageThatAFieldIsAskedFor() {
    RULE.finds(
        """
        interface Users { CompletionStage<String> get(String key); }
        Users users;
        @AsyncMethod String field() { return users.get("").toCompletableFuture()«.join(); }
        @AsyncMethod String twice(Users some) {
          await(some.get("a"));
          return some.get("b").toCompletableFuture()«.join();
        }
        @AsyncMethod String each(List<Users> all) {
          String text = "";
          for (Users one : all) text += one.get("c").toCompletableFuture()«.join();
          return text;
        }
        """,
        "blocks the thread");
  }

  @Test
  void aStageThatIsKept() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        CompletionStage<String> kept;
        @AsyncMethod String field() { await(read()); return kept.toCompletableFuture().join(); }
        @AsyncMethod String awaited() {
          CompletionStage<String> stage = read();
          await(stage);
          return stage.toCompletableFuture().join() + stage.thenApply(String::strip).toCompletableFuture().join();
        }
        @AsyncMethod String ofAnother(Box box) { await(read()); return box.kept.join(); }
        @AsyncMethod String element(List<CompletableFuture<String>> done) {
          await(gather(done));
          for (CompletableFuture<String> one : done) { return one.thenApply(String::strip).join(); }
          return "";
        }
        @AsyncMethod String asked(Users users) {
          CompletableFuture<String> stage = users.get("");
          return stage.isDone() ? stage.toCompletableFuture().join() : await(stage);
        }
        @AsyncMethod String inALambda(Users users) {
          Supplier<String> later = () -> users.get("").join();
          return await(users.get("")) + later;
        }
        interface Users { CompletableFuture<String> get(String key); }
        static final class Box { CompletableFuture<String> kept = new CompletableFuture<>(); }
        """);
  }

  @Test
  void whatTheJdkHasForThreads() {
    RULE.finds(
        """
        abstract CompletableFuture<String> read();
        @AsyncMethod void f(Thread thread, CountDownLatch latch, Process process) throws Exception {
          Thread«.sleep(10);
          thread«.join();
          latch«.await();
          process«.waitFor();
          Async«.run(() -> read());
        }
        @AsyncGenerator void g(BlockingQueue<String> queue, Yield<String> out) throws Exception {
          for (;;) out.yield(queue«.take());
        }
        """);
  }

  @Test
  void aClientThatWaits() {
    RULE.finds(
        """
        import java.net.http.*;
        @AsyncMethod String f(HttpClient client, HttpRequest request) throws Exception {
          return client«.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
        """,
        "await(client.sendAsync(...))");
  }

  @Test
  void librariesThatWait() {
    RULE.finds(
        """
        import reactor.core.publisher.*;
        import com.datastax.oss.driver.api.core.*;
        @AsyncMethod String f(Mono<String> value) { return value«.block(); }
        @AsyncMethod void g(CqlSession session) { session«.execute("SELECT 1"); }
        """);
  }

  @Test
  void whatHasCompleted() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        @AsyncMethod String asked() {
          CompletableFuture<String> stage = read();
          return stage.isDone() ? stage.join() : await(stage);
        }
        @AsyncMethod String awaited() {
          CompletableFuture<String> stage = read();
          CompletableFuture<String> other = read();
          await(CompletableFuture.allOf(stage, other));
          return stage.join() + other.join();
        }
        @AsyncMethod String all(List<CompletableFuture<String>> stages) {
          await(gather(stages));
          String all = "";
          for (CompletableFuture<String> stage : stages) { all += stage.join(); }
          return all;
        }
        """);
  }

  @Test
  void whatRunsElsewhere() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        @AsyncMethod String onAPool(Executor executor) {
          return await(CompletableFuture.supplyAsync(() -> read().join(), executor));
        }
        @AsyncMethod void aThread() {
          new Thread(() -> { try { Thread.sleep(1); } catch (InterruptedException e) { return; } }).start();
          await(read());
        }
        String plain() { return read().join(); }
        void sleeps() throws InterruptedException { Thread.sleep(1); }
        """);
  }

  @Test
  void whatIsAwaited() {
    RULE.accepts(
        """
        abstract CompletableFuture<String> read();
        @AsyncMethod String awaits() { return await(read()); }
        @AsyncMethod void sleeps() { await(sleep(Duration.ofMillis(1))); }
        @AsyncGenerator void walks(AsyncIterable<String> all, Yield<String> out) {
          for (String each : each(all)) { out.yield(each); }
        }
        """);
  }

  @Test
  void whatDoesNotWait() {
    RULE.accepts(
        """
        import java.util.concurrent.atomic.*;
        abstract CompletableFuture<String> read();
        @AsyncMethod String f(Map<String, String> map, AtomicReference<String> value, Optional<String> some,
            Supplier<String> supplier, BlockingQueue<String> queue, CompletableFuture<String> stage) {
          queue.offer("");
          queue.poll();
          new LinkedTransferQueue<String>().put("");
          await(read());
          return map.get("") + value.get() + some.get() + supplier.get() + String.join("", List.of())
              + stage.getNow("");
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        @SuppressWarnings("BlockingInBody")
        @AsyncMethod String f(CompletableFuture<String> stage) { return stage.join(); }
        """);
  }
}
