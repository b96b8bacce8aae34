package dev.belay.processor.check.rule;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.match.Bodies;
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

/** A template is called, though its body runs only in the companion. */
final class TemplateCalledDirectly implements Rule.OnCall, Rule.OnReference {
  private static final RuleInfo INFO =
      new RuleInfo(
          "TemplateCalledDirectly",
          "a template is called instead of its companion",
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
    if (method == null || !(method.getEnclosingElement() instanceof TypeElement owner)) {
      return List.of();
    }
    if (Templates.isTemplate(method)) {
      String companion = Templates.companion(owner) + "." + method.getSimpleName();
      return mistake(token, method, companion, Templates.arguments(token, method));
    }
    return ClassTemplates.isTemplate(context.types(), method) && suspends(method, context)
        ? mistake(token, method, Templates.scope(owner) + ".of", "...")
        : List.of();
  }

  /** A method of a resource class that never waits may be called as well. */
  private static boolean suspends(ExecutableElement method, RuleContext context) {
    TreePath path = context.trees().getPath(method);
    return path != null
        && Bodies.own(path.getLeaf(), MethodInvocationTree.class).stream()
            .map(call -> call.getMethodSelect().toString())
            .map(name -> name.substring(name.lastIndexOf('.') + 1))
            .anyMatch(WORDS::contains);
  }

  private static List<Mistake> mistake(
      Tree token, ExecutableElement method, String companion, String arguments) {
    return List.of(
        Mistake.at(
            token,
            "'" + method.getSimpleName() + "' is a template and cannot be called",
            "its body is compiled into "
                + companion
                + "; called directly it does nothing but throw",
            companion + "(" + arguments + ")"));
  }
}
