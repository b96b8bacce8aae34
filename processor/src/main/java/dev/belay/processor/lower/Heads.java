package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.StmtVisitor;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.TypeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes every statement that is not a suspension point, entered from its head or from inside. */
final class Heads implements StmtVisitor<Heads> {
  private final Emitter emitter;
  private final Switches switches;
  private List<Code> out = new ArrayList<>();

  Heads(Emitter emitter) {
    this.emitter = emitter;
    this.switches = new Switches(emitter);
  }

  void emit(Stmt stmt, List<Code> into) {
    List<Code> outer = out;
    out = into;
    stmt.accept(this);
    out = outer;
  }

  private Fragment code(Expr expr) {
    return emitter.prepare(Fragments.code(expr), out);
  }

  @Override
  public Heads plain(Stmt.Plain stmt) {
    out.add(new Code.Line(emitter.prepare(stmt.code(), out)));
    return this;
  }

  @Override
  public Heads declare(Stmt.Declare stmt) {
    Expr value = stmt.value();
    if (stmt.variable().constant() != null && !emitter.frame.isLocal(stmt.variable())) {
      return this; // declared in front of the cells
    }
    if (value != null) {
      out.add(emitter.store(stmt.variable(), true, stmt.prefix(), code(value)));
    } else if (emitter.frame.isLocal(stmt.variable())) {
      Fragment type =
          stmt.prefix().pieces().isEmpty() ? stmt.variable().type().text() : stmt.prefix();
      out.add(Code.line(type, " ", stmt.variable(), ";"));
    }
    return this;
  }

  @Override
  public Heads assign(Stmt.Assign stmt) {
    out.add(Code.line(Fragment.assign(stmt.variable(), code(stmt.value())), ";"));
    return this;
  }

  @Override
  public Heads evaluate(Stmt.Evaluate stmt) {
    Fragment text = Fragments.code(stmt.expression());
    // A value that a pass has already saved is no statement.
    boolean saved =
        text.pieces().isEmpty()
            || (text.pieces().size() == 1 && text.pieces().get(0) instanceof Piece.Use);
    if (!saved) {
      out.add(Code.line(emitter.prepare(text, out), ";"));
    }
    return this;
  }

  @Override
  public Heads block(Stmt.Block stmt) {
    out.add(Code.braces(Fragment.EMPTY, emitter.list(stmt)));
    return this;
  }

  /**
   * A branch that holds the point is taken whatever the condition; that is not computed again.
   *
   * <pre>{@code
   * if (c) { ...1... } else { ...2... }
   *
   * if (at == 0 ? c : at <= 1) { ...1... } else { ...2... }
   * }</pre>
   */
  @Override
  public Heads branch(Stmt.If stmt) {
    Fragment condition = code(stmt.condition());
    Points.Range then = emitter.points.of(stmt.then());
    Stmt.Block otherwise = stmt.otherwise();
    Points.Range other = otherwise == null ? Points.Range.NONE : emitter.points.of(otherwise);
    Fragment head;
    if (then.isEmpty() && other.isEmpty()) {
      head = condition;
    } else if (other.isEmpty()) {
      head = Fragment.of(emitter.at + " != 0 || ", operand(condition));
    } else if (then.isEmpty()) {
      head = Fragment.of(emitter.at + " == 0 && ", operand(condition));
    } else {
      head =
          Fragment.of(
              emitter.at + " == 0 ? ",
              operand(condition),
              " : " + emitter.at + " <= " + then.last());
    }
    List<Code.Branch> branches = new ArrayList<>();
    branches.add(new Code.Branch(Fragment.of("if (", head, ")"), emitter.list(stmt.then())));
    if (otherwise != null) {
      branches.add(new Code.Branch(Fragment.text("else"), emitter.list(otherwise)));
    }
    out.add(new Code.Braces(branches, Fragment.EMPTY));
    return this;
  }

  /** A condition as an operand: bracketed unless it is a plain comparison or less. */
  static Fragment operand(Fragment condition) {
    for (Piece piece : condition.pieces()) {
      if (piece instanceof Piece.Text text
          && (text.text().contains("?")
              || text.text().contains("||")
              || text.text().contains("&&")
              || text.text().contains("->")
              || text.text().matches("(?s).*[^=!<>]=[^=].*"))) {
        return Fragment.of("(", condition, ")");
      }
    }
    return condition;
  }

