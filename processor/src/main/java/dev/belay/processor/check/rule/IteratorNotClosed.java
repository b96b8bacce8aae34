package dev.belay.processor.check.rule;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.flow.Holding;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/** An iterator is obtained, and nobody closes it. */
final class IteratorNotClosed implements Rule.OnVariable {
  private static final RuleInfo INFO =
      new RuleInfo(
          "IteratorNotClosed", "an asynchronous iterator is never closed", Severity.WARNING);

  private static final Set<String> RELEASES = Set.of("closeAsync");

  private static final Set<String> LENDS = Set.of("advance", "current", "nextOrDefault", "send");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(VariableTree tree, RuleContext context) {
    if (!(tree.getInitializer() instanceof MethodInvocationTree call)
        || !(context.element(tree) instanceof VariableElement variable)
        || variable.getKind() != ElementKind.LOCAL_VARIABLE
        || !isNew(call, context)) {
      return List.of();
    }
    TreePath scope = Holding.scope(context);
    if (scope == null || !new Holding(context, scope, RELEASES, LENDS).isKept(variable)) {
      return List.of();
    }
    String name = variable.getSimpleName().toString();
    return List.of(
        Mistake.at(
            call,
            "'" + name + "' is never closed",
            "where its elements are not all taken, as after a failure, the finally blocks of its"
                + " source do not run",
            "for (var it : each(...)), or await(" + name + ".closeAsync()) in a finally block"));
  }

  /** A fresh run: of a sequence, or of a conversation, which its companion starts. */
  private static boolean isNew(MethodInvocationTree call, RuleContext context) {
    ExecutableElement method = context.method(call);
    if (method == null || !context.resources().is(context.type(call), "dev.belay.AsyncIterator")) {
      return false;
    }
    boolean isIterator =
        method.getSimpleName().contentEquals("iterator")
            && Calls.isOwnedBy(context, method, "dev.belay.AsyncIterable");
    boolean isConversation =
        method.getModifiers().contains(Modifier.STATIC)
            && method.getEnclosingElement() instanceof TypeElement owner
            && owner.getSimpleName().toString().endsWith("Async")
            && context.resources().is(context.type(call), "dev.belay.AsyncConversation");
    return isIterator || isConversation;
  }
}
