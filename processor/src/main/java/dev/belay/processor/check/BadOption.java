package dev.belay.processor.check;

/** An option that cannot be understood; the message says which, and what would be. */
public final class BadOption extends Exception {
  private static final long serialVersionUID = 1;

  private final String instead;

  BadOption(String what, String instead) {
    super(what);
    this.instead = instead;
  }

  /** What can be written in its place. */
  public String instead() {
    return instead;
  }
}
