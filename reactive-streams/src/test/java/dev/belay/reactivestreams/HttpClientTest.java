package dev.belay.reactivestreams;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.belay.AsyncGenerator;
import dev.belay.AsyncIterable;
import dev.belay.AsyncMethod;
import dev.belay.Yield;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The JDK's HttpClient, with a generator as the body of a request and the response streamed. */
class HttpClientTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/echo",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (InputStream in = exchange.getRequestBody();
              OutputStream out = exchange.getResponseBody()) {
            in.transferTo(out);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdown();
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.getAddress().getPort() + path);
  }

  @AsyncGenerator
  static void lines(AsyncIterable<Integer> numbers, Yield<ByteBuffer> out) {
    for (int number : each(numbers)) {
      out.yield(StandardCharsets.UTF_8.encode(number + "\n"));
    }
  }

  @AsyncMethod
  static String echoed(HttpClient client, URI uri, AsyncIterable<Integer> numbers) {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .POST(BodyPublishers.fromPublisher(HttpClientTestAsync.lines(numbers).toPublisher()))
            .build();
    HttpResponse<Flow.Publisher<List<ByteBuffer>>> response =
        await(client.sendAsync(request, BodyHandlers.ofPublisher()));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (List<ByteBuffer> buffers : each(AsyncIterable.fromPublisher(response.body()))) {
      for (ByteBuffer buffer : buffers) {
        byte[] some = new byte[buffer.remaining()];
        buffer.get(some);
        bytes.writeBytes(some);
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void aGeneratorIsSentAndTheResponseIsIterated() throws Exception {
    Numbers numbers = new Numbers();

    String echoed =
        HttpClientTestAsync.echoed(
                HttpClient.newHttpClient(), uri("/echo"), NumbersAsync.upTo(numbers, 1000))
            .get(1, TimeUnit.MINUTES);

    assertThat(echoed)
        .isEqualTo(
            IntStream.rangeClosed(1, 1000)
                .mapToObj(number -> number + "\n")
                .collect(Collectors.joining()));
    assertThat(numbers.released()).isCompleted();
  }
}
