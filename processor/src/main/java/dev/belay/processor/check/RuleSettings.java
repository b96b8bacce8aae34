package dev.belay.processor.check;

import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleInfo;
import dev.belay.processor.check.spi.Severity;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which rules run, and how their findings are reported.
 *
 * @param severities by the names of the rules
 */
record RuleSettings(Map<String, Severity> severities) {
  /** {@code off} turns every rule off. */
  private static final String RULES = CheckerOption.RULES.key();

  private static final String RULE = CheckerOption.RULE.key().replace("NAME", "");

  RuleSettings {
    severities = Map.copyOf(severities);
  }

  /** The options that may be given, for these rules. */
  static Set<String> options(List<Rule> rules) {
    Set<String> options = new LinkedHashSet<>();
    for (CheckerOption option : CheckerOption.values()) {
      if (option == CheckerOption.RULE) {
        rules.forEach(rule -> options.add(RULE + rule.info().name()));
      } else {
        options.add(option.key());
      }
    }
    return options;
  }

  /** Whether an option is about one rule, which may not exist. */
  static boolean isOfRule(String option) {
    return option.startsWith(RULE);
  }

  /**
   * Reads the options of a compilation; those that are not about rules are left alone.
   *
   * @throws BadOption for the first that is wrong
   */
  static RuleSettings of(List<Rule> rules, Map<String, String> options) throws BadOption {
    String all = options.getOrDefault(RULES, "on");
    if (!all.equals("on") && !all.equals("off")) {
      throw new BadOption("-A" + RULES + "=" + all, "-A" + RULES + "=off");
    }
    Map<String, Severity> severities = new LinkedHashMap<>();
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      severities.put(info.name(), all.equals("off") ? Severity.OFF : info.severity());
    }
    for (Map.Entry<String, String> option : options.entrySet()) {
      if (isOfRule(option.getKey())) {
        String name = option.getKey().substring(RULE.length());
        String value = String.valueOf(option.getValue()); // null for an option without a value
        if (!severities.containsKey(name)) {
          throw new BadOption("-A" + option.getKey(), "one of " + names(rules));
        }
        Severity severity =
            Severity.of(value)
                .orElseThrow(() -> new BadOption("-A" + option.getKey() + "=" + value, levels()));
        if (all.equals("on")) {
          severities.put(name, severity);
        }
      }
    }
    return new RuleSettings(severities);
  }

  private static String names(List<Rule> rules) {
    return rules.stream()
        .map(rule -> rule.info().name())
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static String levels() {
    return Arrays.stream(Severity.values()).map(Severity::option).collect(Collectors.joining("|"));
  }

  /** How the findings of a rule are reported. */
  Severity of(RuleInfo rule) {
    return severities.getOrDefault(rule.name(), Severity.OFF);
  }
}
