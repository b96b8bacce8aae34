package dev.belay.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Results as one drawing: a bar for each row, on a logarithmic scale that all workloads share. */
final class Plot {
  private static final int WIDTH = 760;
  private static final int NAMES = 150;
  private static final int FIGURES = 150;
  private static final int LINE = 18;
  private static final int GAP = 14;

  private static final String HEAD =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img"
           aria-label="Nanoseconds for one element or operation, on a logarithmic scale">
      <style>
        svg { background: #fff; font: 12px sans-serif }
        text { fill: #222 } .workload { font-weight: bold } .figure { fill: #555 }
        .belay { fill: #2a6fdb } .byHand { fill: #777 } .peer { fill: #c8c8c8 }
        @media (prefers-color-scheme: dark) {
          svg { background: #14161a } text { fill: #e6e6e6 } .figure { fill: #aaa }
          .belay { fill: #6fa8ff } .byHand { fill: #999 } .peer { fill: #4a4f57 }
        }
      </style>
      """;

  private final StringBuilder drawing = new StringBuilder();
  private final double shortest;
  private final double longest;
  private int y = GAP;

  private Plot(double shortest, double longest) {
    this.shortest = shortest;
    this.longest = longest;
  }

  /** The drawing, complete in itself, for light and dark pages. */
  static String svg(Map<String, List<Row>> workloads) {
    double[] nanos =
        workloads.values().stream()
            .flatMap(List::stream)
            .mapToDouble(Row::nanos)
            .sorted()
            .toArray();
    Plot plot = new Plot(nanos[0] / 2, nanos[nanos.length - 1]);
    workloads.forEach(plot::workload);
    return String.format(Locale.ROOT, HEAD, WIDTH, plot.y) + plot.drawing + "</svg>\n";
  }

  private void workload(String name, List<Row> rows) {
    text(0, "workload", "start", name);
    y += LINE;
    rows.forEach(row -> bar(row, Row.limit(rows)));
    y += GAP;
  }

  private void bar(Row row, double limit) {
    double share = Math.log(row.nanos() / shortest) / Math.log(longest / shortest);
    double length = Math.max(1, share * (WIDTH - NAMES - FIGURES));
    text(NAMES - 8, "name", "end", row.name());
    drawing.append(
        String.format(
            Locale.ROOT,
            "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
            kind(row),
            NAMES,
            y - LINE + 7,
            length,
            LINE - 5));
    String times =
        Double.isNaN(limit) ? "" : String.format(Locale.ROOT, ", %.1f ×", row.nanos() / limit);
    text(
        (int) (NAMES + length) + 6,
        "figure",
        "start",
        String.format(Locale.ROOT, "%.1f ns%s", row.nanos(), times));
    y += LINE;
  }

  private static String kind(Row row) {
    return row.name().startsWith("belay")
        ? "belay"
        : row.name().startsWith("byHand") ? "byHand" : "peer";
  }

  private void text(int x, String kind, String anchor, String text) {
    drawing.append(
        String.format(
            Locale.ROOT,
            "<text class=\"%s\" x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>%n",
            kind,
            x,
            y + 4,
            anchor,
            text));
  }
}