  /**
   * A loop that holds the point is entered whatever its condition. Its updates are only reached by
   * turns that were completed.
   *
   * <pre>{@code
   * while (c) { ...1... }
   *
   * while (at != 0 || c) { ...1... }
   * }</pre>
   */
  @Override
  public Heads loop(Stmt.Loop stmt) {
    boolean resumed = !emitter.points.of(stmt).isEmpty();
    Expr test = stmt.condition();
    Fragment condition = test == null ? null : code(test);
    Suspend.Ask asked = asked(stmt);
    Fragment init = asked == null ? inits(stmt) : emitter.leaves.child(asked, out);
    Fragment updates = updates(stmt);
    emitter.jumps.enter(stmt.target(), Jumps.Kind.LOOP);
    List<Code> body = emitter.list(stmt.body());
    emitter.jumps.exit();
    String label = emitter.jumps.prefix(stmt.target());
    if (!stmt.testFirst()) {
      Fragment tail = Fragment.of("while (", condition == null ? "true" : condition, ");");
      out.add(new Code.Braces(List.of(new Code.Branch(Fragment.text(label + "do"), body)), tail));
      return this;
    }
    boolean bare = init.pieces().isEmpty() && updates.pieces().isEmpty();
    Object entered = condition == null ? (bare ? "true" : "") : condition;
    if (resumed && condition != null) {
      entered = Fragment.of(emitter.at + " != 0 || ", operand(condition));
    }
    Fragment head =
        bare
            ? Fragment.of(label + "while (", entered, ")")
            : Fragment.of(label + "for (", init, "; ", entered, "; ", updates, ")");
    out.add(Code.braces(head, body));
    return this;
  }

  /** The question with which each turn of a loop over a sequence begins. */
  private static Suspend.@Nullable Ask asked(Stmt.Loop stmt) {
    List<Stmt> turn = stmt.body().statements();
    return !turn.isEmpty() && turn.get(0) instanceof Suspend.Ask ask && ask.polls() ? ask : null;
  }

  /** The head's declarations. A loop that suspends has none: they went in front of it. */
  private Fragment inits(Stmt.Loop stmt) {
    List<Object> parts = new ArrayList<>();
    String type = "";
    for (Stmt init : stmt.init()) {
      if (!parts.isEmpty()) {
        parts.add(", ");
      }
      if (init instanceof Stmt.Declare declare) {
        boolean declares = emitter.frame.isLocal(declare.variable());
        if (declares && type.isEmpty()) {
          parts.add(declare.prefix());
          parts.add(" ");
          type = "declared";
        }
        parts.add(declare.variable());
        Expr value = declare.value();
        if (value != null) {
          parts.add(" = ");
          parts.add(code(value));
        }
      } else if (init instanceof Stmt.Evaluate evaluate) {
        parts.add(code(evaluate.expression()));
      }
    }
    return Fragment.of(parts.toArray());
  }

  private Fragment updates(Stmt.Loop stmt) {
    List<Object> parts = new ArrayList<>();
    for (Expr update : stmt.updates()) {
      if (!parts.isEmpty()) {
        parts.add(", ");
      }
      parts.add(code(update));
    }
    return Fragment.of(parts.toArray());
  }

  @Override
  public Heads labeled(Stmt.Labeled stmt) {
    emitter.jumps.enter(stmt.target(), Jumps.Kind.BLOCK);
    List<Code> body = emitter.list(stmt.body());
    emitter.jumps.exit();
    String prefix = emitter.jumps.prefix(stmt.target());
    if (body.size() == 1 && body.get(0) instanceof Code.Braces braces) {
      out.add(labeled(prefix, braces));
    } else {
      out.add(Code.braces(Fragment.text(prefix.strip()), body));
    }
    return this;
  }

  private static Code labeled(String prefix, Code.Braces braces) {
    List<Code.Branch> branches = new ArrayList<>(braces.branches());
    Code.Branch first = branches.get(0);
    branches.set(0, new Code.Branch(Fragment.of(prefix, first.head()), first.body()));
    return new Code.Braces(branches, braces.tail());
  }

  @Override
  public Heads synchronize(Stmt.Synchronized stmt) {
    Fragment lock = code(stmt.lock());
    out.add(Code.braces(Fragment.of("synchronized (", lock, ")"), emitter.list(stmt.body())));
    return this;
  }

  @Override
  public Heads choose(Stmt.Switch stmt) {
    switches.emit(stmt, code(stmt.selector()), out);
    return this;
  }

