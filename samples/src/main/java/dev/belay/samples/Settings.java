package dev.belay.samples;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.Map;

/**
 * What can be set from outside.
 *
 * @param port where to listen; 0 for any free port
 * @param database where the posts are
 * @param poolSize the number of connections, and so of streams at a time
 * @param pageSize how many posts one query reads
 */
record Settings(int port, ConnectionFactoryOptions database, int poolSize, int pageSize) {

  /**
   * In memory. It lives as long as the process (not only as long as a connection), and H2 is not to
   * close it in a shutdown hook of its own, before ours has returned the connections.
   */
  private static final String DEFAULT_DATABASE =
      "r2dbc:h2:mem:///blog?options=DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE";

  private static final int POOL_SIZE = 10;
  static final int PAGE_SIZE = 200;

  static Settings fromEnvironment(Map<String, String> environment) {
    return new Settings(
        port(environment.getOrDefault("PORT", "8080")),
        database(environment.getOrDefault("DATABASE_URL", DEFAULT_DATABASE)),
        POOL_SIZE,
        PAGE_SIZE);
  }

  private static int port(String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 0 && port <= 65535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new CannotStart("PORT must be a number from 0 to 65535, not '" + text + "'");
  }

  private static ConnectionFactoryOptions database(String url) {
    try {
      return ConnectionFactoryOptions.parse(url);
    } catch (IllegalArgumentException e) {
      // Without the URL, which may hold a password.
      throw new CannotStart("DATABASE_URL is no R2DBC URL: " + e.getMessage());
    }
  }
}
