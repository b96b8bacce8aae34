package dev.belay.processor.attribute;

import java.net.URI;
import java.net.URISyntaxException;
import javax.tools.JavaFileObject;

/** Names for files that are nowhere on disk. */
final class Virtual {
  private Virtual() {}

  /** Ends as a file of that type would, which is what the compiler checks. */
  static URI uri(String binaryName, JavaFileObject.Kind kind) {
    try {
      return new URI("belay", null, "/" + binaryName.replace('.', '/') + kind.extension, null);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(binaryName, e);
    }
  }
}
