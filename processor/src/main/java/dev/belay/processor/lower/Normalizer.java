package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Part;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Fresh;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.TypeText.Shape;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes out the sugar around suspensions. Sugar without a suspension stays as the user wrote it.
 */
final class Normalizer extends Rewriter {
  private final Fresh fresh;
  private final @Nullable Stmt onClose;
  private final Suspensions suspensions = new Suspensions();

  private Normalizer(Body body) {
    this.fresh = body.fresh();
    this.onClose = body.kind().closes() ? Jump.Return.PLAIN : null;
  }

  static Body apply(Body body) {
    return body.with(new Normalizer(body).rewrite(body.block()));
  }

  /**
   * A loop over an array or an {@code Iterable} (JLS 14.14.2).
   *
   * <pre>{@code
   * for (T x : xs) { ... }
   *
   * T[] array = xs;                                    Iterator<T> iterator = xs.iterator();
   * for (int index = 0; index < array.length; index++) while (iterator.hasNext())
   *   { T x = array[index]; ... }                        { T x = iterator.next(); ... }
   * }</pre>
   */
  @Override
  public Stmt forEach(Sugar.ForEach stmt) {
    if (!suspensions.in(stmt)) {
      return super.forEach(stmt);
    }
    TypeText iteratorType = stmt.iterator();
    return iteratorType == null ? overArray(stmt) : overIterable(stmt, iteratorType);
  }

  private Stmt overArray(Sugar.ForEach stmt) {
    Variable array = fresh.temporary(named(stmt.element(), "Array"), stmt.sourceType());
    Variable index = fresh.temporary(named(stmt.element(), "Index"), TypeText.INT);
    Pure element = Pure.of(Fragment.of(array, "[", index, "]"), stmt.element().variable().type());
    Fragment next = Fragment.of(new Piece.Use(index, Piece.Access.UPDATE), "++");
    return Stmt.Block.of(
        Stmt.Declare.temporary(array, rewrite(stmt.source())),
        Stmt.Declare.temporary(index, Pure.of(Fragment.text("0"), TypeText.INT)),
        new Stmt.Loop(
            stmt.target(),
            List.of(),
            Pure.of(Fragment.of(index, " < ", array, ".length"), TypeText.BOOLEAN),
            List.of(Pure.of(next, TypeText.INT)),
            body(stmt.element(), element, stmt.body()),
            true,
            stmt.line()));
  }

  private Stmt overIterable(Sugar.ForEach stmt, TypeText iteratorType) {
    Variable iterator = fresh.temporary(named(stmt.element(), "Iterator"), iteratorType);
    Pure element = Pure.of(Fragment.of(iterator, ".next()"), stmt.element().variable().type());
    return Stmt.Block.of(
        Stmt.Declare.temporary(
            iterator, call("", rewrite(stmt.source()), ".iterator()", iteratorType)),
        new Stmt.Loop(
            stmt.target(),
            List.of(),
            Pure.of(Fragment.of(iterator, ".hasNext()"), TypeText.BOOLEAN),
            List.of(),
            body(stmt.element(), element, stmt.body()),
            true,
            stmt.line()));
  }

  /**
   * A loop over an asynchronous sequence: closed on every way out (E3), a failing close suppressed
   * by the body's failure (E5).
   *
   * <pre>{@code
   * for (T x : each(xs)) { ... }
   *
   * AsyncIterator<T> iterator = iterate(xs);
   * try {
   *   for (;;) {
   *     ask Object outcome = pulling(iterator);
   *     if (outcome == END) break;
   *     T x = element(iterator, outcome);
   *     ...
   *   }
   * } finally (failure) { ask closingIterator(iterator, failure); }
   * }</pre>
   */
  @Override
  public Stmt each(Sugar.Each stmt) {
    Variable iterator = fresh.temporary(named(stmt.element(), "Iterator"), stmt.iterator());
    Variable failure = fresh.temporary(named(stmt.element(), "Failure"), TypeText.THROWABLE);
    Fragment pull = Fragment.read(iterator);
    Fragment close = Fragment.of(iterator, ", ", failure);
    Variable outcome = fresh.temporary("outcome", TypeText.OBJECT);
    Pure element =
        Pure.of(
            Fragment.of("element(", iterator, ", ", outcome, ")"),
            stmt.element().variable().type());
    List<Stmt> turn = new ArrayList<>();
    turn.add(new Suspend.Ask(0, outcome, "pulling", false, pull, pull, onClose, "", stmt.line()));
    turn.add(
        new Stmt.If(
            Pure.of(Fragment.of(outcome, " == END"), TypeText.BOOLEAN),
            Stmt.Block.of(new Jump.Break(stmt.target())),
            null,
            0));
    turn.addAll(body(stmt.element(), element, stmt.body()).statements());
    return Stmt.Block.of(
        Stmt.Declare.temporary(
            iterator, call("iterate(", rewrite(stmt.source()), ")", stmt.iterator())),
        new Stmt.TryFinally(
            Stmt.Block.of(Stmt.Loop.forever(stmt.target(), new Stmt.Block(turn), stmt.line())),
            Stmt.Block.of(
                new Suspend.Ask(
                    0,
                    null,
                    "closingIterator",
                    false,
                    close,
                    close,
                    null,
                    "the loop is left: close its iterator",
                    stmt.line())),
            failure));
  }

