package dev.belay.processor.check;

import dev.belay.processor.check.rule.RuleCatalog;
import dev.belay.processor.check.spi.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * The rules of a compilation: ours, and those of others on the processor path.
 *
 * @param all ours first
 * @param problems why rules of others could not be taken, one sentence each
 */
record Rules(List<Rule> all, List<String> problems) {
  Rules {
    all = List.copyOf(all);
    problems = List.copyOf(problems);
  }

  /**
   * @param loader sees the processor path
   */
  static Rules load(ClassLoader loader) {
    List<Rule> all = new ArrayList<>(RuleCatalog.BUILT_IN);
    List<String> problems = new ArrayList<>();
    Set<String> names = new HashSet<>();
    all.forEach(rule -> names.add(rule.info().name()));
    try {
      for (Rule rule : ServiceLoader.load(Rule.class, loader)) {
        if (names.add(rule.info().name())) {
          all.add(rule);
        } else {
          problems.add("two rules are named " + rule.info().name());
        }
      }
    } catch (ServiceConfigurationError | RuntimeException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
    return new Rules(all, problems);
  }
}
