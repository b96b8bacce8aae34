package dev.belay.processor.check.out;

import dev.belay.processor.report.Markup;
import java.util.List;

/** The part of the page that shows machines. */
final class Pictures {
  private static final String LEGEND =
      """
      <p>Each state is a stop, in the order of the text; an arrow leads to the next stop that the code
      in between reaches.</p>
      <ul class="legend">
      <li>%s<span>the code goes on there</span></li>
      <li>%s<span>what was waited for fails, or the code behind it does, and a <code>catch</code> \
      clause takes the failure</span></li>
      <li>%s<span>the run is cut short there: by a failure, a close or a cancellation</span></li>
      </ul>
      <p>Stops with a violet border release something.</p>
      """;

  private Pictures() {}

  /** Appends a section, if there is anything to see. */
  static void append(StringBuilder page, List<Picture> pictures) {
    if (pictures.isEmpty()) {
      return;
    }
    page.append("<h2 id=\"machines\">State machines</h2>\n")
        .append(LEGEND.formatted(line("onward"), line("caught"), line("cleanup")))
        .append("<div class=\"machines\">\n");
    for (Picture picture : pictures) {
      page.append("<figure>\n<figcaption><strong>")
          .append(Markup.escaped(picture.name()))
          .append("</strong><br><span class=\"where\">")
          .append(Markup.escaped(picture.file()))
          .append(':')
          .append(picture.line())
          .append("</span></figcaption>\n<div class=\"picture\">\n")
          .append(picture.svg())
          .append("</div>\n</figure>\n");
    }
    page.append("</div>\n");
  }

  private static String line(String way) {
    return "<svg aria-hidden=\"true\" width=\"36\" height=\"10\"><g class=\"way "
        + way
        + "\"><path d=\"M0 5H29\"/><path class=\"tip\" d=\"M36 5l-7 -4v8z\"/></g></svg>";
  }
}
