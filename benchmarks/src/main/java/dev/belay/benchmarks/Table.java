package dev.belay.benchmarks;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/** Results as Markdown: one table a workload, the fastest first, and how far the others are. */
final class Table {
  private Table() {}

  static void print(Collection<RunResult> results, PrintStream out) {
    Map<String, List<Row>> workloads =
        results.stream()
            .map(Row::of)
            .collect(Collectors.groupingBy(Row::workload, TreeMap::new, Collectors.toList()));
    workloads.forEach((workload, rows) -> print(workload, rows, out));
  }

  private static void print(String workload, List<Row> rows, PrintStream out) {
    double limit =
        rows.stream()
            .filter(row -> row.name().startsWith("byHand"))
            .mapToDouble(Row::nanos)
            .min()
            .orElse(Double.NaN);
    out.printf(
        "%n| %s | ns | ± | bytes | × by hand |%n| --- | --- | --- | --- | --- |%n", workload);
    rows.stream()
        .sorted(Comparator.comparingDouble(Row::nanos))
        .forEach(
            row ->
                out.printf(
                    "| %s | %.2f | %.2f | %.1f | %.2f |%n",
                    row.name(), row.nanos(), row.error(), row.bytes(), row.nanos() / limit));
  }

  /** One benchmark with its parameters. */
  private record Row(String workload, String name, double nanos, double error, double bytes) {
    static Row of(RunResult result) {
      String[] path = result.getParams().getBenchmark().split("\\.");
      String parameters =
          result.getParams().getParamsKeys().stream()
              .map(key -> " " + result.getParams().getParam(key))
              .collect(Collectors.joining());
      Statistics statistics = result.getPrimaryResult().getStatistics();
      Result<?> bytes = result.getSecondaryResults().get("gc.alloc.rate.norm");
      return new Row(
          path[path.length - 2] + parameters,
          path[path.length - 1],
          result.getPrimaryResult().getScore(),
          statistics.getMeanErrorAt(0.99),
          bytes == null ? Double.NaN : bytes.getScore());
    }
  }
}
