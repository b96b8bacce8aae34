package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.StmtVisitor;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a statement can complete normally in Java's eyes (JLS 14.22): what follows one that
 * cannot must not be printed.
 *
 * <pre>{@code
 * do { return; } while (c);                          // never repeats: no test is reached
 * loop: for (;;) try { break loop; } finally { throw e; }    // the break does not leave the loop
 * }</pre>
 */
final class Reach implements StmtVisitor<Boolean> {
  private final Set<Target> broken = new HashSet<>();
  private final Set<Target> continued = new HashSet<>();
  private final Suspensions suspensions = new Suspensions();

  private Reach(Stmt stmt) {
    findJumps(stmt, List.of(), Set.of());
  }

  static boolean completes(Stmt stmt) {
    return stmt.accept(new Reach(stmt));
  }

  /**
   * Finds what jumps leave or go on with.
   *
   * @param around the targets around the statement
   * @param cut those of them that no jump from here reaches, since a {@code finally} block between
   *     goes elsewhere
   */
  private void findJumps(Stmt stmt, List<Target> around, Set<Target> cut) {
    if (stmt instanceof Jump.Break jump && !cut.contains(jump.target())) {
      broken.add(jump.target());
    } else if (stmt instanceof Jump.Continue jump && !cut.contains(jump.target())) {
      continued.add(jump.target());
    } else if (stmt instanceof Stmt.TryFinally attempt) {
      findJumps(attempt.finalizer(), around, cut);
      findJumps(attempt.body(), around, completesLast(attempt) ? cut : Set.copyOf(around));
      return;
    }
    Target target = target(stmt);
    List<Target> inside = target == null ? around : new ArrayList<>(around);
    if (target != null) {
      inside.add(target);
    }
    Parts.of(stmt).statements().forEach(part -> findJumps(part, inside, cut));
  }

  private static @Nullable Target target(Stmt stmt) {
    if (stmt instanceof Stmt.Loop loop) {
      return loop.target();
    } else if (stmt instanceof Stmt.Labeled labeled) {
      return labeled.target();
    } else if (stmt instanceof Stmt.Switch choice) {
      return choice.target();
    } else if (stmt instanceof Sugar.ForEach loop) {
      return loop.target();
    }
    return stmt instanceof Sugar.Each loop ? loop.target() : null;
  }

  /**
   * Around a suspension the finally block is printed behind an if, which always completes; one that
   * suspends itself is moved behind its try, and ends what is printed as it ends itself.
   */
  private boolean completesLast(Stmt.TryFinally stmt) {
    boolean behindIf = suspensions.in(stmt.body()) && !suspensions.in(stmt.finalizer());
    return behindIf || stmt.finalizer().accept(this);
  }

  private boolean all(List<Stmt> statements) {
    return statements.stream().allMatch(each -> each.accept(this));
  }

  @Override
  public Boolean plain(Stmt.Plain stmt) {
    return stmt.completes();
  }

  @Override
  public Boolean declare(Stmt.Declare stmt) {
    return true;
  }

  @Override
  public Boolean assign(Stmt.Assign stmt) {
    return true;
  }

  @Override
  public Boolean evaluate(Stmt.Evaluate stmt) {
    return true;
  }

  @Override
  public Boolean block(Stmt.Block stmt) {
    return all(stmt.statements());
  }

  @Override
  public Boolean branch(Stmt.If stmt) {
    Stmt.Block otherwise = stmt.otherwise();
    return otherwise == null || stmt.then().accept(this) || otherwise.accept(this);
  }

  @Override
  public Boolean loop(Stmt.Loop stmt) {
    if (broken.contains(stmt.target())) {
      return true;
    }
    Expr condition = stmt.condition();
    boolean endless =
        condition == null || (condition instanceof Expr.Pure pure && pure.isConstant(true));
    boolean tested =
        stmt.testFirst() || continued.contains(stmt.target()) || stmt.body().accept(this);
    return tested && !endless;
  }

  @Override
  public Boolean labeled(Stmt.Labeled stmt) {
    return broken.contains(stmt.target()) || stmt.body().accept(this);
  }

  @Override
  public Boolean synchronize(Stmt.Synchronized stmt) {
    return stmt.body().accept(this);
  }

  @Override
  public Boolean choose(Stmt.Switch stmt) {
    if (broken.contains(stmt.target()) || !stmt.exhaustive()) {
      return true;
    }
    List<Stmt.Case> cases = stmt.cases();
    return stmt.arrows()
        ? cases.stream().anyMatch(one -> one.body().accept(this))
        : cases.get(cases.size() - 1).body().accept(this);
  }

  @Override
  public Boolean tryCatch(Stmt.TryCatch stmt) {
    return stmt.body().accept(this)
        || stmt.catches().stream().anyMatch(one -> one.body().accept(this));
  }

  @Override
  public Boolean tryFinally(Stmt.TryFinally stmt) {
    return stmt.body().accept(this) && completesLast(stmt);
  }

  @Override
  public Boolean leave(Jump.Break stmt) {
    return false;
  }

  @Override
  public Boolean proceed(Jump.Continue stmt) {
    return false;
  }

  @Override
  public Boolean giveBack(Jump.Return stmt) {
    return false;
  }

  @Override
  public Boolean raise(Jump.Throw stmt) {
    return false;
  }

  @Override
  public Boolean forEach(Sugar.ForEach stmt) {
    return true;
  }

  @Override
  public Boolean each(Sugar.Each stmt) {
    return true;
  }

  @Override
  public Boolean using(Sugar.Using stmt) {
    return true;
  }

  @Override
  public Boolean tryWith(Sugar.TryWith stmt) {
    return stmt.body().accept(this);
  }

  @Override
  public Boolean await(Suspend.Await stmt) {
    return true;
  }

  @Override
  public Boolean emit(Suspend.Emit stmt) {
    return true;
  }

  @Override
  public Boolean ask(Suspend.Ask stmt) {
    return true;
  }
}
