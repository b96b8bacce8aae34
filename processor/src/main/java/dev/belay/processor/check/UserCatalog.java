package dev.belay.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import dev.belay.processor.check.catalog.BadCatalog;
import dev.belay.processor.check.catalog.Catalog;
import dev.belay.processor.check.catalog.CatalogReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Filer;
import javax.tools.StandardLocation;

/**
 * Adds what users say of their own libraries, in files named {@link #FILE}: all on the processor
 * path, the first on the class path, and there also one in each jar or directory that a class is
 * imported from. The API for processors cannot list the class path; it tells where a class is.
 */
final class UserCatalog {
  static final String FILE = "META-INF/belay/resources.txt";

  /** A package and the class in it, of an import of the class, a class in it, or a member. */
  private static final Pattern IMPORTED =
      Pattern.compile("((?:[\\p{Ll}_$][^.]*\\.)+)(\\p{Lu}[^.]*)(?:\\..*)?");

  private final Optional<Filer> filer;
  private final CatalogReader reader = new CatalogReader().addLibraries();
  private final Set<String> packages = new HashSet<>();
  private final Set<URI> read = new HashSet<>();

  /**
   * @param filer without it, only the processor path is searched
   */
  UserCatalog(Optional<Filer> filer) {
    this.filer = filer;
  }

  /** Everything that was read, and what will be. */
  Catalog catalog() {
    return reader.catalog();
  }

  /**
   * Reads the files that are found without knowing what is compiled.
   *
   * @throws BadOption when one of them cannot be understood
   */
  void load(ClassLoader processors) throws BadOption {
    try {
      for (URL url : Collections.list(processors.getResources(FILE))) {
        add(url.toURI());
      }
    } catch (IOException | java.net.URISyntaxException e) {
      throw bad(e);
    }
    Optional<URI> first = where("", FILE);
    if (first.isPresent()) {
      add(first.get());
    }
  }

  /**
   * Reads the files beside the classes that a source file imports.
   *
   * @throws BadOption when one of them cannot be understood
   */
  void load(CompilationUnitTree unit) throws BadOption {
    for (ImportTree each : unit.getImports()) {
      Matcher imported = IMPORTED.matcher(each.getQualifiedIdentifier().toString());
      if (imported.matches() && isNew(imported.group(1))) {
        String in = imported.group(1).substring(0, imported.group(1).length() - 1);
        String name = imported.group(2) + ".class";
        Optional<URI> found = where(in, name);
        if (found.isPresent()) {
          String path = in.replace('.', '/') + "/" + name;
          String uri = found.get().toString();
          if (uri.endsWith("/" + path)) {
            add(URI.create(uri.substring(0, uri.length() - path.length()) + FILE));
          }
        }
      }
    }
  }

  private boolean isNew(String inPackage) {
    return !inPackage.startsWith("java.") && packages.add(inPackage);
  }

  /** Where the compiler finds something on its class path; empty if nowhere that has an address. */
  private Optional<URI> where(String in, String name) {
    if (filer.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI uri = filer.get().getResource(StandardLocation.CLASS_PATH, in, name).toUri();
      return uri.isAbsolute() ? Optional.of(uri) : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // there is none; build tools throw what they like
    }
  }

  private void add(URI uri) throws BadOption {
    if (!read.add(uri)) {
      return;
    }
    InputStream bytes;
    try {
      URLConnection connection = uri.toURL().openConnection();
      connection.setUseCaches(false); // a jar that is kept open cannot be replaced by a build
      bytes = connection.getInputStream();
    } catch (IOException | RuntimeException e) {
      return; // most jars have none
    }
    try (Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      reader.add(FILE, text);
    } catch (IOException | BadCatalog e) {
      throw bad(e);
    }
  }

  private static BadOption bad(Exception e) {
    return new BadOption(String.valueOf(e.getMessage()), "see docs/rules/README.md");
  }
}
