package dev.belay.processor.check.out;

import java.net.URI;
import java.net.URISyntaxException;

/** Paths in the form of URIs. */
final class Uris {
  private Uris() {}

  /** A path with slashes as a reference, with what must be escaped escaped. */
  static String of(String path) {
    boolean absolute = path.startsWith("/") || path.matches("[A-Za-z]:/.*");
    try {
      return absolute
          ? new URI("file", "", path.startsWith("/") ? path : "/" + path, null).toASCIIString()
          : new URI(null, null, path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(path, e);
    }
  }
}
