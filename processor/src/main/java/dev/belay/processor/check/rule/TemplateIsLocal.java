package dev.belay.processor.check.rule;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import dev.belay.AsyncResource;
import dev.belay.processor.check.match.Templates;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;

/** A template in a class that no companion could name: annotation rounds do not even see it. */
final class TemplateIsLocal implements Rule.OnMethod, Rule.OnClass {
  private static final RuleInfo INFO =
      new RuleInfo(
          "TemplateIsLocal", "a template stands in a local or anonymous class", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodTree tree, RuleContext context) {
    if (!(context.element(tree) instanceof ExecutableElement method)
        || !Templates.isTemplate(method)
        || !(method.getEnclosingElement() instanceof TypeElement owner)
        || !Templates.isLocal(owner)) {
      return List.of();
    }
    return List.of(mistake(tree, tree.getName()));
  }

  @Override
  public List<Mistake> check(ClassTree tree, RuleContext context) {
    return context.element(tree) instanceof TypeElement type
            && type.getAnnotation(AsyncResource.class) != null
            && Templates.isLocal(type)
        ? List.of(mistake(tree, tree.getSimpleName()))
        : List.of();
  }

  private static Mistake mistake(Tree token, Name name) {
    return Mistake.at(
        token,
        "'" + name + "' is declared in a class that only one method can name",
        "the companion is another class and could not name it either, so nothing is generated",
        "make the class a member of a class");
  }
}
