package dev.belay.benchmarks;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** Results as Markdown: one table a workload, the fastest first, and how far the others are. */
final class Table {
  private Table() {}

  static void print(Map<String, List<Row>> workloads, PrintStream out) {
    workloads.forEach((workload, rows) -> print(workload, rows, out));
  }

  private static void print(String workload, List<Row> rows, PrintStream out) {
    double limit = Row.limit(rows);
    out.printf(
        "%n| %s | ns | ± | bytes | × by hand |%n| --- | --- | --- | --- | --- |%n", workload);
    rows.forEach(
        row ->
            out.printf(
                "| %s | %.2f | %.2f | %.1f | %.2f |%n",
                row.name(), row.nanos(), row.error(), row.bytes(), row.nanos() / limit));
  }
}
