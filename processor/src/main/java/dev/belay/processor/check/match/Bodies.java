package dev.belay.processor.check.match;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.belay.processor.check.spi.RuleContext;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Finds things in parts of bodies. */
public final class Bodies {
  private Bodies() {}

  /** The trees of a class in a part of a body that run with it: not those in lambdas or classes. */
  public static <T extends Tree> List<T> own(@Nullable Tree part, Class<T> kind) {
    return found(part, kind, false);
  }

  /** All trees of a class in a part of a body, in lambdas and classes too. */
  public static <T extends Tree> List<T> all(@Nullable Tree part, Class<T> kind) {
    return found(part, kind, true);
  }

  private static <T extends Tree> List<T> found(
      @Nullable Tree part, Class<T> kind, boolean functions) {
    List<T> found = new ArrayList<>();
    new TreeScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        if (kind.isInstance(tree)) {
          found.add(kind.cast(tree));
        }
        boolean isFunction = tree instanceof LambdaExpressionTree || tree instanceof ClassTree;
        return isFunction && tree != part && !functions ? null : super.scan(tree, unused);
      }
    }.scan(part, null);
    return found;
  }

  /** Whether a part of a body names a variable, in lambdas too. */
  public static boolean mentions(RuleContext context, @Nullable Tree part, Element variable) {
    return all(part, IdentifierTree.class).stream()
        .anyMatch(
            identifier ->
                identifier.getName().equals(variable.getSimpleName())
                    && variable.equals(context.element(identifier)));
  }
}