  @Override
  public Heads tryCatch(Stmt.TryCatch stmt) {
    List<Code.Branch> branches = new ArrayList<>();
    branches.add(new Code.Branch(Fragment.text("try"), emitter.list(stmt.body())));
    for (Stmt.Catch clause : stmt.catches()) {
      branches.add(
          new Code.Branch(
              Fragment.of("catch (", clause.types(), " ", clause.parameter(), ")"),
              emitter.list(clause.body())));
    }
    out.add(new Code.Braces(branches, Fragment.EMPTY));
    return this;
  }

  /**
   * A {@code finally} without suspension stays one, but a suspension leaves the method too and must
   * not run it.
   *
   * <pre>{@code
   * try { ...1... } finally { f(); }
   *
   * try { ...1... } finally { if (running()) { f(); } }
   * }</pre>
   */
  @Override
  public Heads tryFinally(Stmt.TryFinally stmt) {
    boolean suspends = emitter.suspensions.in(stmt.body());
    List<Code> finalizer = emitter.list(stmt.finalizer());
    List<Code.Branch> branches = new ArrayList<>();
    branches.add(new Code.Branch(Fragment.text("try"), emitter.guarded(stmt.body())));
    if (stmt.failure() != null) {
      out.add(Code.line(TypeText.THROWABLE.text(), " ", stmt.failure(), " = null;"));
      Fragment thrown = Fragment.read(emitter.fresh.temporary("thrown", TypeText.THROWABLE));
      branches.add(
          new Code.Branch(
              Fragment.of("catch (", TypeText.THROWABLE.text(), " ", thrown, ")"),
              List.of(
                  Code.line(Fragment.assign(stmt.failure(), thrown), ";"),
                  Code.line("throw ", thrown, ";"))));
    }
    branches.add(
        new Code.Branch(
            Fragment.text("finally"),
            suspends
                ? List.of(Code.braces(Fragment.text("if (running())"), finalizer))
                : finalizer));
    out.add(new Code.Braces(branches, Fragment.EMPTY));
    return this;
  }

  @Override
  public Heads leave(Jump.Break stmt) {
    out.add(Code.line(emitter.jumps.leave(stmt.target())));
    return this;
  }

  @Override
  public Heads proceed(Jump.Continue stmt) {
    out.add(Code.line(emitter.jumps.proceed(stmt.target())));
    return this;
  }

  @Override
  public Heads giveBack(Jump.Return stmt) {
    Expr value = stmt.value();
    out.add(value == null ? emitter.end : Code.line("return complete(", code(value), ");"));
    return this;
  }

  @Override
  public Heads raise(Jump.Throw stmt) {
    out.add(Code.line("throw ", code(stmt.exception()), ";"));
    return this;
  }

  @Override
  public Heads forEach(Sugar.ForEach stmt) {
    Fragment source = code(stmt.source());
    emitter.jumps.enter(stmt.target(), Jumps.Kind.LOOP);
    List<Code> body = emitter.list(stmt.body());
    emitter.jumps.exit();
    Fragment head =
        Fragment.of(
            emitter.jumps.prefix(stmt.target()) + "for (",
            stmt.element().prefix(),
            " ",
            stmt.element().variable(),
            " : ",
            source,
            ")");
    out.add(Code.braces(head, body));
    return this;
  }

  @Override
  public Heads tryWith(Sugar.TryWith stmt) {
    List<Object> parts = new ArrayList<>();
    String separator = "try (";
    for (Sugar.Resource resource : stmt.resources()) {
      parts.add(separator);
      Stmt.Declare declaration = resource.declaration();
      Expr value = declaration.value();
      if (!resource.existing()) {
        parts.add(declaration.prefix());
        parts.add(" ");
        parts.add(declaration.variable());
        parts.add(" = ");
      }
      if (value != null) {
        parts.add(code(value));
      }
      separator = "; ";
    }
    parts.add(")");
    out.add(Code.braces(Fragment.of(parts.toArray()), emitter.list(stmt.body())));
    return this;
  }

  @Override
  public Heads each(Sugar.Each stmt) {
    throw new IllegalStateException("sugar that was not normalized, line " + stmt.line());
  }

  @Override
  public Heads using(Sugar.Using stmt) {
    throw new IllegalStateException("sugar that was not normalized, line " + stmt.line());
  }

  @Override
  public Heads await(Suspend.Await stmt) {
    throw new IllegalStateException("a suspension outside a cell, line " + stmt.line());
  }

  @Override
  public Heads emit(Suspend.Emit stmt) {
    throw new IllegalStateException("a suspension outside a cell, line " + stmt.line());
  }

  @Override
  public Heads ask(Suspend.Ask stmt) {
    throw new IllegalStateException("a suspension outside a cell, line " + stmt.line());
  }
}
