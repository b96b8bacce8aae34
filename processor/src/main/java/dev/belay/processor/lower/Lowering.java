package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.LocalClass;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.Sugar;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;

/**
 * The passes, in their order:
 *
 * <ol>
 *   <li>{@link Normalizer} first, since what it writes out contains suspensions and {@code finally}
 *       blocks that the others have to see;
 *   <li>{@link Spilling}: from here on a suspension is a statement;
 *   <li>{@link CatchLowering} before {@link FinallyLowering}: a moved handler lies inside the body
 *       that the {@code finally} guards;
 *   <li>{@link Numbering} when no statement moves any more;
 *   <li>{@link Frame} and {@link Emitter} on what has numbers;
 *   <li>{@link Splitting} last, on what is printed: only then is known what is too large.
 * </ol>
 */
public final class Lowering {
  private Lowering() {}

  /** {@code if (exit == 1) return END;} in front of {@code return END;}. */
  private static boolean isTailExit(Code end, Code code) {
    return code instanceof Code.Braces braces
        && braces.branches().size() == 1
        && braces.branches().get(0).body().equals(List.of(end))
        && braces.branches().get(0).head().reads().stream()
            .allMatch(read -> read.origin() == Variable.Origin.TEMPORARY)
        && braces.branches().get(0).head().reads().stream()
            .anyMatch(read -> read.name().equals("exit"));
  }

  /**
   * The end of a body. What was to return a primitive value gets there only when a resource has
   * suppressed a failure, and has no value then (D7).
   */
  private static Code end(Body body) {
    return !body.result().isReference()
            && body.result().shape() != TypeText.Shape.VOID
            && hasResource(body.block())
        ? Code.line("throw ", TypeText.BODIES.text(), ".valueless();")
        : body.kind().end();
  }

  private static boolean hasResource(Stmt stmt) {
    return stmt instanceof Sugar.Using
        || Parts.of(stmt).statements().stream().anyMatch(Lowering::hasResource);
  }

  /** The classes of the machine: the body's own, and what says types that are read. */
  private static List<LocalClass> classes(Body body, List<Code> code) {
    List<LocalClass> classes = new ArrayList<>();
    body.classes().forEach(each -> classes.add(each.seeing()));
    List<Fragment> texts = new ArrayList<>();
    code.stream().flatMap(Code::fragments).forEach(texts::add);
    classes.forEach(each -> texts.add(each.text()));
    for (LocalClass witness : body.witnesses()) {
      Piece use = new Piece.Text(witness.use());
      if (texts.stream().anyMatch(each -> each.pieces().contains(use))) {
        classes.add(witness);
      }
    }
    return classes;
  }

  /** Compiles a body into a machine. */
  public static MachinePlan lower(Body body) {
    Body lowered =
        Numbering.apply(
            FinallyLowering.apply(CatchLowering.apply(Spilling.apply(Normalizer.apply(body)))));
    Frame frame = Frame.of(lowered);
    boolean ends = Reach.completes(lowered.block());
    List<Code> code = new ArrayList<>(Emitter.emit(lowered, frame));
    if (CodeSize.of(code) > Splitting.LIMIT) {
      frame = frame.shared(lowered.fresh().temporary("outcome", TypeText.OBJECT));
      code = new ArrayList<>(Emitter.emit(lowered, frame));
    }
    while (ends && !code.isEmpty() && isTailExit(body.kind().end(), code.get(code.size() - 1))) {
      code.remove(code.size() - 1);
    }
    String at = Emitter.at(body);
    Splitting.Result split = Splitting.split(at, frame, lowered.fresh(), code);
    List<Code> resume = new ArrayList<>(split.code());
    if (ends) {
      resume.add(end(body));
    }
    List<Code> all = new ArrayList<>(resume);
    split.parts().forEach(part -> all.addAll(part.code()));
    List<Variable> arguments = new ArrayList<>();
    body.self().ifPresent(arguments::add);
    arguments.addAll(body.parameters());
    List<Variable> fields = new ArrayList<>(frame.fields());
    fields.removeAll(arguments);
    return new MachinePlan(
        body.kind(),
        arguments,
        body.hidden(),
        classes(body, all),
        body.declared(),
        fields,
        Names.of(lowered, frame, all),
        at,
        resume,
        split.parts(),
        body.lines().file(),
        PointLines.of(lowered.block()));
  }
}
