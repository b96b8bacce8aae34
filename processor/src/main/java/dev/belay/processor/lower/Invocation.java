package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Fresh;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.List;

/**
 * Writes the call of an asynchronous method of the same companion, which the body resumes itself.
 *
 * <pre>{@code
 * x = await(PagesAsync.fetch(url));
 *
 * {
 *   var call = PagesAsync.fetchCall(url);
 *   try {
 *     outcome = call.calledBy(this) ? call.returned(this, call.resume()) : WAITING;
 *   } catch (Throwable thrown) {
 *     throw failed(call.getClass(), call.source(), thrown);
 *   }
 * }
 * }</pre>
 *
 * Where it fails the machine itself is not handed to anybody, so that the JIT need not make an
 * object of it as long as the call does not wait.
 */
final class Invocation {
  private Invocation() {}

  /**
   * The statements.
   *
   * @param machine creates the machine of what is called
   * @param outcome takes what comes of it
   * @param line of the await
   */
  static Code of(Fragment machine, Variable outcome, int line, Fresh fresh) {
    Variable call = fresh.temporary("call", TypeText.CALL);
    Variable thrown = fresh.temporary("thrown", TypeText.THROWABLE);
    Fragment run =
        Fragment.of(
            call,
            Fragment.text(".calledBy(this) ? ", line),
            call,
            ".returned(this, ",
            call,
            ".resume()) : WAITING");
    Fragment failed =
        Fragment.of("throw failed(", call, ".getClass(), ", call, ".source(), ", thrown, ");");
    Code attempt =
        Code.attempt(Code.line(Fragment.assign(outcome, run), ";"), thrown, new Code.Line(failed));
    return Code.braces(
        Fragment.EMPTY, List.of(Code.line("var ", call, " = ", machine, ";"), attempt));
  }
}
