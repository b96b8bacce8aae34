package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites the jumps that leave a block, so that each only notes where it wanted to go.
 *
 * <pre>{@code
 * break loop;   // exit = 2; break body;
 * return v;     // result = v; exit = 1; break body;
 * }</pre>
 */
final class Exits extends Rewriter {
  private final Body body;
  private final Variable exit;
  private final Target end;
  private final Set<Target> inside = new HashSet<>();
  private final List<Jump> jumps = new ArrayList<>();
  private @Nullable Variable result;

  Exits(Body body) {
    this.body = body;
    this.exit = body.fresh().temporary("exit", TypeText.INT);
    this.end = body.fresh().target(null);
  }

  /** Says which jump was noted; 0: none. */
  Variable exit() {
    return exit;
  }

  /** The statement that noted jumps leave. */
  Target end() {
    return end;
  }

  /** Keeps the value of a noted {@code return}, if one was found. */
  Optional<Variable> result() {
    return Optional.ofNullable(result);
  }

  Stmt.Block note(Stmt.Block block) {
    collect(block);
    return rewrite(block);
  }

  /** The jumps that were found, in the order of their numbers, which start at 1. */
  List<Jump> jumps() {
    return jumps;
  }

  private void collect(Stmt stmt) {
    if (stmt instanceof Stmt.Loop loop) {
      inside.add(loop.target());
    } else if (stmt instanceof Stmt.Labeled labeled) {
      inside.add(labeled.target());
    } else if (stmt instanceof Stmt.Switch choice) {
      inside.add(choice.target());
    } else if (stmt instanceof Sugar.ForEach loop) {
      inside.add(loop.target());
    }
    Parts.of(stmt).statements().forEach(this::collect);
  }

  private Stmt noted(Jump jump) {
    int number = jumps.indexOf(jump) + 1;
    if (number == 0) {
      jumps.add(jump);
      number = jumps.size();
    }
    return Stmt.Block.of(
        new Stmt.Assign(exit, Pure.of(Fragment.text("" + number), TypeText.INT), 0),
        new Jump.Break(end));
  }

  @Override
  public Stmt leave(Jump.Break stmt) {
    return inside.contains(stmt.target()) ? stmt : noted(stmt);
  }

  @Override
  public Stmt proceed(Jump.Continue stmt) {
    return inside.contains(stmt.target()) ? stmt : noted(stmt);
  }

  @Override
  public Stmt giveBack(Jump.Return stmt) {
    Expr value = stmt.value();
    if (value == null) {
      return noted(Jump.Return.PLAIN);
    }
    Variable kept = result == null ? body.fresh().temporary("result", body.result()) : result;
    result = kept;
    return Stmt.Block.of(
        new Stmt.Assign(kept, value, stmt.line()), noted(new Jump.Return(Pure.read(kept), 0)));
  }

  @Override
  public Stmt await(Suspend.Await stmt) {
    Stmt close = stmt.onClose();
    return close == null
        ? stmt
        : new Suspend.Await(
            stmt.point(),
            stmt.result(),
            stmt.declares(),
            stmt.stage(),
            stmt.type(),
            stmt.release(),
            rewrite(close),
            stmt.line());
  }

  @Override
  public Stmt emit(Suspend.Emit stmt) {
    Stmt close = stmt.onClose();
    return close == null
        ? stmt
        : new Suspend.Emit(
            stmt.point(),
            stmt.result(),
            stmt.declares(),
            stmt.value(),
            stmt.type(),
            stmt.answered(),
            rewrite(close),
            stmt.line());
  }

  @Override
  public Stmt ask(Suspend.Ask stmt) {
    Stmt close = stmt.onClose();
    return close == null ? stmt : stmt.closing(rewrite(close));
  }
}
