package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many slow clients of a server in a process of its own, on the default heap: {@code
 * -Dbelay.samples.clients=1000} for the figures of docs/verification.md.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class LoadTest {
  private static final int CLIENTS = Integer.getInteger("belay.samples.clients", 100);
  private static final int ROUNDS = Integer.getInteger("belay.samples.rounds", 5);
  private static final int LINES = 40;
  private static final long MEGABYTE = 1024 * 1024;

  @TempDir Path directory;

  @Test
  void memoryStaysFlatWhileManySlowClientsRead() throws Exception {
    try (ServerProcess server = new ServerProcess(directory, 0)) {
      URI metrics = URI.create("http://localhost:" + server.port() + "/metrics");
      long idle = heap(server, metrics);
      List<SlowClient> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(SlowClient.ofEvents(server.port(), "0"));
      }

      List<Long> heaps = new ArrayList<>();
      for (int round = 0; round < ROUNDS; round++) {
        read(clients, 1 + round * LINES);
        assertThat(open(metrics, "subscription")).isEqualTo(CLIENTS);
        heaps.add(heap(server, metrics));
      }
      for (SlowClient client : clients) {
        client.close();
      }
      for (String scope : List.of("request", "subscription", "connection")) {
        Eventually.holds("no " + scope + " is open", () -> open(metrics, scope) == 0);
      }
      long after = heap(server, metrics);

      System.out.printf(
          "%d clients, each %d posts in %d rounds; heap after GC, MB: idle %d, rounds %s, after %d%n",
          CLIENTS,
          LINES * ROUNDS,
          ROUNDS,
          idle / MEGABYTE,
          heaps.stream().map(it -> it / MEGABYTE).toList(),
          after / MEGABYTE);
      assertThat(heaps.get(ROUNDS - 1)).isLessThan(heaps.get(0) * 3 / 2 + 16 * MEGABYTE);
      assertThat(after).isLessThan(idle + 32 * MEGABYTE);
    }
  }

  /** Each client reads some posts, none of which is missing. */
  private static void read(List<SlowClient> clients, int first) throws Exception {
    for (int i = 0; i < LINES; i++) {
      for (SlowClient client : clients) {
        assertThat(client.readLine()).startsWith("data: {\"id\":" + (first + i) + ",");
      }
    }
  }

  private static long open(URI metrics, String scope) {
    return Metric.of(metrics, "blog_open_scopes{scope=\"" + scope + "\"}");
  }

  private static long heap(ServerProcess server, URI metrics) throws Exception {
    server.collectGarbage();
    return Metric.of(metrics, "blog_heap_used_bytes");
  }
}
