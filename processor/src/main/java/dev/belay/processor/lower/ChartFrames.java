package dev.belay.processor.lower;

import dev.belay.processor.lower.StateChart.Way;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Target;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The constructs around a place that a jump or a failure from there runs into. */
final class ChartFrames {
  private final Deque<Frame> around = new ArrayDeque<>();

  /**
   * Where a run has stopped last, and why it comes from there.
   *
   * @param state index of a state
   */
  record Source(int state, Way way) {
    static Set<Source> by(Way way, Set<Source> sources) {
      return sources.stream()
          .map(source -> new Source(source.state(), way))
          .collect(Collectors.toCollection(LinkedHashSet::new));
    }
  }

  /**
   * A jump.
   *
   * @param target null: {@code return}
   * @param again whether it goes on with its target, instead of leaving it
   */
  record Exit(@Nullable Target target, boolean again) {
    static final Exit RETURN = new Exit(null, false);
  }

  /** A construct, and what has run into it. */
  sealed interface Frame {}

  /** What a jump can name. */
  record Named(Target target, Set<Source> breaks, Set<Source> continues) implements Frame {
    Named(Target target) {
      this(target, new LinkedHashSet<>(), new LinkedHashSet<>());
    }
  }

  /** Clauses that catch. */
  record Catching(Stmt.TryCatch stmt, Set<Source> caught) implements Frame {
    Catching(Stmt.TryCatch stmt) {
      this(stmt, new LinkedHashSet<>());
    }
  }

  /** A {@code finally} block: every way out passes it. */
  record Guarded(Set<Source> failed, Map<Exit, Set<Source>> exits) implements Frame {
    Guarded() {
      this(new LinkedHashSet<>(), new LinkedHashMap<>());
    }
  }

  <F extends Frame> F enter(F frame) {
    around.push(frame);
    return frame;
  }

  void leave() {
    around.pop();
  }

  /**
   * Takes a failure to what catches it or cleans up behind it; what reaches the end is returned.
   */
  Set<Source> fail(Set<Source> sources) {
    for (Frame frame : around) {
      if (frame instanceof Catching clauses) {
        clauses.caught().addAll(Source.by(Way.CAUGHT, sources));
        if (clauses.stmt().catches().stream().anyMatch(Catches::everything)) {
          return Set.of();
        }
      } else if (frame instanceof Guarded guard) {
        guard.failed().addAll(Source.by(Way.CLEANUP, sources));
        return Set.of();
      }
    }
    return Source.by(Way.CLEANUP, sources);
  }

  /** Takes a jump to its target, or a finally block before it; what reaches the end is returned. */
  Set<Source> jump(Exit exit, Set<Source> sources) {
    for (Frame frame : around) {
      if (frame instanceof Named named && named.target().equals(exit.target())) {
        (exit.again() ? named.continues() : named.breaks()).addAll(sources);
        return Set.of();
      } else if (frame instanceof Guarded guard) {
        guard.exits().computeIfAbsent(exit, any -> new LinkedHashSet<>()).addAll(sources);
        return Set.of();
      }
    }
    return sources;
  }
}
