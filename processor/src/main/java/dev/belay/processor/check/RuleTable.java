package dev.belay.processor.check;

import dev.belay.processor.check.spi.Rule;
import java.util.ArrayList;
import java.util.List;

/** The rules that run, by what they look at. A rule that has failed is taken out. */
final class RuleTable {
  final List<Rule.OnCall> onCall;
  final List<Rule.OnNew> onNew;
  final List<Rule.OnLambda> onLambda;
  final List<Rule.OnReference> onReference;
  final List<Rule.OnStatement> onStatement;
  final List<Rule.OnTry> onTry;
  final List<Rule.OnLoop> onLoop;
  final List<Rule.OnSynchronized> onSynchronized;
  final List<Rule.OnVariable> onVariable;
  final List<Rule.OnMethod> onMethod;
  final List<Rule.OnClass> onClass;
  private final List<Rule> rules;

  RuleTable(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    onCall = of(Rule.OnCall.class);
    onNew = of(Rule.OnNew.class);
    onLambda = of(Rule.OnLambda.class);
    onReference = of(Rule.OnReference.class);
    onStatement = of(Rule.OnStatement.class);
    onTry = of(Rule.OnTry.class);
    onLoop = of(Rule.OnLoop.class);
    onSynchronized = of(Rule.OnSynchronized.class);
    onVariable = of(Rule.OnVariable.class);
    onMethod = of(Rule.OnMethod.class);
    onClass = of(Rule.OnClass.class);
  }

  boolean isEmpty() {
    return rules.isEmpty();
  }

  RuleTable without(Rule rule) {
    List<Rule> others = new ArrayList<>(rules);
    others.remove(rule);
    return new RuleTable(others);
  }

  private <R extends Rule> List<R> of(Class<R> kind) {
    return rules.stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
