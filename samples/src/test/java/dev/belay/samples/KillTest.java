package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that vanish at random, and a server that is stopped in the midst of it: {@code
 * -Dbelay.samples.kills=n} for more of it, {@code -Dbelay.samples.seed=s} for others.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class KillTest {
  private static final int KILLS = Integer.getInteger("belay.samples.kills", 300);
  private static final long SEED = Long.getLong("belay.samples.seed", 1);
  private static final int AT_A_TIME = 40;
  private static final long MEGABYTE = 1024 * 1024;

  @TempDir Path directory;

  @Test
  void nothingLeaksAndAStopDrains() throws Exception {
    assumeTrue(ProcessHandle.current().supportsNormalTermination());
    try (ServerProcess server = new ServerProcess(directory, 0)) {
      URI metrics = URI.create("http://localhost:" + server.port() + "/metrics");
      long idle = heap(server, metrics);
      Random random = new Random(SEED);

      killAtRandom(server, random);

      for (String scope : List.of("request", "subscription", "connection")) {
        Eventually.holds("no " + scope + " is open", () -> open(metrics, scope) == 0);
      }
      Eventually.holds(
          "a third of the clients was being answered", () -> disconnected(server) > KILLS / 3);
      long heap = heap(server, metrics);
      assertThat(heap).isLessThan(idle + 32 * MEGABYTE);

      stopInTheMidst(server, metrics, random);

      assertThat(server.log())
          .noneMatch(line -> line.contains(" ERROR ") || line.contains(" WARN "))
          .anyMatch(line -> line.matches(".* - Ending [1-9]\\d* requests"))
          .anyMatch(line -> line.endsWith(" - Stopped"));
      System.out.printf(
          "%d clients killed, %d of them while they were being answered; "
              + "heap after GC, MB: idle %d, after them %d%n",
          KILLS, disconnected(server), idle / MEGABYTE, heap / MEGABYTE);
    }
  }

  private static void killAtRandom(ServerProcess server, Random random) throws Exception {
    List<AutoCloseable> clients = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      clients.add(client(server.port(), random));
      if (clients.size() > AT_A_TIME) {
        clients.remove(random.nextInt(clients.size())).close();
      }
    }
    for (AutoCloseable client : clients) {
      client.close();
    }
  }

  private static long disconnected(ServerProcess server) {
    try {
      return server.log().stream().filter(line -> line.contains("client disconnected")).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long open(URI metrics, String scope) {
    return Metric.of(metrics, "blog_open_scopes{scope=\"" + scope + "\"}");
  }

  private static long heap(ServerProcess server, URI metrics) throws Exception {
    server.collectGarbage();
    return Metric.of(metrics, "blog_heap_used_bytes");
  }

  private static void stopInTheMidst(ServerProcess server, URI metrics, Random random)
      throws Exception {
    List<AutoCloseable> clients = new ArrayList<>();
    for (int i = 0; i < AT_A_TIME; i++) {
      clients.add(client(server.port(), random));
    }
    Eventually.holds("some are being answered", () -> open(metrics, "request") > 0);

    server.terminate();

    assertThat(server.exitCode()).isZero();
    for (AutoCloseable client : clients) {
      client.close();
    }
  }

  /**
   * One of several kinds. None of them reads, so that the ten connections are soon taken by those
   * who stream, and the others vanish while they wait for one.
   */
  private static AutoCloseable client(int port, Random random) throws Exception {
    return switch (random.nextInt(4)) {
      case 0 -> new SlowClient(port);
      case 1 -> SlowClient.ofEvents(port, "" + random.nextInt(10_000));
      case 2 -> SlowClient.ofEvents(port, "newest");
      default -> publishing(port, random);
    };
  }

  /** Sends a request, or a part of one. */
  private static Socket publishing(int port, Random random) throws Exception {
    Socket socket = new Socket("localhost", port);
    String body = "{\"author\": 1, \"title\": \"kill\", \"body\": \"one two\"}";
    String request =
        "POST /posts HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s"
            .formatted(body.length(), body);
    int sent = random.nextBoolean() ? request.length() : random.nextInt(request.length());
    OutputStream out = socket.getOutputStream();
    out.write(request.substring(0, sent).getBytes(StandardCharsets.US_ASCII));
    out.flush();
    socket.setSoLinger(true, 0);
    return socket;
  }
}
