package dev.belay.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import org.jspecify.annotations.Nullable;

/** Finds the token of the first suspension in a tree, so that a message can point at it. */
final class SuspensionFinder extends TreePathScanner<Void, @Nullable Void> {
  private final BodyContext context;
  private final boolean yieldsOnly;
  private @Nullable Tree found;

  private SuspensionFinder(BodyContext context, boolean yieldsOnly) {
    this.context = context;
    this.yieldsOnly = yieldsOnly;
  }

  static @Nullable Tree first(BodyContext context, TreePath parent, Tree tree) {
    return find(new SuspensionFinder(context, false), parent, tree);
  }

  static @Nullable Tree firstYield(BodyContext context, TreePath parent, Tree tree) {
    return find(new SuspensionFinder(context, true), parent, tree);
  }

  private static @Nullable Tree find(SuspensionFinder finder, TreePath parent, Tree tree) {
    finder.scan(new TreePath(parent, tree), null);
    return finder.found;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
    Intrinsic intrinsic = Intrinsic.of(context.trees(), getCurrentPath()).orElse(null);
    boolean wanted =
        yieldsOnly
            ? intrinsic == Intrinsic.YIELD || intrinsic == Intrinsic.YIELD_ALL
            : intrinsic != null;
    if (found == null && wanted) {
      found = Intrinsic.token(call);
    }
    return super.visitMethodInvocation(call, unused);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, @Nullable Void unused) {
    return null;
  }
}
