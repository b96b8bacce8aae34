package dev.belay.processor.check;

import dev.belay.processor.check.spi.Certainty;
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
 * @param chosen the names of the rules whose severity an option says
 * @param guesses whether findings are reported that rest on guesses alone
 */
record RuleSettings(Map<String, Severity> severities, Set<String> chosen, boolean guesses) {
  /** {@code off} turns every rule off. */
  private static final String RULES = CheckerOption.RULES.key();

  private static final String GUESSES = CheckerOption.GUESSES.key();

  private static final String RULE = CheckerOption.RULE.key().replace("NAME", "");

  RuleSettings {
    severities = Map.copyOf(severities);
    chosen = Set.copyOf(chosen);
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
    boolean isOn = isOn(RULES, "on", options);
    Map<String, Severity> severities = new LinkedHashMap<>();
    Set<String> chosen = new LinkedHashSet<>();
    for (Rule rule : rules) {
      RuleInfo info = rule.info();
      severities.put(info.name(), isOn ? info.severity() : Severity.OFF);
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
        if (isOn) {
          severities.put(name, severity);
          chosen.add(name);
        }
      }
    }
    return new RuleSettings(severities, chosen, isOn(GUESSES, "off", options));
  }

  private static boolean isOn(String option, String standard, Map<String, String> options)
      throws BadOption {
    String value = String.valueOf(options.getOrDefault(option, standard));
    if (!value.equals("on") && !value.equals("off")) {
      String other = standard.equals("on") ? "off" : "on";
      throw new BadOption("-A" + option + "=" + value, "-A" + option + "=" + other);
    }
    return value.equals("on");
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

  /** Whether a rule has to be asked at all. */
  boolean runs(RuleInfo rule) {
    return of(rule) != Severity.OFF;
  }

  /** How a finding of a rule is reported. */
  Severity of(RuleInfo rule, Certainty certainty) {
    Severity severity = of(rule);
    if (certainty == Certainty.GUESSED && !guesses) {
      return Severity.OFF;
    }
    boolean isLess = certainty != Certainty.SHOWN && !chosen.contains(rule.name());
    return isLess && severity == Severity.ERROR ? Severity.WARNING : severity;
  }

  private Severity of(RuleInfo rule) {
    return severities.getOrDefault(rule.name(), Severity.OFF);
  }
}
