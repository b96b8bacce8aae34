package dev.belay.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs benchmarks, all of JMH's options being taken, and prints a table of times and bytes; {@code
 * -Dbelay.plot=file.svg} draws the times as well.
 */
public final class Main {
  private Main() {}

  public static void main(String... args)
      throws RunnerException, CommandLineOptionException, IOException {
    Map<String, List<Row>> workloads =
        Row.byWorkload(
            new Runner(
                    new OptionsBuilder()
                        .parent(new CommandLineOptions(args))
                        .addProfiler(GCProfiler.class)
                        .build())
                .run());
    Table.print(workloads, System.out);
    String plot = System.getProperty("belay.plot");
    if (plot != null && !workloads.isEmpty()) {
      Files.writeString(Path.of(plot), Plot.svg(workloads));
    }
  }
}
