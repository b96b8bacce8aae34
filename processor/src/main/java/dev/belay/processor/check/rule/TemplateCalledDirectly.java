package dev.belay.processor.check.rule;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
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

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    return judge(tree.getMethodSelect(), context.method(tree));
  }

  @Override
  public List<Mistake> check(MemberReferenceTree tree, RuleContext context) {
    return judge(tree, context.method(tree));
  }

  private static List<Mistake> judge(Tree token, @Nullable ExecutableElement method) {
    if (method == null
        || !Templates.isTemplate(method)
        || !(method.getEnclosingElement() instanceof TypeElement owner)) {
      return List.of();
    }
    String companion = Templates.companion(owner) + "." + method.getSimpleName();
    return List.of(
        Mistake.at(
            token,
            "'" + method.getSimpleName() + "' is a template and cannot be called",
            "its body is compiled into "
                + companion
                + "; called directly it does nothing but throw",
            companion + "(" + Templates.arguments(token, method) + ")"));
  }
}
