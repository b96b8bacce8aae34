package dev.belay.internal;

/** What generated code and the runtime have agreed on. */
public final class Protocol {
  /**
   * Raised with every change after which generated code needs another runtime than before. The
   * processor compares the one that it was built with to that on the class path of the templates.
   */
  public static final int VERSION = 1;

  private Protocol() {}
}
