package dev.belay.processor.source;

/** Finds a bracket between two trees, where comments may stand and escapes may hide it. */
final class Brackets {
  private Brackets() {}

  /** The position behind the first {@code bracket} at or after {@code from} (JLS 3.3, 3.7). */
  static int behind(String source, char bracket, int from) {
    int at = from;
    while (at < source.length()) {
      if (source.startsWith("//", at)) {
        at = skip(source, "\n", at);
      } else if (source.startsWith("/*", at)) {
        at = skip(source, "*/", at + 2);
      } else if (source.charAt(at) == bracket) {
        return at + 1;
      } else if (source.startsWith("\\u", at)) {
        int digits = at + 1;
        while (digits < source.length() && source.charAt(digits) == 'u') {
          digits++;
        }
        at = digits + 4;
        if (at <= source.length()
            && Integer.parseInt(source.substring(digits, at), 16) == bracket) {
          return at;
        }
      } else {
        at++;
      }
    }
    throw new IllegalArgumentException("no '" + bracket + "' after position " + from);
  }

  private static int skip(String source, String closing, int from) {
    int found = source.indexOf(closing, from);
    return found < 0 ? source.length() : found + closing.length();
  }
}
