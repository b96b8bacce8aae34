package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.match.Callback;
import dev.belay.processor.check.match.Callbacks;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.resource.ResourceType;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** A release that waits, on the thread that it waits for. */
final class BlockingCloseInCallback implements Rule.OnCall, Rule.OnReference {
  private static final RuleInfo INFO =
      new RuleInfo(
          "BlockingCloseInCallback",
          "a callback closes a resource and waits for it",
          Severity.WARNING);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    ExecutableElement method = context.method(tree);
    ExpressionTree receiver = Calls.receiver(tree);
    if (method == null || receiver == null) {
      return List.of();
    }
    return judge(tree, context.type(receiver), method, context);
  }

  @Override
  public List<Mistake> check(MemberReferenceTree tree, RuleContext context) {
    ExecutableElement method = context.method(tree);
    if (method == null || Callbacks.of(context, context.path()) == null) {
      return List.of();
    }
    return judge(tree, context.type(tree.getQualifierExpression()), method, context);
  }

  private static List<Mistake> judge(
      Tree tree, TypeMirror receiver, ExecutableElement method, RuleContext context) {
    Optional<Release> release = context.resources().release(receiver, method);
    if (release.isEmpty()
        || release.get().kind() != Release.Kind.BLOCKING
        || context.resources().says(Fact.SPARES, receiver)) {
      return List.of();
    }
    Callback callback =
        tree instanceof MemberReferenceTree
            ? Callbacks.of(context, context.path())
            : Callbacks.around(context);
    if (callback == null) {
      return List.of();
    }
    String name = method.getSimpleName().toString();
    Optional<String> twin =
        context.resources().of(receiver).flatMap(ResourceType::asynchronous).map(Release::method);
    return List.of(
        Mistake.at(
            tree,
            "'" + name + "' waits inside a callback ('" + callback.name() + "')",
            "the thread that runs the callback is often the one that has to finish the release:"
                + " it waits for itself",
            twin.map(it -> "return " + it + "() from thenCompose, so that the caller's stage waits")
                .orElse("close it on an executor whose threads may wait")));
  }
}
