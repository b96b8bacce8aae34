package dev.belay.processor.check.flow;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.spi.RuleContext;
import java.util.stream.Stream;
import javax.lang.model.element.VariableElement;

/** What a variable may hold. */
public final class Assigned {
  private Assigned() {}

  /** The initializer of a variable, and all that is assigned to it, in a part of a file. */
  public static Stream<ExpressionTree> to(
      VariableElement variable, Tree part, RuleContext context) {
    Stream<ExpressionTree> declared =
        Bodies.all(part, VariableTree.class).stream()
            .filter(it -> it.getInitializer() != null && variable.equals(context.element(it)))
            .map(VariableTree::getInitializer);
    Stream<ExpressionTree> assigned =
        Bodies.all(part, AssignmentTree.class).stream()
            .filter(it -> variable.equals(Calls.variable(context, it.getVariable())))
            .map(AssignmentTree::getExpression);
    return Stream.concat(declared, assigned);
  }
}
