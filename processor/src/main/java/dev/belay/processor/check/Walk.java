package dev.belay.processor.check;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** One walk over a class, which shows every tree to the rules that look at its kind. */
final class Walk extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final RuleTable rules;
  private final RuleContext context;
  private final Sink sink;

  /** Takes what the rules say. */
  interface Sink {
    void found(Rule rule, RuleContext context, Mistake mistake);

    void failed(Rule rule, RuleContext context, Throwable failure);
  }

  /**
   * @param context at the class
   */
  Walk(RuleTable rules, RuleContext context, Sink sink) {
    this.rules = rules;
    this.context = context;
    this.sink = sink;
  }

  private <R extends Rule, T> void show(List<R> rules, T tree, Check<R, T> check) {
    if (rules.isEmpty()) {
      return;
    }
    RuleContext here = context.at(getCurrentPath());
    for (R rule : rules) {
      try {
        for (Mistake mistake : check.of(rule, tree, here)) {
          sink.found(rule, here, mistake);
        }
      } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
        sink.failed(rule, here, e); // one rule's fault must not cost the compilation
      }
    }
  }

  private interface Check<R, T> {
    List<Mistake> of(R rule, T tree, RuleContext context);
  }

  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    if (isGenerated(context.element(tree))) {
      return null;
    }
    show(rules.onClass, tree, Rule.OnClass::check);
    return super.visitClass(tree, unused);
  }

  /** What another tool wrote is that tool's to correct. */
  private static boolean isGenerated(@Nullable Element element) {
    return element != null
        && element.getAnnotationMirrors().stream()
            .anyMatch(
                mark ->
                    mark.getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .contentEquals("Generated"));
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    show(rules.onMethod, tree, Rule.OnMethod::check);
    return super.visitMethod(tree, unused);
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    show(rules.onVariable, tree, Rule.OnVariable::check);
    return super.visitVariable(tree, unused);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    show(rules.onCall, tree, Rule.OnCall::check);
    return super.visitMethodInvocation(tree, unused);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    show(rules.onNew, tree, Rule.OnNew::check);
    return super.visitNewClass(tree, unused);
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    show(rules.onLambda, tree, Rule.OnLambda::check);
    return super.visitLambdaExpression(tree, unused);
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    show(rules.onReference, tree, Rule.OnReference::check);
    return super.visitMemberReference(tree, unused);
  }

  @Override
  public @Nullable Void visitExpressionStatement(
      ExpressionStatementTree tree, @Nullable Void unused) {
    show(rules.onStatement, tree, Rule.OnStatement::check);
    return super.visitExpressionStatement(tree, unused);
  }

  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    show(rules.onTry, tree, Rule.OnTry::check);
    return super.visitTry(tree, unused);
  }

  @Override
  public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
    show(rules.onLoop, tree, Rule.OnLoop::check);
    return super.visitEnhancedForLoop(tree, unused);
  }

  @Override
  public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
    show(rules.onSynchronized, tree, Rule.OnSynchronized::check);
    return super.visitSynchronized(tree, unused);
  }
}
