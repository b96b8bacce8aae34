package dev.belay.reactivestreams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterable;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ReactiveAdapterRegistry;
import org.springframework.core.ReactiveTypeDescriptor;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ReactorHttpHandlerAdapter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.EnableWebFlux;
import org.springframework.web.server.adapter.WebHttpHandlerBuilder;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** Spring WebFlux on Reactor Netty: a controller that returns a generator. */
class WebFluxTest {
  private static final int WIDTH = 50_000;

  /** More than the buffers between the two can hold: half a gigabyte. */
  private static final int ROWS_IN_BUFFERS = 10_000;

  /** Spring learns what an AsyncIterable is. */
  @Configuration
  @EnableWebFlux
  static class Web {
    @Autowired
    void register(ReactiveAdapterRegistry registry) {
      registry.registerReactiveType(
          ReactiveTypeDescriptor.multiValue(AsyncIterable.class, AsyncIterable::empty),
          generator -> Publishers.publisher((AsyncIterable<?>) generator),
          Publishers::iterable);
    }

    @Bean
    Controller controller() {
      return new Controller();
    }
  }

  record Row(int id) {}

  record WideRow(int id, String text) {}

  @RestController
  static class Controller {
    private final Numbers numbers = new Numbers();

    @GetMapping(path = "/rows/{count}", produces = MediaType.APPLICATION_NDJSON_VALUE)
    AsyncIterable<Row> rows(@PathVariable("count") int count) {
      return NumbersAsync.upTo(numbers, count).map(Row::new);
    }

    @GetMapping(path = "/wide-rows", produces = MediaType.APPLICATION_NDJSON_VALUE)
    AsyncIterable<WideRow> wideRows() {
      String text = "x".repeat(WIDTH);
      return NumbersAsync.upTo(numbers, Integer.MAX_VALUE).map(number -> new WideRow(number, text));
    }

    @GetMapping(path = "/events/{count}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    AsyncIterable<Row> events(@PathVariable("count") int count) {
      return NumbersAsync.upTo(numbers, count).map(Row::new);
    }
  }

  private final AnnotationConfigApplicationContext context =
      new AnnotationConfigApplicationContext(Web.class);
  private final Numbers numbers = context.getBean(Controller.class).numbers;
  private final HttpClient client = HttpClient.newHttpClient();
  private DisposableServer server;

  @BeforeEach
  void start() {
    server =
        HttpServer.create()
            .host("localhost")
            .port(0)
            .handle(
                new ReactorHttpHandlerAdapter(
                    WebHttpHandlerBuilder.applicationContext(context).build()))
            .bindNow();
  }

  @AfterEach
  void stop() {
    server.disposeNow();
    context.close();
  }

  private InputStream get(String path) throws Exception {
    URI uri = URI.create("http://localhost:" + server.port() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofInputStream()).body();
  }

  private List<String> lines(String path) throws Exception {
    try (InputStream body = get(path)) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty())
          .toList();
    }
  }

  @Test
  void aGeneratorIsNdjson() throws Exception {
    assertThat(lines("/rows/3")).containsExactly("{\"id\":1}", "{\"id\":2}", "{\"id\":3}");
    assertThat(numbers.released()).isCompleted();
  }

  @Test
  void aGeneratorIsServerSentEvents() throws Exception {
    assertThat(lines("/events/2")).containsExactly("data:{\"id\":1}", "data:{\"id\":2}");
  }

  /** It would not end, were it not held back by a client that does not read, and then closed. */
  @Test
  void aClientHoldsTheGeneratorBackAndClosesIt() throws Exception {
    try (InputStream body = get("/wide-rows")) {
      assertThat(body.readNBytes(WIDTH)).hasSize(WIDTH);
      waitUntilHeld();
    }

    numbers.released().get(1, TimeUnit.MINUTES);
    assertThat(numbers.produced()).hasSizeLessThan(ROWS_IN_BUFFERS);
  }

  /** Waits until there come no more rows; on a busy machine that may be a pause of the server. */
  private void waitUntilHeld() throws InterruptedException {
    int before = -1;
    for (int now = 0; now != before; now = numbers.produced().size()) {
      before = now;
      assertThat(now).as("rows for a client that does not read").isLessThan(ROWS_IN_BUFFERS);
      Thread.sleep(500);
    }
  }
}
