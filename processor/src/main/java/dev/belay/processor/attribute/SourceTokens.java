package dev.belay.processor.attribute;

/**
 * Walks through the names of a Java source, and the characters between them that mean something.
 */
final class SourceTokens {
  private static final String TEXT_BLOCK = "\"\"\"";

  private final String text;
  private int start;
  private int end;

  SourceTokens(CharSequence text) {
    this.text = text.toString();
  }

  /** Moves to the next token; comments, literals and blank space are none. */
  boolean next() {
    start = end;
    while (start < text.length()) {
      end = start;
      while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
        end++;
      }
      if (start < end) {
        return true;
      }
      int skipped = skip();
      if (skipped == start) {
        end = start + 1;
        return true;
      }
      start = skipped;
    }
    return false;
  }

  boolean isName() {
    return Character.isJavaIdentifierPart(text.charAt(start));
  }

  /** Where the token is. */
  int start() {
    return start;
  }

  String token() {
    return text.substring(start, end);
  }

  /** Whether a character follows at once. */
  boolean isBefore(char next) {
    return end < text.length() && text.charAt(end) == next;
  }

  private int skip() {
    char first = text.charAt(start);
    if (Character.isWhitespace(first)) {
      return start + 1;
    }
    if (text.startsWith("//", start)) {
      return behind("\n", start);
    }
    if (text.startsWith("/*", start)) {
      return behind("*/", start + 2);
    }
    if (text.startsWith(TEXT_BLOCK, start)) {
      return endOfLiteral(TEXT_BLOCK);
    }
    return first == '"' || first == '\'' ? endOfLiteral(String.valueOf(first)) : start;
  }

  private int behind(String closing, int from) {
    int found = text.indexOf(closing, from);
    return found < 0 ? text.length() : found + closing.length();
  }

  private int endOfLiteral(String quote) {
    for (int i = start + quote.length(); i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith(quote, i)) {
        return i + quote.length();
      }
    }
    return text.length();
  }
}
