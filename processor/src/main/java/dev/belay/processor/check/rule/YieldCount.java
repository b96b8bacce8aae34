package dev.belay.processor.check.rule;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import dev.belay.AsyncResource;
import dev.belay.processor.check.flow.YieldPaths;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ExecutableElement;

/** A resource is handed out exactly once. */
final class YieldCount implements Rule.OnMethod {
  private static final RuleInfo INFO =
      new RuleInfo("YieldCount", "a resource template can yield never, or twice", Severity.ERROR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Mistake> check(MethodTree tree, RuleContext context) {
    if (!(context.element(tree) instanceof ExecutableElement method)
        || method.getAnnotation(AsyncResource.class) == null
        || tree.getBody() == null) {
      return List.of();
    }
    YieldPaths paths = YieldPaths.of(tree.getBody(), context);
    List<Mistake> mistakes = new ArrayList<>();
    for (MethodInvocationTree again : paths.again()) {
      mistakes.add(
          Mistake.at(
              again,
              "a resource may have been yielded before this yield",
              "a scope has one resource: the second yield has nobody to yield to, and fails",
              "one yield on each path; a failure at it must not lead to another one"));
    }
    if (paths.canEndWithout()) {
      mistakes.add(
          Mistake.at(
              tree,
              "'" + tree.getName() + "' can end without yielding a resource",
              "whoever opens the scope waits for the resource, and gets a failure that says nothing"
                  + " of the reason",
              "yield on this path, or throw what says why there is no resource"));
    }
    return mistakes;
  }
}
