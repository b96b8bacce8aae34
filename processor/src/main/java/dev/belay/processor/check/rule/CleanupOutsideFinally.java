package dev.belay.processor.check.rule;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.match.Bodies;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.match.Yields;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A release behind a yield: a failure that is thrown at the yield skips it. */
final class CleanupOutsideFinally implements Rule.OnMethod {
  private static final RuleInfo INFO =
      new RuleInfo(
          "CleanupOutsideFinally",
          "a release after yield is skipped when the yield fails",
          Severity.ERROR);

  private static final Set<String> RELEASES =
      Set.of(
          "close",
          "closeAsync",
          "asyncClose",
          "disconnect",
          "dispose",
          "disposeAsync",
          "free",
          "giveBack",
          "release",
          "releaseAsync",
          "shutdown",
          "shutdownAsync",
          "unlock",
          "unlockAsync");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodTree tree, RuleContext context) {
    if (!(context.element(tree) instanceof ExecutableElement method)
        || !Templates.isTemplate(method)) {
      return List.of();
    }
    List<Mistake> mistakes = new ArrayList<>();
    for (MethodInvocationTree yield : Yields.in(tree.getBody(), context)) {
      TreePath path = TreePath.getPath(context.path(), yield);
      if (path != null) {
        follow(path, context, mistakes);
      }
    }
    return mistakes;
  }

  /** From a yield outwards: what comes after it, less what a finally or catch releases too. */
  private static void follow(TreePath yield, RuleContext context, List<Mistake> mistakes) {
    int start = context.start(yield.getLeaf());
    Set<Element> safe = new HashSet<>();
    TreePath child = yield;
    for (TreePath up = yield.getParentPath(); up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof MethodTree) {
        return;
      } else if (up.getLeaf() instanceof TryTree tree && child.getLeaf() == tree.getBlock()) {
        Stream.concat(
                Stream.ofNullable(tree.getFinallyBlock()),
                tree.getCatches().stream().map(CatchTree::getBlock))
            .forEach(
                block ->
                    released(block, context).forEach(call -> safe.add(variable(call, context))));
      } else if (up.getLeaf() instanceof BlockTree block) {
        judge(after(block, child.getLeaf()), start, safe, context, mistakes);
      }
      child = up;
    }
  }

  private static List<? extends StatementTree> after(BlockTree block, Tree child) {
    int index = block.getStatements().indexOf(child);
    return block.getStatements().subList(index + 1, block.getStatements().size());
  }

  private static void judge(
      List<? extends StatementTree> statements,
      int yield,
      Set<Element> safe,
      RuleContext context,
      List<Mistake> mistakes) {
    for (StatementTree statement : statements) {
      for (MethodInvocationTree call : released(statement, context)) {
        VariableElement variable = variable(call, context);
        if (variable != null && !safe.contains(variable) && isAcquired(variable, yield, context)) {
          mistakes.add(mistake(call, statement, variable, context));
        }
      }
    }
  }

  /** The calls in a part of a body that release a variable. */
  private static List<MethodInvocationTree> released(Tree part, RuleContext context) {
    return Bodies.own(part, MethodInvocationTree.class).stream()
        .filter(call -> variable(call, context) != null)
        .filter(
            call -> RELEASES.contains(Calls.name(call)) || Calls.release(context, call).isPresent())
        .filter(call -> !Calls.name(call).equals("rollbackAsync"))
        .toList();
  }

  /** What a release is called on, or is given; null unless that is a local variable. */
  private static @Nullable VariableElement variable(
      MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    VariableElement variable = receiver == null ? null : Calls.variable(context, receiver);
    if ((variable == null || variable.getKind() != ElementKind.LOCAL_VARIABLE)
        && call.getArguments().size() == 1) {
      variable = Calls.variable(context, call.getArguments().get(0));
    }
    return variable != null && variable.getKind() == ElementKind.LOCAL_VARIABLE ? variable : null;
  }

  /** Whether a variable is declared, with a value, before a place. */
  private static boolean isAcquired(VariableElement variable, int before, RuleContext context) {
    return Bodies.own(((MethodTree) context.path().getLeaf()).getBody(), VariableTree.class)
        .stream()
        .anyMatch(
            tree ->
                tree.getInitializer() != null
                    && context.start(tree) < before
                    && variable.equals(context.element(tree)));
  }

  private static Mistake mistake(
      MethodInvocationTree call,
      StatementTree statement,
      VariableElement variable,
      RuleContext context) {
    ExpressionTree release =
        statement instanceof ExpressionStatementTree whole
            ? whole.getExpression() // with what awaits it
            : call;
    return Mistake.at(
        call,
        "'" + variable.getSimpleName() + "' is released only when the yield succeeds",
        "a failure of the block that uses the resource is thrown at the yield, and an early close"
            + " ends the body there: the resource stays open",
        "try { ...yield(...); } finally { " + context.brief(release) + "; }");
  }
}
