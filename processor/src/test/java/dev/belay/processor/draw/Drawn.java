package dev.belay.processor.draw;

import com.google.testing.compile.Compilation;
import dev.belay.processor.BelayProcessor;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A picture in a report, read again.
 *
 * @param name what it shows
 * @param states labels, in their order
 * @param lines of the suspension points 1, 2, …, with commas
 * @param edges {@code a > b} onward, {@code a ? b} caught, {@code a ! b} cleanup; states are called
 *     by their number, or their kind if they have none
 */
record Drawn(String name, List<String> states, String lines, List<String> edges) {
  private static final Pattern FIGURE =
      Pattern.compile("(?s)<figure>.*?<strong>(.*?)</strong>.*?(<svg.*?</svg>)");
  private static final Pattern STATE =
      Pattern.compile(
          "(?s)<g class=\"state ([a-z]+).*?data-point=\"(\\d+)\" data-line=\"(\\d+)\""
              + ".*?class=\"label\".*?>(.*?)</text>");
  private static final Pattern WAY =
      Pattern.compile("(?s)<g class=\"way ([a-z]+)\" data-to=\"(\\d+)\">(.*?)</g>");
  private static final Pattern FROM = Pattern.compile("data-from=\"(\\d+)\"");

  /** Compiles with a report, and returns what is drawn in it. */
  static List<Drawn> of(Path directory, Source... sources) throws Exception {
    compile(directory, List.of(sources));
    return in(Files.readString(directory.resolve("belay.html")));
  }

  static Compilation compile(Path directory, List<Source> sources) {
    List<Source> all = new ArrayList<>(sources);
    all.add(Source.resource("fixture/Probe.java"));
    return Compiler.compilation(
        all,
        List.of(new BelayProcessor()),
        "-Abelay.rules=off",
        "-Abelay.report=html",
        "-Abelay.report.dir=" + directory);
  }

  static List<Drawn> in(String page) {
    return FIGURE
        .matcher(page)
        .results()
        .map(figure -> picture(figure.group(1), figure.group(2)))
        .toList();
  }

  private static Drawn picture(String name, String svg) {
    List<String> labels = new ArrayList<>();
    List<String> names = new ArrayList<>();
    Map<Integer, String> lines = new TreeMap<>();
    for (MatchResult state : STATE.matcher(svg).results().toList()) {
      int point = Integer.parseInt(state.group(2));
      labels.add(state.group(4).replaceFirst(" · line .*", ""));
      names.add(point == 0 ? state.group(1) : "" + point);
      if (point > 0) {
        lines.put(point, state.group(3));
      }
    }
    List<String> edges = new ArrayList<>();
    for (MatchResult way : WAY.matcher(svg).results().toList()) {
      for (MatchResult from : FROM.matcher(way.group(3)).results().toList()) {
        edges.add(
            names.get(Integer.parseInt(from.group(1)))
                + mark(way.group(1))
                + names.get(Integer.parseInt(way.group(2))));
      }
    }
    return new Drawn(name, labels, String.join(",", lines.values()), edges);
  }

  private static String mark(String way) {
    return switch (way) {
      case "onward" -> " > ";
      case "caught" -> " ? ";
      case "cleanup" -> " ! ";
      default -> throw new AssertionError(way);
    };
  }
}
