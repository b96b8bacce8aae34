package dev.belay.processor.check.catalog;

/** A file of facts that cannot be read; the message names the file and the line. */
public final class BadCatalog extends Exception {
  private static final long serialVersionUID = 1;

  BadCatalog(String message) {
    super(message);
  }
}
