package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Fresh;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a lowered body as Java that can be entered again at each suspension point. The structure
 * of the body stays; {@code at} says what is skipped.
 *
 * <pre>{@code
 * a(); x = await(s); b(x); for (...) { ... } c();      // points 1, and 2 to 3 in the loop
 *
 * Object outcome = null;
 * if (at == 0) { a(); outcome = awaiting(s); if (outcome == WAITING) return suspendAt(1); }
 * if (at <= 1) { if (at == 1) { at = 0; outcome = taken(); } x = outcome; b(x); }
 * for (...) { ... }
 * c();
 * }</pre>
 */
final class Emitter {
  final Frame frame;
  final Points points = new Points();
  final Suspensions suspensions = new Suspensions();
  final Jumps jumps;
  final Snapshots snapshots;
  final Fresh fresh;

  /** What is written where the body ends without a value. */
  final Code end;

  /** The name of the local variable that says where the body goes on. */
  final String at;

  private final Layout layout;
  private final Set<Variable> declared = new HashSet<>();
  private final Heads heads;
  final Leaves leaves;
  private int guards;

  private Emitter(Body body, Frame frame, Clearing clearing) {
    this.frame = frame;
    this.fresh = body.fresh();
    this.end = body.kind().end();
    this.at = at(body);
    this.layout = new Layout(suspensions, body.redeclared());
    this.jumps = new Jumps(body.words());
    this.snapshots = new Snapshots(frame, body.fresh());
    this.heads = new Heads(this);
    this.leaves = new Leaves(this, clearing, body.lines());
  }

  /** Whether a {@code finally} block that stayed one runs when the method is left here. */
  boolean isGuarded() {
    return guards > 0;
  }

  /** The body of a {@code try} whose {@code finally} stays. */
  List<Code> guarded(Stmt.Block block) {
    guards++;
    try {
      return list(block);
    } finally {
      guards--;
    }
  }

  /** {@code at}, unless the body has that word. */
  static String at(Body body) {
    String name = "at";
    for (int i = 2; body.words().contains(name); i++) {
      name = "at" + i;
    }
    return name;
  }

  /** The statements of {@code resume()}, without its first line and its last {@code return}. */
  static List<Code> emit(Body body, Frame frame) {
    Clearing clearing = Clearing.of(body, frame);
    Emitter emitter = new Emitter(body, frame, clearing);
    List<Code> code = emitter.list(clearing.block());
    List<Code> all = new ArrayList<>(emitter.snapshots.ofArguments());
    all.addAll(code);
    return all;
  }

  List<Code> list(Stmt.Block block) {
    return list(block.statements());
  }

  List<Code> list(List<Stmt> statements) {
    List<Code> out = new ArrayList<>();
    hoist(statements, out);
    List<Layout.Cell> cells = layout.cells(statements);
    for (int i = 0; i < cells.size(); i++) {
      Layout.Cell cell = cells.get(i);
      List<Code> body = new ArrayList<>();
      leaves.announce(cell.leave(), out);
      Stmt entry = cell.entry();
      if (entry != null) {
        enter(entry, body);
      }
      cell.run().forEach(stmt -> heads.emit(stmt, body));
      if (cell.leave() != null) {
        leaves.leave(cell.leave(), body);
      }
      boolean last = i == cells.size() - 1;
      if (last || body.isEmpty()) {
        out.addAll(body);
      } else {
        String guard = at + (entry == null ? " == 0" : " <= " + points.of(entry).last());
        out.add(Code.braces(Fragment.text("if (" + guard + ")"), body));
      }
    }
    return out;
  }

  private void enter(Stmt entry, List<Code> out) {
    if (entry instanceof Suspend point) {
      leaves.enter(point, out);
    } else {
      heads.emit(entry, out);
    }
  }

  /** Local variables that are used in several cells are declared before the first. */
  private void hoist(List<Stmt> statements, List<Code> out) {
    for (Stmt stmt : layout.spliced(statements)) {
      Variable variable = declaredBy(stmt);
      if (variable != null) {
        hoist(variable, out);
      }
      for (Variable bound : bindings(stmt)) {
        hoist(bound, out);
      }
      if (stmt instanceof Stmt.TryCatch attempt && suspensions.in(stmt)) {
        attempt.catches().forEach(clause -> hoist(clause.parameter(), out));
      }
    }
  }

  private void hoist(Variable variable, List<Code> out) {
    if (variable.constant() != null) {
      if (frame.hoisted().contains(variable) && declared.add(variable)) {
        String value = " = " + variable.constant() + ";";
        out.add(Code.line("final ", variable.type().text(), " ", variable, value));
      }
      return;
    }
    if (frame.hoisted().contains(variable) && declared.add(variable)) {
      out.add(
          Code.line(
              variable.type().text(),
              " ",
              variable,
              " = " + variable.type().shape().initial() + ";"));
    }
  }

  private static @Nullable Variable declaredBy(Stmt stmt) {
    if (stmt instanceof Stmt.Declare declare) {
      return declare.variable();
    }
    return stmt instanceof Suspend point && point.declares() ? point.result() : null;
  }

  /** Whether a block, printed without braces, would leave names to what follows. */
  boolean declares(Stmt.Block block) {
    for (Stmt stmt : layout.spliced(block.statements())) {
      Variable variable = declaredBy(stmt);
      if (variable != null || !bindings(stmt).isEmpty() || !layout.isFree(stmt)) {
        return true;
      }
    }
    return false;
  }

  /** The pattern variables that a statement's own text binds. */
  private static List<Variable> bindings(Stmt stmt) {
    List<Variable> bound = new ArrayList<>();
    for (Fragment fragment : Fragments.of(stmt)) {
      for (Variable variable : fragment.writes()) {
        if (variable.origin() == Variable.Origin.BINDING) {
          bound.add(variable);
        }
      }
    }
    return bound;
  }

  /** A fragment with its captures replaced; what that needs goes before. */
  Fragment prepare(Fragment fragment, List<Code> out) {
    return snapshots.prepare(fragment, out);
  }

  /** The code that stores a value in a variable, declaring it where it is declared. */
  Code store(Variable variable, boolean declares, Fragment prefix, Fragment value) {
    if (declares && frame.isLocal(variable)) {
      Fragment before = prefix.pieces().isEmpty() ? variable.type().text() : prefix;
      return Code.line(before, " ", variable, " = ", value, ";");
    }
    return Code.line(Fragment.assign(variable, value), ";");
  }
}
