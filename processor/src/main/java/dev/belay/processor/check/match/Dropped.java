package dev.belay.processor.check.match;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.model.FunctionalInterfaces;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Calls whose value nobody looks at. */
public final class Dropped {
  private Dropped() {}

  /** The call that a statement consists of. */
  public static Optional<MethodInvocationTree> call(ExpressionStatementTree statement) {
    return statement.getExpression() instanceof MethodInvocationTree call
        ? Optional.of(call)
        : Optional.empty();
  }

  /** The call that a lambda consists of, if the lambda returns nothing. */
  public static Optional<MethodInvocationTree> call(
      LambdaExpressionTree lambda, RuleContext context) {
    return lambda.getBody() instanceof MethodInvocationTree call
            && returnsNothing(context, context.type(lambda))
        ? Optional.of(call)
        : Optional.empty();
  }

  /** Whether nobody holds what a call returns: it is a statement, or all of a void lambda. */
  public static boolean is(TreePath call, RuleContext context) {
    Tree parent = call.getParentPath().getLeaf();
    return parent instanceof ExpressionStatementTree
        || (parent instanceof LambdaExpressionTree lambda
            && lambda.getBody() == call.getLeaf()
            && returnsNothing(context, context.type(lambda)));
  }

  /** How a method reference releases, if it stands for a function that returns nothing. */
  public static Optional<Release> release(MemberReferenceTree reference, RuleContext context) {
    ExecutableElement method = context.method(reference);
    if (method == null
        || method.getKind() != ElementKind.METHOD
        || method.getModifiers().contains(Modifier.STATIC)
        || !returnsNothing(context, context.type(reference))) {
      return Optional.empty();
    }
    TypeMirror receiver = context.type(reference.getQualifierExpression());
    return context.resources().release(receiver, method);
  }

  /** Whether the only abstract method of a functional interface is void. */
  public static boolean returnsNothing(RuleContext context, TypeMirror function) {
    return FunctionalInterfaces.method(context.elements(), function)
        .map(method -> method.getReturnType().getKind() == TypeKind.VOID)
        .orElse(false);
  }
}
