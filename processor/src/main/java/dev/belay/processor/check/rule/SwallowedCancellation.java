package dev.belay.processor.check.rule;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Suspensions;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A body takes its own cancellation for a failure, and goes on. */
final class SwallowedCancellation implements Rule.OnTry {
  private static final RuleInfo INFO =
      new RuleInfo(
          "SwallowedCancellation",
          "a catch clause around an await swallows the cancellation of the body",
          Severity.WARNING);

  private static final String CANCELLATION = "java.util.concurrent.CancellationException";

  private static final Set<String> LOGS =
      Set.of("debug", "error", "fine", "info", "log", "print", "println", "trace", "warn");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(TryTree tree, RuleContext context) {
    TreePath template = Templates.enclosing(context);
    if (template == null
        || tree.getCatches().isEmpty()
        || Suspensions.in(tree.getBlock(), context).isEmpty()
        || cancels((MethodTree) template.getLeaf())) {
      return List.of();
    }
    for (CatchTree clause : tree.getCatches()) {
      Tree caught = cancellation(clause, context);
      if (caught != null) { // later clauses do not see it
        return !isNamed(caught, context) && swallows(clause, context)
            ? List.of(mistake(caught, clause))
            : List.of();
      }
    }
    return List.of();
  }

  /** The caught type that a cancellation is of; null if the clause does not catch it. */
  private static @Nullable Tree cancellation(CatchTree clause, RuleContext context) {
    TypeElement cancellation = context.elements().getTypeElement(CANCELLATION);
    Tree declared = clause.getParameter().getType();
    List<? extends Tree> alternatives =
        declared instanceof UnionTypeTree union ? union.getTypeAlternatives() : List.of(declared);
    for (Tree type : alternatives) {
      if (cancellation != null
          && context.types().isSubtype(cancellation.asType(), context.type(type))) {
        return type;
      }
    }
    return null;
  }

  /** Who names the type has thought of it. */
  private static boolean isNamed(Tree caught, RuleContext context) {
    return context.type(caught).toString().equals(CANCELLATION);
  }

  /** Whoever cancels in the same body expects the exception. */
  private static boolean cancels(MethodTree template) {
    return Bodies.all(template.getBody(), MethodInvocationTree.class).stream()
        .anyMatch(call -> Calls.name(call).startsWith("cancel"));
  }

  private static boolean swallows(CatchTree clause, RuleContext context) {
    return context.element(clause.getParameter()) instanceof VariableElement failure
        && Bodies.own(clause.getBlock(), ThrowTree.class).isEmpty()
        && Bodies.own(clause.getBlock(), InstanceOfTree.class).isEmpty()
        && !isKept(clause, failure, context);
  }

  /** A failure that is reported otherwise than by a line in a log is not lost. */
  private static boolean isKept(CatchTree clause, VariableElement failure, RuleContext context) {
    long mentions =
        Bodies.all(clause.getBlock(), IdentifierTree.class).stream()
            .filter(it -> failure.equals(context.element(it)))
            .count();
    long logged =
        Bodies.own(clause.getBlock(), MethodInvocationTree.class).stream()
            .filter(call -> LOGS.contains(Calls.name(call)))
            .flatMap(call -> Bodies.all(call, IdentifierTree.class).stream())
            .filter(it -> failure.equals(context.element(it)))
            .count();
    return mentions > logged
        || Bodies.own(clause.getBlock(), ReturnTree.class).stream()
            .map(ReturnTree::getExpression)
            .anyMatch(SwallowedCancellation::isResult)
        || Bodies.own(clause.getBlock(), MethodInvocationTree.class).stream()
            .anyMatch(call -> Calls.name(call).startsWith("fail"));
  }

  /** An object that is made for the occasion tells of the failure. */
  private static boolean isResult(@Nullable ExpressionTree value) {
    return value != null && !Bodies.own(value, NewClassTree.class).isEmpty();
  }

  private static Mistake mistake(Tree caught, CatchTree clause) {
    return Mistake.at(
        caught,
        "this clause catches the cancellation of the body too, and does not pass it on",
        "the body goes on as if only its await had failed, and who cancelled it waits in vain",
        "catch (CancellationException "
            + clause.getParameter().getName()
            + ") { throw "
            + clause.getParameter().getName()
            + "; } before it, or a narrower type");
  }
}
