package dev.belay.processor.source;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.Optional;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Gives what patterns bind its identity. */
final class Bindings {
  private final BodyContext context;
  private final Edits edits;

  Bindings(BodyContext context, Edits edits) {
    this.context = context;
    this.edits = edits;
  }

  /**
   * Names a variable, and puts it in its place in the text.
   *
   * @param type its type, if that is not the declared one
   */
  Optional<Variable> name(TreePath path, BindingPatternTree pattern, @Nullable TypeText type) {
    VariableTree variable = pattern.getVariable();
    Element element = context.element(path);
    if (element == null) {
      return Optional.empty();
    }
    Variable named =
        context
            .fresh()
            .variable(
                variable.getName().toString(),
                type == null ? context.typeText(element.asType(), pattern) : type,
                Variable.Origin.BINDING);
    context.name(element, named);
    int end = context.end(variable);
    int length = variable.getName().length();
    if (context.source().startsWith(variable.getName().toString(), end - length)) {
      edits.replace(end - length, end, new Piece.Binding(named));
    } else {
      // Written with an escape; the name is what stands behind the type.
      edits.replace(
          Math.max(context.end(variable.getType()) + 1, 0), end, new Piece.Binding(named));
    }
    return Optional.of(named);
  }
}
