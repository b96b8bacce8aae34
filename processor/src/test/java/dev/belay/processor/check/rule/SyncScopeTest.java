package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

class SyncScopeTest {
  private static final Checked RULE = Checked.rule("SyncScope");

  @Test
  void aSessionThatTheReturnedStageUses() {
    RULE.finds(
        """
        import com.datastax.oss.driver.api.core.*;
        import com.datastax.oss.driver.api.core.cql.*;
        CompletionStage<String> f(String q) {
          try («CqlSession session = CqlSession.builder().build()) {
            return session.executeAsync(q).thenApply(it -> it.one().getString(0));
          }
        }
        """,
        "closes 'session' when the method returns, not when the work is done");
  }

  /** The tutorial's mistake stays an error: each step of the argument is in the file. */
  @Test
  void whatTheFileShows() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        import com.datastax.oss.driver.api.core.*;
        CompletionStage<String> f(String q) {
          try («CqlSession session = CqlSession.builder().build()) {
            return session.executeAsync(q).thenApply(it -> it.one().getString(0));
          }
        }
        """);
  }

  /** AsyncHttpClient/async-http-client#1651. */
  @Test
  void aClientInALaterStep() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        interface Client extends AutoCloseable { CompletableFuture<String> get(String url); void close(); }
        abstract Client open();
        CompletableFuture<String> f(CompletableFuture<String> url) {
          try («Client client = open()) {
            return url.thenCompose(it -> client.get(it));
          }
        }
        CompletableFuture<String> g(CompletableFuture<String> url) {
          try (var «client = open()) {
            CompletableFuture<String> answer = url.thenCompose(client::get);
            return answer.thenApply(String::strip);
          }
        }
        """);
  }

  @Test
  void aResourceHandedToAsynchronousWork() {
    RULE.finds(
        """
        abstract CompletableFuture<Void> upload(InputStream in);
        CompletableFuture<Void> f(File file) throws IOException {
          try («InputStream in = new FileInputStream(file)) {
            return upload(in);
          }
        }
        CompletableFuture<Integer> g(File file) throws IOException {
          try («InputStream in = new FileInputStream(file)) {
            return CompletableFuture.supplyAsync(() -> {
              try { return in.read(); } catch (IOException e) { throw new UncheckedIOException(e); }
            });
          }
        }
        """);
  }

  @Test
  void whatAResourceBuilds() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        interface Query { Query bind(Object value); CompletableFuture<String> execute(); }
        interface Box extends AutoCloseable { Query query(String text); void close(); }
        abstract Box open();
        CompletableFuture<String> f() {
          try («Box box = open()) { return box.query("?").bind(1).execute(); }
        }
        CompletableFuture<String> g() {
          try («Box box = open()) { return box.query("?").execute().thenApply(String::strip); }
        }
        """);
  }

  @Test
  void stagesInsideOfOthers() {
    RULE.finds(
        """
        import io.smallrye.mutiny.Uni;
        import reactor.core.publisher.Mono;
        interface Box extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Box open();
        abstract <T> CompletableFuture<T> logged(CompletableFuture<T> stage);
        CompletableFuture<Void> all() {
          try («Box box = open()) { return CompletableFuture.allOf(box.read(), box.read()); }
        }
        CompletableFuture<String> wrapped() {
          try («Box box = open()) { return logged(box.read().thenApply(String::strip)); }
        }
        Mono<String> mono() {
          try («Box box = open()) { return Mono.fromFuture(box.read()); }
        }
        Uni<String> uni() {
          try («Box box = open()) { return Uni.createFrom().completionStage(box.read()); }
        }
        Mono<String> later() {
          try («Box box = open()) { return Mono.just(1).flatMap(it -> Mono.fromFuture(box.read())); }
        }
        """);
  }

  /** What a method elsewhere does with the resource, with a function or a stage, was not read. */
  @Test
  void whatDependsOnOtherCodeIsAWarning() {
    RULE.finds(
        Diagnostic.Kind.WARNING,
        """
        interface Box extends AutoCloseable { CompletableFuture<String> read(); String text(); void close(); }
        abstract Box open();
        abstract CompletableFuture<String> send(Box box);
        abstract CompletableFuture<String> call(Supplier<String> text);
        abstract CompletableFuture<String> logged(CompletableFuture<String> stage);
        CompletableFuture<String> handed() { try («Box box = open()) { return send(box); } }
        CompletableFuture<String> called() { try («Box box = open()) { return call(() -> box.text()); } }
        CompletableFuture<String> wrapped() { try («Box box = open()) { return logged(box.read()); } }
        """);
  }

  /** As with the result sets of Spanner's, whose close lets a reader go on. */
  @Test
  void aTypeThatWasNotReadIsAWarning() {
    RULE.finds(
        Diagnostic.Kind.WARNING,
        """
        import dev.belay.processor.check.rule.Unread;
        CompletableFuture<String> f(Supplier<Unread> open) {
          try («Unread box = open.get()) { return box.read(); }
        }
        """);
  }

  /** Their close does nothing. */
  @Test
  void streamsInMemory() {
    RULE.accepts(
        """
        CompletableFuture<Integer> f(byte[] bytes) throws IOException {
          try (ByteArrayInputStream in = new ByteArrayInputStream(bytes)) {
            return CompletableFuture.supplyAsync(() -> in.read());
          }
        }
        CompletableFuture<String> g() throws IOException {
          try (StringWriter out = new StringWriter()) {
            return CompletableFuture.supplyAsync(() -> out.toString());
          }
        }
        """);
  }

  @Test
  void whatHasALifeOfItsOwn() {
    RULE.accepts(
        """
        import java.nio.file.*;
        import java.util.stream.Stream;
        interface Config { CompletableFuture<String> load(); Box build(); }
        interface Box extends AutoCloseable {
          Config getConfig(); Config toBuilder(); CompletableFuture<String> read(); void close();
        }
        abstract Box open();
        abstract CompletableFuture<Void> upload(Path path);
        abstract CompletableFuture<String> awaited(CompletableFuture<String> stage);
        CompletableFuture<String> config() {
          try (Box box = open()) { return box.getConfig().load(); }
        }
        CompletableFuture<String> another() {
          try (Box box = open()) { return box.toBuilder().build().read(); }
        }
        CompletableFuture<String> waited() {
          try (Box box = open()) { return awaited(box.read()); }
        }
        CompletableFuture<Void> files(Path directory) throws IOException {
          try (Stream<Path> files = Files.list(directory)) {
            return files.map(this::upload).reduce(CompletableFuture.completedFuture(null),
                (before, after) -> before.thenCompose(done -> after));
          }
        }
        """);
  }

  @Test
  void lazyWork() {
    RULE.finds(
        Diagnostic.Kind.ERROR,
        """
        import reactor.core.publisher.*;
        Mono<Integer> f(File file) throws IOException {
          try («InputStream in = new FileInputStream(file)) {
            return Mono.fromCallable(() -> in.read());
          }
        }
        """);
  }

  @Test
  void aFinallyBlock() {
    RULE.finds(
        """
        interface Box { CompletionStage<String> read(); CompletionStage<Void> closeAsync(); }
        abstract Box open();
        CompletionStage<String> f() {
          Box box = open();
          try {
            return box.read();
          } finally {
            box«.closeAsync().toCompletableFuture().join();
          }
        }
        """,
        "this finally block closes 'box'");
  }

  @Test
  void aScopeThatBlocksInABody() {
    RULE.finds(
        """
        import com.datastax.oss.driver.api.core.*;
        @AsyncMethod String f(String q) {
          try («CqlSession session = CqlSession.builder().build()) {
            return await(session.executeAsync(q)).one().getString(0);
          }
        }
        """,
        "using(AsyncScope.of(..., CqlSession::closeAsync))");
  }

  @Test
  void workThatIsDone() {
    RULE.accepts(
        """
        import reactor.core.publisher.*;
        abstract String parse(InputStream in);
        CompletableFuture<String> completed(File file) throws IOException {
          try (InputStream in = new FileInputStream(file)) {
            return CompletableFuture.completedFuture(parse(in));
          }
        }
        Mono<String> just(File file) throws IOException {
          try (InputStream in = new FileInputStream(file)) {
            return Mono.just(parse(in)).map(String::strip);
          }
        }
        CompletableFuture<Integer> completedAndMapped(File file) throws IOException {
          try (InputStream in = new FileInputStream(file)) {
            return CompletableFuture.completedFuture(1).thenApply(it -> parse(in).length());
          }
        }
        interface Box extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Box open();
        CompletableFuture<String> waited() {
          try (Box box = open()) {
            CompletableFuture<String> read = box.read();
            read.join();
            return read;
          }
        }
        String joined() {
          try (Box box = open()) { return box.read().join(); }
        }
        """);
  }

  @Test
  void scopesThatTheWorkDoesNotUse() {
    RULE.accepts(
        """
        interface Scope extends AutoCloseable { void close(); }
        abstract Scope activate();
        abstract CompletableFuture<String> work(String it);
        CompletableFuture<String> traced() {
          try (Scope scope = activate()) { return work("it"); }
        }
        CompletableFuture<String> read(File file) throws IOException {
          try (BufferedReader in = new BufferedReader(new FileReader(file))) { return work(in.readLine()); }
        }
        Runnable inALambda(File file) {
          return () -> {
            try (InputStream in = new FileInputStream(file)) { in.read(); } catch (IOException e) { }
          };
        }
        """);
  }

  /** Their close waits for what was started. */
  @Test
  void resourcesThatDrain() {
    RULE.accepts(
        """
        import org.apache.kafka.clients.producer.*;
        Future<RecordMetadata> send(ProducerRecord<String, String> it) {
          try (Producer<String, String> producer = new KafkaProducer<>(new Properties())) {
            return producer.send(it);
          }
        }
        """);
  }

  @Test
  void closedOnlyWhereTheWorkWasNotHandedOn() {
    RULE.accepts(
        """
        interface Box extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Box open();
        abstract boolean isCached();
        CompletableFuture<String> f() {
          Box box = open();
          boolean handedOn = false;
          try {
            CompletableFuture<String> work = box.read().whenComplete((text, failure) -> box.close());
            handedOn = true;
            return work;
          } finally {
            if (!handedOn) box.close();
          }
        }
        """);
  }

  /** As in Ignite. */
  @Test
  void closedUnlessItIsHandedOnAndThereIsOne() {
    RULE.accepts(
        """
        interface Box extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Box open();
        CompletableFuture<String> f() {
          boolean handedOn = false;
          Box box = null;
          try {
            box = open();
            Box last = box;
            CompletableFuture<String> work = box.read().whenComplete((text, failure) -> last.close());
            handedOn = true;
            return work;
          } finally {
            if (!handedOn && box != null) { box.close(); }
          }
        }
        CompletableFuture<String> inTheOtherOrder() {
          boolean handedOn = false;
          Box box = open();
          try {
            CompletableFuture<String> work = box.read();
            handedOn = true;
            return work;
          } finally {
            if (box != null && !handedOn) box.close();
          }
        }
        """);
    RULE.finds(
        """
        interface Box extends AutoCloseable { CompletableFuture<String> read(); boolean isOpen(); void close(); }
        abstract Box open();
        CompletableFuture<String> f() {
          Box box = open();
          try { return box.read(); } finally { if (box != null && box.isOpen()) box«.close(); }
        }
        """);
  }

  /** As in Ditto: what a method of the class hands out is no work that goes on. */
  @Test
  void lentToAMethodThatWaits() {
    RULE.accepts(
        """
        interface Box extends AutoCloseable { String read(); CompletableFuture<String> readAsync(); void close(); }
        abstract Box open();
        CompletableFuture<String> waits(ExecutorService executor) throws Exception {
          try (Box box = open()) { return check(box, executor); }
        }
        CompletableFuture<String> reads() {
          try (Box box = open()) { return checked(box); }
        }
        private CompletableFuture<String> check(Box box, ExecutorService executor) throws Exception {
          try {
            return executor.submit(() -> CompletableFuture.completedFuture(box.read())).get(1, TimeUnit.SECONDS);
          } catch (TimeoutException e) {
            return failed(e);
          }
        }
        private static CompletableFuture<String> checked(Box box) { return CompletableFuture.completedFuture(box.read()); }
        static CompletableFuture<String> failed(Exception e) { return CompletableFuture.failedFuture(e); }
        """);
    RULE.finds(
        """
        interface Box extends AutoCloseable { CompletableFuture<String> readAsync(); void close(); }
        abstract Box open();
        abstract CompletableFuture<String> elsewhere(Box box);
        CompletableFuture<String> f() { try («Box box = open()) { return later(box); } }
        CompletableFuture<String> g() { try («Box box = open()) { return elsewhere(box); } }
        CompletableFuture<String> h() { try («Box box = open()) { return promised(box); } }
        private CompletableFuture<String> later(Box box) { return box.readAsync(); }
        private CompletableFuture<String> promised(Box box) {
          CompletableFuture<String> answer = new CompletableFuture<>();
          box.readAsync().thenAccept(answer::complete);
          return answer;
        }
        """);
  }

  @Test
  void closedUnlessThereIsNone() {
    RULE.finds(
        """
        interface Box extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Box open();
        CompletableFuture<String> f() {
          Box box = open();
          try { return box.read(); } finally { if (box != null) box«.close(); }
        }
        """);
  }

  @Test
  void theScopeThatIsRight() {
    RULE.accepts(
        """
        import com.datastax.oss.driver.api.core.*;
        CompletionStage<String> f(String q) {
          return AsyncScope.of(() -> CqlSession.builder().buildAsync(), CqlSession::closeAsync)
              .use(session -> session.executeAsync(q).thenApply(it -> it.one().getString(0)));
        }
        @AsyncMethod String g(String q) {
          CqlSession session =
              using(AsyncScope.of(() -> CqlSession.builder().buildAsync(), CqlSession::closeAsync));
          return await(session.executeAsync(q)).one().getString(0);
        }
        @AsyncMethod int file(File file, CompletionStage<Integer> size) throws IOException {
          int n = await(size);
          try (InputStream in = new FileInputStream(file)) { return in.read() + n; }
        }
        """);
  }

  @Test
  void silencedOnTheMethod() {
    RULE.accepts(
        """
        interface Box extends AutoCloseable { CompletableFuture<String> read(); void close(); }
        abstract Box open();
        @SuppressWarnings("SyncScope")
        CompletableFuture<String> f() {
          try (Box box = open()) { return box.read(); }
        }
        """);
  }
}
