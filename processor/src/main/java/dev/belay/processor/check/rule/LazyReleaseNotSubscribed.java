package dev.belay.processor.check.rule;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.match.Dropped;
import dev.belay.processor.check.match.Known;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import javax.lang.model.type.TypeMirror;

/** A release that only describes itself, and that nobody subscribes to. */
final class LazyReleaseNotSubscribed implements Rule.OnStatement, Rule.OnLambda, Rule.OnReference {
  private static final RuleInfo INFO =
      new RuleInfo(
          "LazyReleaseNotSubscribed",
          "the publisher of a release is dropped, so nothing is released",
          Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(ExpressionStatementTree tree, RuleContext context) {
    return Dropped.call(tree).map(call -> judge(call, context)).orElse(List.of());
  }

  @Override
  public List<Mistake> check(LambdaExpressionTree tree, RuleContext context) {
    return Dropped.call(tree, context).map(call -> judge(call, context)).orElse(List.of());
  }

  @Override
  public List<Mistake> check(MemberReferenceTree tree, RuleContext context) {
    return Dropped.release(tree, context)
        .filter(release -> release.kind() == Release.Kind.LAZY)
        .map(release -> mistake(tree, context.text(tree)))
        .map(
            it ->
                List.of(it.because(Known.of(context.type(tree.getQualifierExpression()), context))))
        .orElse(List.of());
  }

  private static List<Mistake> judge(MethodInvocationTree call, RuleContext context) {
    return Calls.release(context, call)
        .filter(release -> release.kind() == Release.Kind.LAZY && !Calls.isOnMock(context, call))
        .map(release -> mistake(call, context.brief(call)))
        .map(it -> List.of(it.because(Known.of(type(call, context), context))))
        .orElse(List.of());
  }

  private static TypeMirror type(MethodInvocationTree call, RuleContext context) {
    ExpressionTree receiver = Calls.receiver(call);
    return context.type(receiver == null ? call : receiver);
  }

  private static Mistake mistake(Tree at, String text) {
    return Mistake.at(
        at,
        "'" + text + "' releases nothing: its publisher is dropped",
        "a publisher does nothing before it is subscribed, so the resource stays open",
        "make it part of the pipeline (usingWhen, then, call), or subscribe to it");
  }
}
