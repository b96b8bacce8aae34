package dev.belay.processor.report;

/** Text in markup. */
public final class Markup {
  private Markup() {}

  /** The text, with what markup would take for its own replaced. */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(
            each -> {
              switch (each) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(each);
              }
            });
    return escaped.toString();
  }
}
