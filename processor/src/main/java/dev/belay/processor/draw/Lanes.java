package dev.belay.processor.draw;

import dev.belay.processor.lower.StateChart.Edge;
import dev.belay.processor.lower.StateChart.Way;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Where the lines beside the states run, so that no two lie on each other. */
record Lanes(List<Lane> all, int count) {
  Lanes {
    all = List.copyOf(all);
  }

  /**
   * A line that all edges share that lead to one state for one reason.
   *
   * @param from indexes of the states that it comes from
   * @param number how far outside it runs, from 0
   */
  record Lane(Way way, List<Integer> from, int to, int number) {
    Lane {
      from = List.copyOf(from);
    }

    int first() {
      return Math.min(to, from.get(0));
    }

    int last() {
      return Math.max(to, from.get(from.size() - 1));
    }

    private boolean isBeside(Lane other) {
      return first() > other.last() || other.first() > last();
    }
  }

  private record Goal(Way way, int to) {}

  /** Short lines inside, long ones outside. */
  static Lanes of(List<Edge> edges) {
    Map<Goal, TreeSet<Integer>> sources = new LinkedHashMap<>();
    for (Edge edge : edges) {
      sources
          .computeIfAbsent(new Goal(edge.way(), edge.to()), any -> new TreeSet<>())
          .add(edge.from());
    }
    List<Lane> lanes = new ArrayList<>();
    sources.forEach(
        (goal, from) -> lanes.add(new Lane(goal.way(), List.copyOf(from), goal.to(), 0)));
    lanes.sort(
        Comparator.comparingInt((Lane lane) -> lane.last() - lane.first())
            .thenComparingInt(Lane::to)
            .thenComparing(Lane::way));
    List<Lane> placed = new ArrayList<>();
    int count = 0;
    for (Lane lane : lanes) {
      int number = 0;
      while (!isFree(number, lane, placed)) {
        number++;
      }
      placed.add(new Lane(lane.way(), lane.from(), lane.to(), number));
      count = Math.max(count, number + 1);
    }
    return new Lanes(placed, count);
  }

  private static boolean isFree(int number, Lane lane, List<Lane> placed) {
    return placed.stream().allMatch(other -> other.number() != number || other.isBeside(lane));
  }
}
