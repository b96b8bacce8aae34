package dev.belay.processor.source;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Expressions of which parts may mean something else, or nothing, where no type is expected (JLS
 * 15.12): calls whose type arguments are inferred, with lambdas among what they are given.
 *
 * <pre>{@code
 * Function<String, Integer> f = completed(s -> s.length());  // s is a String
 * var f = completed(s -> s.length());                        // s is an Object
 * }</pre>
 */
final class TargetTyped {
  private final BodyContext context;

  TargetTyped(BodyContext context) {
    this.context = context;
  }

  boolean is(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree inner) {
      return is(new TreePath(path, inner.getExpression()));
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return is(new TreePath(path, choice.getTrueExpression()))
          || is(new TreePath(path, choice.getFalseExpression()));
    }
    if (tree instanceof MethodInvocationTree call) {
      return call.getTypeArguments().isEmpty()
          && context.element(new TreePath(path, call.getMethodSelect()))
              instanceof ExecutableElement method
          && !method.getTypeParameters().isEmpty()
          && (anyFunction(path, call.getArguments()) || isOfAnything(method, call.getArguments()));
    }
    return tree instanceof NewClassTree creation
        && isDiamond(creation)
        && (creation.getClassBody() != null || anyFunction(path, creation.getArguments()));
  }

  private boolean isDiamond(NewClassTree creation) {
    Tree type = creation.getIdentifier();
    String written = context.source().substring(context.start(type), context.end(type));
    return written.replaceAll("\\s", "").endsWith("<>");
  }

  /** Whether not even that it is a function is known of a lambda, but for what is expected. */
  private static boolean isOfAnything(
      ExecutableElement method, List<? extends ExpressionTree> arguments) {
    List<? extends VariableElement> parameters = method.getParameters();
    for (int i = 0; i < arguments.size(); i++) {
      TypeMirror type = parameters.get(Math.min(i, parameters.size() - 1)).asType();
      TypeMirror element = type instanceof ArrayType array ? array.getComponentType() : type;
      if (arguments.get(i) instanceof LambdaExpressionTree
          && element.getKind() == TypeKind.TYPEVAR) {
        return true;
      }
    }
    return false;
  }

  private boolean anyFunction(TreePath path, List<? extends ExpressionTree> arguments) {
    return arguments.stream().map(each -> new TreePath(path, each)).anyMatch(this::isFunction);
  }

  private boolean isFunction(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof MemberReferenceTree) {
      return true;
    }
    if (tree instanceof LambdaExpressionTree lambda) {
      return !lambda.getParameters().isEmpty()
          || (lambda.getBodyKind() == LambdaExpressionTree.BodyKind.EXPRESSION
              ? isFunction(new TreePath(path, lambda.getBody()))
              : mentionsFunctions(lambda.getBody()));
    }
    return tree instanceof ParenthesizedTree inner
        ? isFunction(new TreePath(path, inner.getExpression()))
        : is(path);
  }

  /** What it returns may be one; that it is another's costs nothing. */
  private static boolean mentionsFunctions(Tree body) {
    boolean[] found = {false};
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
        found[0] = true;
        return null;
      }

      @Override
      public Void visitMemberReference(MemberReferenceTree tree, Void nothing) {
        found[0] = true;
        return null;
      }
    }.scan(body, null);
    return found[0];
  }
}
