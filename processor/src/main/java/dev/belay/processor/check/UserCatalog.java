package dev.belay.processor.check;

import dev.belay.processor.check.catalog.BadCatalog;
import dev.belay.processor.check.catalog.Catalog;
import dev.belay.processor.check.catalog.CatalogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Adds what users say of their own libraries: every {@code META-INF/belay/resources.txt} on the
 * processor path, and the first one on the class path, since the API for processors finds no more.
 */
final class UserCatalog {
  static final String FILE = "META-INF/belay/resources.txt";

  private UserCatalog() {}

  static Catalog load(Filer filer, ClassLoader processors) throws BadOption {
    CatalogReader reader = new CatalogReader().addLibraries();
    try {
      for (URL url : Collections.list(processors.getResources(FILE))) {
        try (Reader text = utf8(url.openStream())) {
          reader.add(FILE, text);
        }
      }
      addFromClassPath(filer, reader);
    } catch (BadCatalog | IOException e) {
      throw new BadOption(String.valueOf(e.getMessage()), "see docs/rules/README.md");
    }
    return reader.catalog();
  }

  private static void addFromClassPath(Filer filer, CatalogReader reader)
      throws IOException, BadCatalog {
    FileObject file;
    InputStream bytes;
    try {
      file = filer.getResource(StandardLocation.CLASS_PATH, "", FILE);
      bytes = file.openInputStream();
    } catch (IOException | RuntimeException e) {
      return; // there is none; build tools throw what they like
    }
    try (Reader text = utf8(bytes)) {
      reader.add(FILE, text);
    }
  }

  private static Reader utf8(InputStream bytes) {
    return new InputStreamReader(bytes, StandardCharsets.UTF_8);
  }
}
