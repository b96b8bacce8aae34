package dev.belay.processor.check.match;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.belay.processor.check.spi.RuleContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The calls in the body of a template at which it may stop, to go on later and elsewhere. */
public final class Suspensions {
  private static final Map<String, Set<String>> CALLS =
      Map.of(
          "dev.belay.Async", Set.of("await", "each", "using"),
          "dev.belay.Exchange", Set.of("yield", "yieldAll"),
          "dev.belay.Yield", Set.of("yield", "yieldAll"));

  private Suspensions() {}

  /** The suspensions of a part of a body, in their order; not those in lambdas. */
  public static List<MethodInvocationTree> in(@Nullable Tree part, RuleContext context) {
    return Bodies.own(part, MethodInvocationTree.class).stream()
        .filter(call -> isOne(call, context))
        .toList();
  }

  /** Whether a body may stop at a call. */
  public static boolean isOne(MethodInvocationTree call, RuleContext context) {
    ExecutableElement method = context.method(call);
    return method != null
        && method.getEnclosingElement() instanceof TypeElement owner
        && CALLS
            .getOrDefault(owner.getQualifiedName().toString(), Set.of())
            .contains(Calls.name(call));
  }
}
