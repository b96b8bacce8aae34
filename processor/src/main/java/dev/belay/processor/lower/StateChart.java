package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import java.util.List;

/**
 * A machine as people draw one: where it stops, and where it goes on from there. An edge leads from
 * one stop to the next that the code between them reaches.
 *
 * @param states in the order of the text; the first is the start, the last the end
 * @param edges each once
 */
public record StateChart(List<State> states, List<Edge> edges) {
  public StateChart {
    states = List.copyOf(states);
    edges = List.copyOf(edges);
  }

  /** The chart of a body, whose suspension points have the numbers that its machine gives them. */
  public static StateChart of(Body body) {
    Body numbered = Numbering.apply(Spilling.apply(Normalizer.apply(body)));
    return new Charting(numbered, ChartStates.of(numbered)).chart();
  }

  /**
   * A stop.
   *
   * @param point the number of the suspension point; 0 where nothing suspends
   * @param line the line in the user's file; 0 if there is none
   * @param code what is written there; may be empty
   * @param isCleanup whether it belongs to a release
   */
  public record State(Kind kind, int point, int line, String code, boolean isCleanup) {}

  /** What happens at a stop. */
  public enum Kind {
    START,
    AWAIT,
    YIELD,
    /** A scope is opened. */
    OPEN,
    /** An asynchronous iterator is asked for its next element. */
    NEXT,
    /** A scope or an asynchronous iterator is closed. */
    CLOSE,
    /** A {@code finally} block that suspends nowhere, around something that does. */
    FINALLY,
    END
  }

  /**
   * A way from one stop to another.
   *
   * @param from index of a state
   * @param to index of a state
   */
  public record Edge(int from, int to, Way way) {}

  /** Why a run takes an edge. */
  public enum Way {
    /** The code leads there. */
    ONWARD,
    /** A failure, of what was waited for or of the code behind, that is caught. */
    CAUGHT,
    /** The run is cut short: by a failure, a close or a cancellation. */
    CLEANUP
  }
}
