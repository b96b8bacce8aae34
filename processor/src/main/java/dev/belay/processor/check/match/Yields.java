package dev.belay.processor.check.match;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.belay.processor.check.spi.RuleContext;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The calls by which a template hands out values. */
public final class Yields {
  private static final Set<String> OWNERS = Set.of("dev.belay.Exchange", "dev.belay.Yield");

  private Yields() {}

  /** The yields of a part of a body, in their order; not those in lambdas. */
  public static List<MethodInvocationTree> in(@Nullable Tree part, RuleContext context) {
    return Bodies.own(part, MethodInvocationTree.class).stream()
        .filter(call -> isYield(call, context))
        .toList();
  }

  /** Whether a call hands out a value. */
  public static boolean isYield(MethodInvocationTree call, RuleContext context) {
    String name = Calls.name(call);
    if (!name.equals("yield") && !name.equals("yieldAll")) {
      return false;
    }
    ExecutableElement method = context.method(call);
    return method != null
        && method.getEnclosingElement() instanceof TypeElement owner
        && OWNERS.contains(owner.getQualifiedName().toString());
  }
}
