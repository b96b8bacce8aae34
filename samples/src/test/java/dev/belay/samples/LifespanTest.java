package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.reactivestreams.Publishers;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import java.net.ServerSocket;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What happens to what has been opened. */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class LifespanTest {

  /** In H2, a database in memory is gone with its last connection, unless told otherwise. */
  @Test
  void aPortInUseClosesWhatWasOpened() throws Exception {
    String url = "r2dbc:h2:mem:///" + UUID.randomUUID();
    try (ServerSocket occupied = new ServerSocket(0)) {
      Settings settings = TestServer.settings(occupied.getLocalPort(), url);

      assertThatThrownBy(() -> open(settings))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("port " + occupied.getLocalPort() + " is in use");
    }

    assertNoEventLoops();
    assertNoTables(url);
  }

  @Test
  void aDatabaseThatRefusesClosesWhatWasOpened() {
    Settings settings = TestServer.settings(0, "r2dbc:h2:mem:///x?options=NOT_AN_OPTION=1");

    assertThatThrownBy(() -> open(settings))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("NOT_AN_OPTION");
    assertNoEventLoops();
  }

  @Test
  void aDatabaseWithoutADriverClosesWhatWasOpened() {
    Settings settings = TestServer.settings(0, "r2dbc:nonesuch://localhost/x");

    assertThatThrownBy(() -> open(settings))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("driver");
    assertNoEventLoops();
  }

  @Test
  void nothingIsOpenedBeforeTheScopeIsUsed() {
    assertNoEventLoops();

    var unused = LifespanAsync.blog(Platform.REAL, TestServer.settings(0, ""));

    assertThat(eventLoops()).isZero();
  }

  @Test
  void closingEndsAStreamInTheMiddle() throws Exception {
    TestServer server = TestServer.start();
    try (SlowClient client = new SlowClient(server.port())) {
      client.readLine();
      assertThat(server.acquired()).isEqualTo(1);

      ConnectionPool pool = server.pool();
      server.close();

      assertThat(pool.isDisposed()).isTrue();
      assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
      assertThat(client.countRemainingLines()).isLessThan(Seed.POSTS / 2);
    }
    assertNoEventLoops();
  }

  private static void open(Settings settings) throws Throwable {
    try {
      var unused = LifespanAsync.blog(Platform.REAL, settings).open().get(1, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw e.getCause();
    }
  }

  private static void assertNoTables(String url) throws Exception {
    Connection connection =
        Publishers.one(ConnectionFactories.get(url).create()).get(1, TimeUnit.MINUTES);
    String tables =
        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'";
    assertThat(
            QueriesAsync.rows(connection.createStatement(tables), row -> row.get(0, String.class))
                .get(1, TimeUnit.MINUTES))
        .isEmpty();
    Publishers.done(connection.close()).get(1, TimeUnit.MINUTES);
  }

  private static void assertNoEventLoops() {
    Eventually.holds("the event loops have stopped", () -> eventLoops() == 0);
  }

  private static long eventLoops() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("vert.x-eventloop"))
        .count();
  }
}
