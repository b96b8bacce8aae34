package dev.belay.processor.fuzz;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Judges the programs of one seed after another, on two threads where there are two processors:
 * nearly all of the time goes into javac, which uses one.
 */
final class Campaign {
  private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

  /** How many are in one class. */
  private static final int TOGETHER = 10;

  /** Few enough for two batches in the heap of a small machine. */
  private static final int AT_ONCE = 200;

  /** A program with a fault. */
  record Fault(Fuzzed program, Verdict verdict) {}

  private final long seed;
  private final int count;
  private final Instant end;
  private final int enough;
  private final Map<Verdict.Kind, Integer> counts = new EnumMap<>(Verdict.Kind.class);
  private final List<Fault> faults = new ArrayList<>();
  private int taken;

  /**
   * Plans it.
   *
   * @param seed of the first program
   * @param count how many to make
   * @param end when to stop all the same
   * @param enough after how many faults to stop
   */
  Campaign(long seed, int count, Instant end, int enough) {
    this.seed = seed;
    this.count = count;
    this.end = end;
    this.enough = enough;
  }

  void run() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        all.add(threads.submit(this::work));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void work() {
    for (Map<String, Fuzzed> programs = next(); !programs.isEmpty(); programs = next()) {
      Map<String, Fuzzed> grown = programs;
      Batch.judge(grown, TOGETHER).forEach((name, verdict) -> judged(grown.get(name), verdict));
    }
  }

  /** What is to be judged next; nothing when it is enough. */
  private synchronized Map<String, Fuzzed> next() {
    Map<String, Fuzzed> programs = new LinkedHashMap<>();
    if (faults.size() < enough && Instant.now().isBefore(end)) {
      for (int i = 0; i < AT_ONCE && taken < count; i++) {
        Fuzzed program = Fuzzed.grow(seed + taken++);
        programs.put(program.name(), program);
      }
    }
    return programs;
  }

  private synchronized void judged(Fuzzed program, Verdict verdict) {
    counts.merge(verdict.kind(), 1, Integer::sum);
    if (verdict.isFault()) {
      faults.add(new Fault(program, verdict));
    }
  }

  /** How many programs have been judged. */
  synchronized int made() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized Map<Verdict.Kind, Integer> counts() {
    return new EnumMap<>(counts);
  }

  /** The first faults, by their seeds. */
  synchronized List<Fault> faults() {
    return faults.stream()
        .sorted(Comparator.comparingLong(fault -> fault.program().seed()))
        .limit(enough)
        .toList();
  }
}
