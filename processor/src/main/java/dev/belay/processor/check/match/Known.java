package dev.belay.processor.check.match;

import dev.belay.processor.check.catalog.Fact;
import dev.belay.processor.check.resource.ResourceType;
import dev.belay.processor.check.spi.Certainty;
import dev.belay.processor.check.spi.RuleContext;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What it rests on that a type is a resource. */
public final class Known {
  private Known() {}

  /** The names of its methods alone are a guess, unless the file has the type itself. */
  public static Certainty of(TypeMirror type, RuleContext context) {
    return context.resources().of(type).filter(ResourceType::isNamed).isPresent()
            || context.resources().says(Fact.ENDS, type)
            || isOfThisFile(context.types().asElement(type), context)
        ? Certainty.SHOWN
        : Certainty.LIKELY;
  }

  private static boolean isOfThisFile(@Nullable Element type, RuleContext context) {
    var path = type == null ? null : context.trees().getPath(type);
    return path != null && path.getCompilationUnit() == context.path().getCompilationUnit();
  }
}
