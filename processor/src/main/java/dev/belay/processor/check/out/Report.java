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

  /** All findings of a compilation as one text; only a page shows pictures. */
  String text(List<Entry> entries, List<Picture> pictures) {
    return switch (this) {
      case SARIF -> Sarif.text(entries);
      case HTML -> Html.text(entries, pictures);
      case PATCH -> Patches.text(entries);
    };
  }
}