  /**
   * A scope until the end of its block (D1, D5 to D11).
   *
   * <pre>{@code
   * T x = using(scope); rest
   *
   * ask entering(scope); Opened<T> opened = entered(); T x = opened.value();
   * try { rest } finally (failure) { ask exiting(opened, failure); if (exited()) failure = null; }
   *
   * ask Object outcome = entering(run); ResourceMachine<T> opened = opened(outcome);   // its own
   * }</pre>
   */
  @Override
  public Stmt using(Sugar.Using stmt) {
    Stmt.Declare value = stmt.value();
    String name = value == null ? "" : value.variable().name();
    Variable opened = fresh.temporary(prefixed("opened", name), stmt.opened());
    Variable failure =
        fresh.temporary(value == null ? "failure" : named(value, "Failure"), TypeText.THROWABLE);
    List<Stmt> all = new ArrayList<>();
    Fragment scope;
    if (!stmt.scope().suspends()) {
      scope = Fragments.code(stmt.scope());
    } else {
      Variable held = fresh.temporary("scope", stmt.own() ? stmt.opened() : stmt.scope().type());
      all.add(Stmt.Declare.temporary(held, rewrite(stmt.scope())));
      scope = Fragment.read(held);
    }
    Variable outcome = stmt.own() ? fresh.temporary("outcome", TypeText.OBJECT) : null;
    Fragment again = Fragment.text("null");
    all.add(
        new Suspend.Ask(
            0, outcome, "entering", stmt.own(), scope, again, onClose, "", stmt.line()));
    Fragment resource =
        outcome == null
            ? Fragment.of("(", stmt.opened().text(), ") entered()")
            : OwnUse.opened(outcome);
    all.add(Stmt.Declare.temporary(opened, Pure.of(resource, stmt.opened())));
    List<Stmt> inside = new ArrayList<>();
    if (value != null) {
      Pure read = Pure.of(Fragment.of(opened, ".value()"), value.variable().type());
      inside.add(new Stmt.Declare(value.variable(), read, value.prefix(), value.line()));
    }
    inside.addAll(rewrite(stmt.rest()).statements());
    Fragment exit = Fragment.of(opened, ", ", failure);
    all.add(
        new Stmt.TryFinally(
            new Stmt.Block(inside),
            Stmt.Block.of(
                new Suspend.Ask(
                    0,
                    null,
                    "exiting",
                    stmt.own(),
                    stmt.own() ? Fragment.read(opened) : exit,
                    stmt.own() ? Fragment.read(failure) : exit,
                    null,
                    ("the block is left: release " + name).strip(),
                    stmt.line()),
                new Stmt.If(
                    Pure.of(Fragment.text("exited()"), TypeText.BOOLEAN),
                    Stmt.Block.of(
                        new Stmt.Assign(
                            failure, Pure.of(Fragment.text("null"), TypeText.THROWABLE), 0)),
                    null,
                    0)),
            failure));
    return new Stmt.Block(all);
  }

  /**
   * {@code try} with resources (JLS 14.20.3.1), when its body suspends: a suspension leaves the
   * method and must not close.
   *
   * <pre>{@code
   * try (R r = open()) { ... }
   *
   * R r = open();
   * try { ... } finally (failure) { release(r, failure); }
   * }</pre>
   */
  @Override
  public Stmt tryWith(Sugar.TryWith stmt) {
    if (!suspensions.in(stmt)) {
      return super.tryWith(stmt);
    }
    return resources(stmt.resources(), rewrite(stmt.body()));
  }

  private Stmt.Block resources(List<Sugar.Resource> resources, Stmt.Block body) {
    if (resources.isEmpty()) {
      return body;
    }
    Sugar.Resource first = resources.get(0);
    Variable failure = fresh.temporary(named(first.declaration(), "Failure"), TypeText.THROWABLE);
    Fragment release =
        Fragment.of(
            TypeText.BODIES.text(),
            ".release(",
            first.declaration().variable(),
            ", ",
            failure,
            ")");
    return Stmt.Block.of(
        rewrite(first.declaration()),
        new Stmt.TryFinally(
            resources(resources.subList(1, resources.size()), body),
            Stmt.Block.of(Stmt.Plain.of(release)),
            failure));
  }

  private Stmt.Block body(Stmt.Declare element, Pure value, Stmt.Block body) {
    List<Stmt> statements = new ArrayList<>();
    statements.add(new Stmt.Declare(element.variable(), value, element.prefix(), element.line()));
    statements.addAll(rewrite(body).statements());
    return new Stmt.Block(statements);
  }

  /** {@code rowIterator} for {@code row}: whose it is, in the user's own word. */
  private static String named(Stmt.Declare owner, String role) {
    return owner.variable().name() + role;
  }

  private static String prefixed(String role, String name) {
    return name.isEmpty() ? role : role + Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static Expr call(String before, Expr operand, String after, TypeText type) {
    boolean brackets = before.isEmpty() && isCompound(operand);
    return new Expr.Combine(
        List.of(
            new Part.Code(Fragment.text(brackets ? "(" : before)),
            new Part.Operand(operand),
            new Part.Code(Fragment.text(brackets ? ")" + after : after))),
        new TypeText(type.text(), Shape.REFERENCE));
  }

  /** Whether a method can only be called on what is left of it when that stands in brackets. */
  private static boolean isCompound(Expr operand) {
    if (operand instanceof Expr.Combine combine) {
      return combine.parts().stream()
          .anyMatch(part -> part instanceof Part.Code code && isCompound(code.text()));
    }
    return (operand instanceof Pure pure && isCompound(pure.code()))
        || (operand instanceof Expr.Sequence sequence && isCompound(sequence.value().code()));
  }

  /** Whether a method can only be called on the text when it stands in brackets. */
  private static boolean isCompound(Fragment code) {
    return code.pieces().stream()
        .anyMatch(
            piece ->
                piece instanceof Piece.Bound
                    || (piece instanceof Piece.Text text
                        && text.text().chars().anyMatch(c -> " ?:+-".indexOf(c) >= 0)));
  }
}
