package dev.belay.processor.draw;

import dev.belay.processor.lower.StateChart;
import dev.belay.processor.lower.StateChart.Edge;
import dev.belay.processor.lower.StateChart.Kind;
import dev.belay.processor.lower.StateChart.State;
import dev.belay.processor.lower.StateChart.Way;
import dev.belay.processor.report.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart as SVG: the states one below the other, ways onward on the left, failures and cleanup on
 * the right. Colours are left to the style of the page, which knows the classes {@code state}, with
 * the kind of the state and {@code release}, {@code way}, with its reason, {@code label} and {@code
 * code}.
 */
public final class Drawing {
  private static final int WIDTH = 232;
  private static final int HEIGHT = 44;
  private static final int LOW = 26;
  private static final int GAP = 22;
  private static final int LANE = 12;
  private static final int MARGIN = 6;
  private static final int COLUMNS = 32;
  private static final int MOST_WAYS = 2000;

  private final StateChart chart;
  private final Lanes left;
  private final Lanes right;
  private final List<Box> boxes = new ArrayList<>();
  private final StringBuilder svg = new StringBuilder();

  /** Where a state is drawn. */
  private record Box(int top, int height) {
    int bottom() {
      return top + height;
    }

    int entry() {
      return top + height * 3 / 10;
    }

    int exit() {
      return top + height * 7 / 10;
    }
  }

  private Drawing(StateChart chart) {
    this.chart = chart;
    this.left = Lanes.of(chart.edges().stream().filter(Drawing::isBeside).toList());
    this.right = Lanes.of(chart.edges().stream().filter(edge -> edge.way() != Way.ONWARD).toList());
    int top = MARGIN;
    for (State state : chart.states()) {
      boxes.add(new Box(top, state.code().isEmpty() ? LOW : HEIGHT));
      top += boxes.get(boxes.size() - 1).height() + GAP;
    }
  }

  /**
   * The picture; a sentence in its place where nobody could find a way in it.
   *
   * @param name what it shows, for those who cannot see it
   */
  public static String svg(StateChart chart, String name) {
    return chart.edges().size() > MOST_WAYS
        ? "<p>Too large to draw: %d stops, and %d ways between them.</p>\n"
            .formatted(chart.states().size(), chart.edges().size())
        : new Drawing(chart).draw(name);
  }

  private static boolean isBeside(Edge edge) {
    return edge.way() == Way.ONWARD && edge.to() != edge.from() + 1;
  }

  private int boxLeft() {
    return MARGIN + (left.count() + 1) * LANE;
  }

  private int boxRight() {
    return boxLeft() + WIDTH;
  }

  private String draw(String name) {
    int width = boxRight() + (right.count() + 1) * LANE + MARGIN;
    int height = boxes.get(boxes.size() - 1).bottom() + MARGIN;
    svg.append("<svg role=\"img\" aria-label=\"")
        .append(Markup.escaped(name))
        .append(
            "\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\">\n"
                .formatted(width, height, width, height));
    for (Edge edge : chart.edges()) {
      if (edge.way() == Way.ONWARD && !isBeside(edge)) {
        down(edge);
      }
    }
    left.all().forEach(lane -> lane(lane, boxLeft(), -1));
    right.all().forEach(lane -> lane(lane, boxRight(), 1));
    for (int i = 0; i < boxes.size(); i++) {
      state(i, chart.states().get(i), boxes.get(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private void down(Edge edge) {
    int x = boxLeft() + WIDTH / 2;
    int end = boxes.get(edge.to()).top();
    svg.append("<g class=\"way onward\" data-to=\"%d\">".formatted(edge.to()))
        .append(
            "<path data-from=\"%d\" d=\"M%d %dV%d\"/>"
                .formatted(edge.from(), x, boxes.get(edge.from()).bottom(), end - 1))
        .append("<path class=\"tip\" d=\"M%d %dl-4 -7h8z\"/></g>\n".formatted(x, end));
  }

  /**
   * A line beside the states.
   *
   * @param edge the side of the states that it starts from and leads to
   * @param side -1 on the left, 1 on the right
   */
  private void lane(Lanes.Lane lane, int edge, int side) {
    int x = edge + side * (lane.number() + 1) * LANE;
    int end = boxes.get(lane.to()).entry();
    int low = lane.from().stream().mapToInt(from -> boxes.get(from).exit()).min().orElse(end);
    int high = lane.from().stream().mapToInt(from -> boxes.get(from).exit()).max().orElse(end);
    svg.append(
            "<g class=\"way %s\" data-to=\"%d\">"
                .formatted(lane.way().name().toLowerCase(Locale.ROOT), lane.to()))
        .append(
            "<path d=\"M%d %dV%dM%d %dH%d\"/>"
                .formatted(x, Math.min(low, end), Math.max(high, end), x, end, edge + side));
    for (int from : lane.from()) {
      int y = boxes.get(from).exit();
      svg.append("<path data-from=\"%d\" d=\"M%d %dH%d\"/>".formatted(from, edge, y, x))
          .append("<circle cx=\"%d\" cy=\"%d\" r=\"2\"/>".formatted(x, y));
    }
    svg.append("<path class=\"tip\" d=\"M%d %dl%d -4v8z\"/></g>\n".formatted(edge, end, side * 7));
  }

  private void state(int index, State state, Box box) {
    boolean isRound = state.kind() == Kind.START || state.kind() == Kind.END;
    svg.append("<g class=\"state ")
        .append(state.kind().name().toLowerCase(Locale.ROOT))
        .append(state.isCleanup() ? " release" : "")
        .append(
            "\" data-state=\"%d\" data-point=\"%d\" data-line=\"%d\">"
                .formatted(index, state.point(), state.line()))
        .append("<title>")
        .append(Markup.escaped(state.code()))
        .append("</title>")
        .append(
            "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"%d\"/>"
                .formatted(boxLeft(), box.top(), WIDTH, box.height(), isRound ? LOW / 2 : 5))
        .append(
            "<text class=\"label\" x=\"%d\" y=\"%d\">".formatted(boxLeft() + 10, box.top() + 17))
        .append(Markup.escaped(Labels.of(state)))
        .append("</text>");
    if (!state.code().isEmpty()) {
      svg.append(
              "<text class=\"code\" x=\"%d\" y=\"%d\">".formatted(boxLeft() + 10, box.top() + 34))
          .append(Markup.escaped(Labels.cut(state.code(), COLUMNS)))
          .append("</text>");
    }
    svg.append("</g>\n");
  }
}
