package dev.belay.processor.realcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of the methods of a library. */
final class WideReport {
  private final String name;
  private final List<String> lines = new ArrayList<>();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int files;
  private int left;
  private int methods;
  private int compiled;
  private int spoiled;

  /** What should never be, in words; each begins with the method. */
  final List<String> faults = new ArrayList<>();

  WideReport(String name) {
    this.name = name;
  }

  void add(int given, int accepted, WideBatch batch) {
    files += accepted;
    left += given - accepted;
    methods += batch.methods;
    compiled += batch.compiled;
    spoiled += batch.spoiled.size();
    faults.addAll(batch.faults);
    batch.refused.forEach(
        (method, message) -> {
          reasons.merge(reason(message), 1, Integer::sum);
          lines.add("refused " + method + " " + message.replaceAll("\\s+", " "));
        });
    batch.spoiled.forEach(
        (method, message) ->
            lines.add("spoiled " + method + " " + message.replaceAll("\\s+", " ")));
    batch.faults.forEach(fault -> lines.add("FAULT " + fault));
  }

  /** Which of the messages, and which reason where there are several. */
  private static String reason(String message) {
    return message.lines().findFirst().orElse("").replaceAll("'[^']*'", "'...'");
  }

  int compiled() {
    return compiled;
  }

  int refused() {
    return reasons.values().stream().mapToInt(n -> n).sum();
  }

  String summary() {
    return "%s: %d files, %d left out; %d methods, %d compiled, %d refused %s, %d refused by javac, %d faults"
        .formatted(
            name, files, left, methods, compiled, refused(), reasons, spoiled, faults.size());
  }

  /** Every method that was not compiled, one a line. */
  String details() {
    return String.join("\n", lines) + "\n" + summary() + "\n";
  }
}
