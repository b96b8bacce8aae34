package dev.belay.processor.check.out;

import java.util.List;

/** A format that findings are written in. */
enum Report {
  SARIF("sarif"),
  HTML("html"),
  PATCH("patch");

  private final String ending;

  Report(String ending) {
    this.ending = ending;
  }

  /** The end of the file's name, and the word that asks for the format. */
  String ending() {
    return ending;
  }

  /** All findings of a compilation as one text. */
  String text(List<Entry> entries) {
    return switch (this) {
      case SARIF -> Sarif.text(entries);
      case HTML -> Html.text(entries);
      case PATCH -> Patches.text(entries);
    };
  }
}
