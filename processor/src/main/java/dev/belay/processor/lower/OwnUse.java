package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Fresh;
import dev.belay.processor.lower.ir.Suspend;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.List;

/**
 * Writes the use of a resource template of the same companion, which the body resumes itself: once
 * to open it and once to release it. If it waits there, it is asked again as any other.
 *
 * <pre>{@code
 * Row row = using(RowsAsync.open(key));
 * rest
 *
 * Object outcome;
 * if (at == 0) {
 *   var scope = RowsAsync.openCall(key);
 *   OwnScope.begin(this, scope);
 *   try {
 *     outcome = scope.resume();
 *   } catch (Throwable thrown) {
 *     throw OwnScope.notEntered(this, scope.getClass(), scope.origin(), thrown);
 *   }
 *   outcome = OwnScope.entered(this, scope, outcome);
 * } else {
 *   at = 0;
 *   outcome = OwnScope.entering(this);
 * }
 * if (outcome == WAITING) return suspendAt(1);
 * opened = OwnScope.opened(outcome);
 * ...
 * boolean leaving;
 * if (at == 0) {
 *   OwnScope.leave(this, opened, failure);
 *   Object left;
 *   try {
 *     left = opened.resume();
 *   } catch (Throwable thrown) {
 *     left = OwnScope.notExited(this, opened.getClass(), opened.origin(), failure, thrown);
 *   }
 *   leaving = OwnScope.exited(this, opened, left);
 * } else {
 *   at = 0;
 *   leaving = OwnScope.exiting(this, failure);
 * }
 * if (leaving) return suspendAt(2);
 * }</pre>
 *
 * Where it fails the machine itself is not handed to anybody, and between opening and release it
 * need not be in a field, so that the JIT makes no object of it as long as nothing waits.
 */
final class OwnUse {
  private static final Fragment RUNTIME = TypeText.named("dev.belay.internal", "OwnScope").text();

  private final Fresh fresh;
  private final String at;
  private final int line;

  /**
   * For one use.
   *
   * @param at the name of the variable that says where the body goes on
   * @param line of the use
   */
  OwnUse(Fresh fresh, String at, int line) {
    this.fresh = fresh;
    this.at = at;
    this.line = line;
  }

  /**
   * Opens.
   *
   * @param machine creates the machine of the template
   * @param outcome takes what comes of it
   */
  List<Code> entering(Suspend.Ask ask, Fragment machine, Variable outcome) {
    if (ask.isRelease()) {
      return asking(outcome, of("enteringRelease(this, "), machine, Fragment.text(")"));
    }
    Variable scope = fresh.temporary("scope", TypeText.CALL);
    Variable thrown = fresh.temporary("thrown", TypeText.THROWABLE);
    Fragment failed =
        Fragment.of("throw ", of("notEntered(this, ", origin(scope), ", ", thrown, ");"));
    List<Code> first =
        List.of(
            Code.line("var ", scope, " = ", machine, ";"),
            new Code.Line(of("begin(this, ", scope, ");")),
            Code.attempt(resumed(scope, outcome), thrown, new Code.Line(failed)),
            assign(outcome, of("entered(this, ", scope, ", ", outcome, ")")));
    return List.of(either(first, assign(outcome, of("entering(this)"))));
  }

  /** The first line of what follows {@link #entering}: the same as what it is. */
  static Fragment opened(Variable outcome) {
    return Fragment.of(RUNTIME, ".opened(", outcome, ")");
  }

  /**
   * Releases.
   *
   * @param opened the open resource
   * @param waits takes whether the body must suspend
   */
  List<Code> exiting(Suspend.Ask ask, Fragment opened, Variable waits) {
    Fragment failure = ask.again();
    if (ask.isRelease()) {
      Fragment rest = Fragment.of(", ", failure, ")");
      return asking(waits, of("exitingRelease(this, "), opened, rest);
    }
    Variable left = fresh.temporary("left", TypeText.OBJECT);
    Variable thrown = fresh.temporary("thrown", TypeText.THROWABLE);
    Fragment failed = of("notExited(this, ", origin(opened), ", ", failure, ", ", thrown, ")");
    List<Code> first =
        List.of(
            new Code.Line(of("leave(this, ", opened, ", ", failure, ");")),
            Code.line(TypeText.OBJECT.text(), " ", left, ";"),
            Code.attempt(resumed(opened, left), thrown, assign(left, failed)),
            assign(waits, of("exited(this, ", opened, ", ", left, ")")));
    return List.of(either(first, assign(waits, of("exiting(this, ", failure, ")"))));
  }

  /** In a release the same is asked again, since nothing is gained there. */
  private List<Code> asking(Variable result, Fragment call, Fragment run, Fragment rest) {
    Variable again = fresh.temporary("again", TypeText.BOOLEAN);
    return List.of(
        Code.line("boolean ", again, " = " + at + " != 0;"),
        Code.line(at + " = 0;"),
        assign(result, Fragment.of(call, again, " ? null : ", run, rest)));
  }

  private Code either(List<Code> first, Code again) {
    List<Code> resumed = List.of(Code.line(at + " = 0;"), again);
    return new Code.Braces(
        List.of(
            new Code.Branch(Fragment.text("if (" + at + " == 0)"), first),
            new Code.Branch(Fragment.text("else"), resumed)),
        Fragment.EMPTY);
  }

  private Code resumed(Object run, Variable outcome) {
    return assign(outcome, Fragment.of(run, Fragment.text(".resume()", line)));
  }

  private static Code assign(Variable variable, Fragment value) {
    return Code.line(Fragment.assign(variable, value), ";");
  }

  private static Fragment origin(Object run) {
    return Fragment.of(run, ".getClass(), ", run, ".origin()");
  }

  /** A call of the runtime; what it throws is thrown at the line of the use. */
  private Fragment of(String call, Object... rest) {
    return Fragment.of(RUNTIME, Fragment.text("." + call, line), Fragment.of(rest));
  }
}
