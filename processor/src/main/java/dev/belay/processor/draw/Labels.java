package dev.belay.processor.draw;

import dev.belay.processor.lower.StateChart.State;

/** What is written in a state. */
final class Labels {
  /** From here on a character may be twice as wide as a Latin one. */
  private static final int WIDE = 0x1100;

  private Labels() {}

  static String of(State state) {
    String what =
        switch (state.kind()) {
          case START -> "start";
          case AWAIT -> "await";
          case YIELD -> "yield";
          case OPEN -> "open";
          case NEXT -> "next element";
          case CLOSE -> "close";
          case FINALLY -> "finally";
          case END -> "end";
        };
    return (state.point() == 0 ? "" : state.point() + " ")
        + what
        + (state.line() == 0 ? "" : " · line " + state.line());
  }

  /** A text, shortened so that it fits into a number of columns. */
  static String cut(String text, int columns) {
    return fitting(text, columns) == text.length()
        ? text
        : text.substring(0, fitting(text, columns - 1)) + "…";
  }

  private static int fitting(String text, int columns) {
    int end = 0;
    int width = 0;
    while (end < text.length()) {
      int next = text.codePointAt(end);
      width += next < WIDE ? 1 : 2;
      if (width > columns) {
        break;
      }
      end += Character.charCount(next);
    }
    return end;
  }
}
