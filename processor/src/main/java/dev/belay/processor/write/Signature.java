package dev.belay.processor.write;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.belay.processor.lower.MachinePlan;
import dev.belay.processor.model.Template;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What callers of a companion method see of its types. Where private classes are in them, the type
 * variables have the bounds that those of the machine have.
 *
 * @param variables its type parameters
 * @param parameters without the instance
 */
record Signature(List<TypeVariableName> variables, List<ParameterSpec> parameters) {

  /** As the declaration says it: of a companion without machines. */
  static Signature of(Template template) {
    List<TypeVariableName> variables = new ArrayList<>(template.hidden());
    variables.addAll(0, template.typeVariables());
    return new Signature(variables, template.parameters());
  }

  /** With a machine. */
  static Signature of(Template template, MachinePlan plan) {
    if (template.hidden().isEmpty()) {
      return of(template);
    }
    List<ParameterSpec> parameters = new ArrayList<>();
    int first = template.self().isPresent() ? 1 : 0;
    for (int i = 0; i < template.parameters().size(); i++) {
      ParameterSpec declared = template.parameters().get(i);
      TypeName type = Spelled.of(plan.arguments().get(first + i).type().text());
      parameters.add(
          ParameterSpec.builder(type, declared.name())
              .addAnnotations(declared.annotations())
              .build());
    }
    List<TypeVariableName> variables = new ArrayList<>(template.typeVariables());
    variables.addAll(needed(plan, parameters));
    return new Signature(variables, parameters);
  }

  /** The variables of the machine that the parameters mention, and those in their bounds. */
  private static List<TypeVariableName> needed(MachinePlan plan, List<ParameterSpec> parameters) {
    List<TypeVariableName> all = plan.hidden().stream().map(Spelled::variable).toList();
    Set<TypeVariableName> needed = new LinkedHashSet<>();
    parameters.forEach(each -> mention(each.type(), all, needed));
    return all.stream().filter(needed::contains).toList();
  }

  private static void mention(
      TypeName type, List<TypeVariableName> all, Set<TypeVariableName> needed) {
    for (TypeVariableName each : all) {
      boolean isIn =
          Pattern.compile("\\b" + Pattern.quote(each.name()) + "\\b")
              .matcher(type.toString())
              .find();
      if (isIn && needed.add(each)) {
        each.bounds().forEach(bound -> mention(bound, all, needed));
      }
    }
  }
}
