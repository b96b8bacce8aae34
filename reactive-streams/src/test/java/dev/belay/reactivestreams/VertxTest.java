package dev.belay.reactivestreams;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static dev.belay.Async.using;
import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncIterable;
import dev.belay.AsyncMethod;
import dev.belay.AsyncQueue;
import dev.belay.AsyncScope;
import dev.belay.Yield;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.streams.ReadStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Vert.x 5: its futures, a request as an iterable, a generator as the response to it. */
class VertxTest {
  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  /** What a stream of Vert.x brings, asked for one element at a time. */
  @AsyncGenerator
  static <T> void elements(ReadStream<T> stream, Yield<T> out) {
    AsyncQueue<T> arrived = AsyncQueue.fifo(0);
    CompletableFuture<Void> end = new CompletableFuture<>();
    stream.pause();
    stream.handler(arrived::offer);
    stream.exceptionHandler(
        failure -> {
          end.completeExceptionally(failure);
          arrived.shutdown();
        });
    stream.endHandler(
        nothing -> {
          end.complete(null);
          arrived.shutdown();
        });
    stream.fetch(1);
    for (T element : each(arrived.items())) {
      out.yield(element);
      stream.fetch(1);
    }
    await(end);
  }

  static AsyncScope<HttpServer> server(Vertx vertx) {
    return AsyncScope.of(
        () ->
            vertx
                .createHttpServer()
                .requestHandler(
                    request -> {
                      var unused = VertxTestAsync.answer(request);
                    })
                .listen(0, "localhost")
                .toCompletionStage(),
        server -> server.close().toCompletionStage());
  }

  @AsyncMethod
  static void answer(HttpServerRequest request) {
    HttpServerResponse response = request.response().setChunked(true);
    for (Buffer some : each(VertxTestAsync.elements(request))) {
      await(response.write(some).toCompletionStage()); // no faster than the client reads
    }
    await(response.end().toCompletionStage());
  }

  @AsyncMethod
  static String echoed(Vertx vertx, HttpClient client, String text) {
    HttpServer server = using(server(vertx));
    URI uri = URI.create("http://localhost:" + server.actualPort());
    HttpRequest request = HttpRequest.newBuilder(uri).POST(BodyPublishers.ofString(text)).build();
    return await(client.sendAsync(request, BodyHandlers.ofString())).body();
  }

  @Test
  void aRequestIsIteratedAndAnswered() throws Exception {
    String text = "0123456789".repeat(100_000);

    String echoed =
        VertxTestAsync.echoed(vertx, HttpClient.newHttpClient(), text).get(1, TimeUnit.MINUTES);

    assertThat(echoed).isEqualTo(text);
  }

  @Test
  void aFutureOfVertxIsAwaitedAndMade() throws Exception {
    CompletableFuture<Integer> sum =
        VertxTestAsync.sum(
            vertx.timer(1).map(10).toCompletionStage(), NumbersAsync.upTo(new Numbers(), 4));
    Future<Integer> future = Future.fromCompletionStage(sum, vertx.getOrCreateContext());

    assertThat(future.toCompletionStage().toCompletableFuture().get(1, TimeUnit.MINUTES))
        .isEqualTo(10 + IntStream.rangeClosed(1, 4).sum());
  }

  /** The body ends; the future of Vert.x, which knows no cancel, goes on. */
  @Test
  void aFutureOfVertxIsNotCancelled() {
    Promise<Integer> promise = Promise.promise();
    CompletableFuture<Integer> sum =
        VertxTestAsync.sum(promise.future().toCompletionStage(), AsyncIterable.of(1));

    sum.cancel(true);

    assertThat(sum).isCancelled();
    assertThat(promise.future().isComplete()).isFalse();
    assertThat(promise.tryComplete(1)).isTrue();
  }

  @AsyncMethod
  static int sum(CompletionStage<Integer> first, AsyncIterable<Integer> rest) {
    int sum = await(first);
    for (int each : each(rest)) {
      sum += each;
    }
    return sum;
  }
}
