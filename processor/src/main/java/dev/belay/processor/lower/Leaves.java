package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Jump;
import dev.belay.processor.lower.ir.SourceLines;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes suspension points; a machine in place of a stage is an {@link Invocation}.
 *
 * <pre>{@code
 * x = await(s);                                 // line 12
 *
 * Object outcome = null;                        // announce
 * // 12: x = await(s);                          // leave
 * outcome = awaiting(s);
 * if (outcome == WAITING) return suspendAt(1);
 *
 * if (at == 1) {                                // enter
 *   if (closing()) return END;
 *   at = 0;
 *   outcome = taken();
 * }
 * x = (T) outcome;
 * }</pre>
 *
 * So an outcome that is there is never stored in a field, which costs as much as all the rest of
 * such an await. In a large body it is, and in one for all: see {@link Frame#shared}.
 */
final class Leaves {
  private static final TypeText CHILD =
      TypeText.reference(
          Fragment.of(TypeText.named("dev.belay.internal", "GeneratorMachine").text(), "<?>"));

  /** {@code await(queue.get())}: a future is made only if there is nothing to be taken. */
  private static final TypeText TAKE = TypeText.named("dev.belay.internal", "Take");

  private final Emitter emitter;
  private final Clearing clearing;
  private final SourceLines lines;
  private final IdentityHashMap<Suspend, Variable> outcomes = new IdentityHashMap<>();
  private final IdentityHashMap<Suspend, Variable> children = new IdentityHashMap<>();

  Leaves(Emitter emitter, Clearing clearing, SourceLines lines) {
    this.emitter = emitter;
    this.clearing = clearing;
    this.lines = lines;
  }

  /** Before the two cells that an await divides: declares what both of them know. */
  void announce(@Nullable Suspend point, List<Code> out) {
    if (!(point instanceof Suspend.Await await) || await.result() == null) {
      return;
    }
    Variable outcome = emitter.frame.outcome();
    if (outcome == null) {
      outcome = emitter.fresh.temporary("outcome", TypeText.OBJECT);
      out.add(Code.line(TypeText.OBJECT.text(), " ", outcome, " = null;"));
    }
    outcomes.put(point, outcome);
  }

  /** The end of the cell before an await or a yield. */
  void leave(Suspend point, List<Code> out) {
    comment(point, out);
    clearBefore(point, out);
    if (point instanceof Suspend.Await await) {
      Fragment stage = emitter.prepare(Fragments.code(await.stage()), out);
      out.add(suspend(Fragment.of("if (", asked(await, stage, out), " == WAITING)"), point));
    } else if (point instanceof Suspend.Emit emit) {
      Fragment value = emitter.prepare(Fragments.code(emit.value()), out);
      out.add(Code.line(ours("return yieldAt(" + point.point() + ", ", point), value, ");"));
    }
  }

  /** Asks for the outcome, and puts it where it is to be kept. */
  private Fragment asked(Suspend.Await await, Fragment stage, List<Code> out) {
    boolean call = await.stage().type().equals(TypeText.CALL);
    Variable outcome = outcomes.get(await);
    if (call && !await.release()) {
      if (outcome == null) {
        outcome = emitter.fresh.temporary("outcome", TypeText.OBJECT);
        out.add(Code.line(TypeText.OBJECT.text(), " ", outcome, ";"));
      }
      out.add(Invocation.of(stage, outcome, await.line(), emitter.fresh));
      return Fragment.read(outcome);
    }
    Fragment asked;
    if (!await.stage().type().equals(TypeText.QUEUE)) {
      String verb = call ? "invokingRelease(" : await.release() ? "awaitingRelease(" : "awaiting(";
      asked = Fragment.of(ours(verb, await), stage, ")");
    } else if (await.release()) {
      asked = Fragment.of(ours("awaitingRelease((", await), stage, ").get())");
    } else {
      asked = Fragment.of(TAKE.text(), ours(".awaiting(this, ", await), stage, ")");
    }
    if (outcome == null) {
      return asked;
    }
    out.add(Code.line(Fragment.assign(outcome, asked), ";"));
    return Fragment.read(outcome);
  }

  /** The beginning of the cell after it; or all of a point that asks again. */
  void enter(Suspend point, List<Code> out) {
    if (point instanceof Suspend.Await await) {
      Variable outcome = outcomes.get(point);
      List<Code> resumed = new ArrayList<>();
      close(point, "closing()", resumed);
      resumed.add(Code.line(emitter.at + " = 0;"));
      Fragment taken = ours("taken()", point);
      resumed.add(Code.line(outcome == null ? taken : Fragment.assign(outcome, taken), ";"));
      out.add(
          Code.braces(Fragment.text("if (" + emitter.at + " == " + point.point() + ")"), resumed));
      if (outcome != null) {
        take(await.result(), await.declares(), await.type(), Fragment.read(outcome), point, out);
        if (emitter.frame.isField(outcome)) {
          out.add(clear(outcome));
        }
      }
    } else if (point instanceof Suspend.Emit emit) {
      close(point, "closing()", out);
      out.add(Code.line(emitter.at + " = 0;"));
      if (emit.answered()) {
        take(emit.result(), emit.declares(), emit.type(), ours("received()", point), point, out);
      }
    } else if (point instanceof Suspend.Ask ask) {
      comment(point, out);
      clearBefore(point, out);
      boolean opens = ask.opens();
      if (!opens) {
        close(point, emitter.at + " == " + point.point() + " && closing()", out);
      }
      if (ask.own()) {
        askOwn(ask, out);
      } else {
        ask(ask, out);
      }
      if (opens) {
        // A close waits until the opening has been unwound, and is only then obeyed.
        close(point, "closing()", out);
      }
    }
  }

  private void ask(Suspend.Ask ask, List<Code> out) {
    Fragment first = emitter.prepare(ask.first(), out);
    Fragment arguments = first;
    if (!ask.first().equals(ask.again())) {
      Variable again = emitter.fresh.temporary("again", TypeText.BOOLEAN);
      out.add(Code.line("boolean ", again, " = " + emitter.at + " != 0;"));
      arguments = Fragment.of(again, " ? ", ask.again(), " : ", first);
    }
    // Before the question: it may throw, and what catches that is not being resumed.
    out.add(Code.line(emitter.at + " = 0;"));
    Fragment question = question(ask, arguments, out);
    Variable result = ask.result();
    if (result == null) {
      out.add(suspend(Fragment.of(ours("if (", ask), question, ")"), ask));
    } else {
      Fragment asked = Fragment.of(ours("", ask), question);
      out.add(emitter.store(result, true, Fragment.EMPTY, asked));
      out.add(suspend(Fragment.of("if (", result, " == WAITING)"), ask));
    }
  }

  private void askOwn(Suspend.Ask ask, List<Code> out) {
    OwnUse use = new OwnUse(emitter.fresh, emitter.at, ask.line());
    Fragment first = emitter.prepare(ask.first(), out);
    Variable result = ask.result();
    if (result == null) {
      result = emitter.fresh.temporary("leaving", TypeText.BOOLEAN);
      out.add(Code.line("boolean ", result, ";"));
      out.addAll(use.exiting(ask, first, result));
      out.add(suspend(Fragment.of("if (", result, ")"), ask));
    } else {
      if (emitter.frame.isLocal(result)) {
        out.add(Code.line(TypeText.OBJECT.text(), " ", result, ";"));
      }
      out.addAll(use.entering(ask, first, result));
      out.add(suspend(Fragment.of("if (", result, " == WAITING)"), ask));
    }
  }

  /**
   * The question. A loop resumes the generator that it takes from by itself, if it can.
   *
   * <pre>{@code
   * for (;;) { ask pulling(iterator) ... }
   *
   * for (GeneratorMachine<?> child = child(iterator); ; ) {
   *   Object outcome = child == null || cancels() ? pulling(iterator) : child.resume();
   *   if (outcome == WAITING) ...
   * }
   * }</pre>
   */
  private Fragment question(Suspend.Ask ask, Fragment arguments, List<Code> out) {
    Fragment asked = Fragment.of(ask.method() + "(", arguments, ")");
    if (!ask.polls()) {
      return asked;
    }
    if (!children.containsKey(ask)) {
      out.add(Code.line(child(ask, out), ";"));
    }
    Variable child = Objects.requireNonNull(children.get(ask));
    return Fragment.of(child, " == null || cancels() ? ", asked, " : ", child, ".resume()");
  }

  /** What a loop declares that takes from a generator: once, not in each turn. */
  Fragment child(Suspend.Ask ask, List<Code> out) {
    Variable child = emitter.fresh.temporary("child", CHILD);
    children.put(ask, child);
    Fragment arguments = emitter.prepare(ask.first(), out);
    return Fragment.of(CHILD.text(), " ", child, " = child(", arguments, ")");
  }

  /** What can throw here is thrown at the line of the suspension. */
  private static Fragment ours(String text, Suspend point) {
    return Fragment.text(text, point.line());
  }

  private void comment(Suspend point, List<Code> out) {
    String purpose = point instanceof Suspend.Ask ask ? ask.purpose() : "";
    String text = purpose.isEmpty() ? lines.at(point.line()) : purpose;
    if (!text.isEmpty()) {
      out.add(new Code.Comment(point.line() + ": " + text));
    }
  }

  private Code suspend(Fragment head, Suspend point) {
    List<Code> body = new ArrayList<>();
    clearing.at(point).waiting().forEach(dead -> body.add(clear(dead)));
    body.add(Code.line("return suspendAt(" + point.point() + ");"));
    return Code.braces(head, body);
  }

  private void clearBefore(Suspend point, List<Code> out) {
    clearing.at(point).before().forEach(dead -> out.add(clear(dead)));
  }

  private static Code clear(Variable variable) {
    return Code.line(Clearing.cleared(variable), ";");
  }

  private void close(Suspend point, String condition, List<Code> out) {
    Stmt onClose = point.onClose();
    if (onClose != null) {
      List<Code> body = new ArrayList<>();
      if (emitter.isGuarded() || !onClose.equals(Jump.Return.PLAIN)) {
        // What runs on the way out is not being resumed.
        body.add(Code.line(emitter.at + " = 0;"));
      }
      body.addAll(emitter.list(Rewriter.asBlock(onClose)));
      out.add(Code.braces(Fragment.text("if (" + condition + ")"), body));
    }
  }

  private void take(
      @Nullable Variable result,
      boolean declares,
      TypeText type,
      Fragment call,
      Suspend point,
      List<Code> out) {
    if (result == null) {
      out.add(Code.line(call, ";"));
      return;
    }
    // Java casts what a generic method returns to the type that is wanted, not to the inferred one.
    TypeText wanted = result.type().isReference() && type.isReference() ? result.type() : type;
    boolean any = wanted.text().equals(TypeText.OBJECT.text());
    Fragment value = any ? call : Fragment.of(ours("(", point), wanted.text(), ") ", call);
    out.add(emitter.store(result, declares, Fragment.EMPTY, value));
  }
}
