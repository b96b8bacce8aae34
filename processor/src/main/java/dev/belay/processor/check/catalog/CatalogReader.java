package dev.belay.processor.check.catalog;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads files of facts: a line is a keyword, a type, and names of methods; {@code #} starts a
 * comment. The libraries that come with the checker are written in the same way as a user's own.
 */
public final class CatalogReader {
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*");

  private final Catalog catalog = new Catalog();

  /** Reads every library that comes with the checker. */
  public CatalogReader addLibraries() {
    for (String library : Libraries.ALL) {
      String file = library + ".txt";
      try (InputStream in = CatalogReader.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new IllegalStateException("the checker's jar lacks " + file);
        }
        add(file, new InputStreamReader(in, StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (BadCatalog e) {
        throw new IllegalStateException(e);
      }
    }
    return this;
  }

  /**
   * Reads one file.
   *
   * @param file what messages call it
   * @throws BadCatalog when a line cannot be understood
   */
  public CatalogReader add(String file, java.io.Reader reader) throws IOException, BadCatalog {
    BufferedReader lines = new BufferedReader(reader);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String text = line.replaceFirst("#.*", "").strip();
      if (!text.isEmpty()) {
        addLine(file + ":" + number, List.of(text.split("\\s+", -1)));
      }
    }
    return this;
  }

  private void addLine(String place, List<String> words) throws BadCatalog {
    Fact fact =
        Fact.named(words.get(0))
            .orElseThrow(() -> new BadCatalog(place + ": unknown keyword '" + words.get(0) + "'"));
    for (String word : words.subList(1, words.size())) {
      if (!NAME.matcher(word).matches()) {
        throw new BadCatalog(place + ": '" + word + "' is not a name");
      }
    }
    if (words.size() < 2) {
      throw new BadCatalog(place + ": a type must follow '" + words.get(0) + "'");
    }
    Set<String> methods = new LinkedHashSet<>(words.subList(2, words.size()));
    if (methods.isEmpty() == fact.isOfMethods()) {
      throw new BadCatalog(
          place
              + (fact.isOfMethods()
                  ? ": names of methods must follow the type"
                  : ": nothing may follow the type"));
    }
    catalog.add(fact, words.get(1), methods);
  }

  /** Everything that was read. */
  public Catalog catalog() {
    return catalog;
  }
}
