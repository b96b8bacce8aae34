package dev.belay.benchmarks;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * One benchmark with its parameters.
 *
 * @param workload what is done
 * @param name who does it
 * @param nanos for one element or operation
 * @param error of that, at 99 percent
 * @param bytes allocated for it
 */
record Row(String workload, String name, double nanos, double error, double bytes) {

  /** All of them by workload, the fastest first. */
  static Map<String, List<Row>> byWorkload(Collection<RunResult> results) {
    return results.stream()
        .map(Row::of)
        .sorted(Comparator.comparingDouble(Row::nanos))
        .collect(Collectors.groupingBy(Row::workload, TreeMap::new, Collectors.toList()));
  }

  /** The fastest that is written by hand; not a number if there is none. */
  static double limit(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.name.startsWith("byHand"))
        .mapToDouble(Row::nanos)
        .min()
        .orElse(Double.NaN);
  }

  private static Row of(RunResult result) {
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
