package dev.belay.processor.check.rule;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import dev.belay.processor.model.ClassTemplates;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** A word of bodies in a method that is not compiled: mostly, its annotation was forgotten. */
final class SuspensionOutsideBody implements Rule.OnCall, Rule.OnReference {
  private static final RuleInfo INFO =
      new RuleInfo(
          "SuspensionOutsideBody",
          "await, each or using where no body is compiled",
          Severity.ERROR);

  private static final Set<String> WORDS = Set.of("await", "each", "using");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    return judge(tree.getMethodSelect(), context.method(tree), context);
  }

  @Override
  public List<Mistake> check(MemberReferenceTree tree, RuleContext context) {
    return judge(tree, context.method(tree), context);
  }

  private static List<Mistake> judge(
      Tree token, @Nullable ExecutableElement method, RuleContext context) {
    if (method == null
        || !WORDS.contains(method.getSimpleName().toString())
        || !(method.getEnclosingElement() instanceof TypeElement owner)
        || !owner.getQualifiedName().contentEquals("dev.belay.Async")
        || isInTemplate(context)) {
      return List.of();
    }
    return List.of(
        Mistake.at(
            token,
            "'" + method.getSimpleName() + "' outside of a template",
            "only the bodies of methods with @AsyncMethod, @AsyncGenerator or @AsyncResource are"
                + " compiled; anywhere else it throws",
            "annotate the method and call its companion, or chain on the stage"));
  }

  /** Anywhere inside a template the compiler has looked, and said what it does not like. */
  private static boolean isInTemplate(RuleContext context) {
    for (TreePath up = context.path(); up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof MethodTree
          && context.element(up.getLeaf()) instanceof ExecutableElement method
          && (Templates.isTemplate(method) || ClassTemplates.isTemplate(context.types(), method))) {
        return true;
      }
    }
    return false;
  }
}
