package dev.belay.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import dev.belay.processor.check.match.Calls;
import dev.belay.processor.check.spi.Mistake;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.List;

/** A rule of somebody else, found through the service loader. */
public final class StrangersRule implements Rule.OnCall {
  @Override
  public RuleInfo info() {
    return new RuleInfo("StrangersRule", "a stranger's name is called", Severity.WARNING, "");
  }

  @Override
  public List<Mistake> check(MethodInvocationTree tree, RuleContext context) {
    return switch (Calls.name(tree)) {
      case "strangersRuleFinds" -> List.of(Mistake.at(tree, "what", "why", "instead"));
      case "strangersRuleThrows" -> throw new IllegalStateException("a bug");
      default -> List.of();
    };
  }
}
