package dev.belay.processor.source;

import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.Optional;
import javax.lang.model.element.Element;

/** Gives what patterns bind its identity. */
final class Bindings {
  private final BodyContext context;

  Bindings(BodyContext context) {
    this.context = context;
  }

  /** Names a variable, and puts it in its place in the text. */
  Optional<Variable> name(TreePath path, VariableTree variable, Edits edits) {
    Element element = context.element(path);
    if (element == null) {
      return Optional.empty();
    }
    Optional<Variable> named =
        variable(path, variable, context.typeText(element.asType(), variable));
    int end = context.end(variable);
    int length = variable.getName().length();
    boolean plain = context.source().startsWith(variable.getName().toString(), end - length);
    // Written with an escape, the name is what stands behind the type.
    int start = plain ? end - length : Math.max(context.end(variable.getType()) + 1, 0);
    named.ifPresent(one -> edits.replace(start, end, new Piece.Binding(one)));
    return named;
  }

  /** Names a variable that is declared elsewhere. */
  Optional<Variable> variable(TreePath path, VariableTree variable, TypeText type) {
    Element element = context.element(path);
    if (element == null) {
      return Optional.empty();
    }
    String name = variable.getName().toString();
    Variable named = context.fresh().variable(name, type, Variable.Origin.BINDING);
    context.name(element, named);
    return Optional.of(named);
  }
}
