package dev.belay.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * Parameters whose types have private classes in them. The companion cannot name such a class and
 * need not: a type variable takes it, which Java infers where the template is called.
 *
 * <pre>{@code
 * @AsyncMethod private void store(Row row, List<Row> others) { ... }     // Row is private
 *
 * static <Row_> CompletableFuture<Void> store(Pages self, Row_ row, List<Row_> others)
 * }</pre>
 *
 * <p>The bounds of the variable are added when the body has been read.
 */
final class HiddenParameters {
  private final Map<ClassName, TypeVariableName> variables = new LinkedHashMap<>();

  /**
   * Looks for private classes.
   *
   * @param others the type variables of the template, whose names are taken
   */
  HiddenParameters(List<? extends VariableElement> parameters, List<TypeVariableName> others) {
    for (VariableElement parameter : parameters) {
      for (TypeElement each : PrivateTypes.all(parameter.asType())) {
        variables.computeIfAbsent(ClassName.get(each), any -> fresh(each, others));
      }
    }
  }

  private TypeVariableName fresh(TypeElement type, List<TypeVariableName> others) {
    String name = type.getSimpleName() + "_";
    String unique = name;
    for (int i = 2; isTaken(unique, others) || isTaken(unique, variables.values()); i++) {
      unique = name + i;
    }
    return TypeVariableName.get(unique);
  }

  private static boolean isTaken(String name, Iterable<TypeVariableName> variables) {
    for (TypeVariableName each : variables) {
      if (each.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  List<TypeVariableName> variables() {
    return List.copyOf(variables.values());
  }

  ParameterSpec parameter(VariableElement declared) {
    ParameterSpec copied = Copied.parameter(declared);
    return variables.isEmpty()
        ? copied
        : ParameterSpec.builder(type(copied.type()), copied.name())
            .addAnnotations(copied.annotations())
            .build();
  }

  private TypeName type(TypeName type) {
    TypeName replaced = replaced(type);
    return type.isAnnotated() && !(replaced instanceof TypeVariableName)
        ? replaced.annotated(type.annotations())
        : replaced;
  }

  private TypeName replaced(TypeName type) {
    if (type instanceof ArrayTypeName array) {
      return ArrayTypeName.of(type(array.componentType()));
    }
    if (type instanceof WildcardTypeName wildcard) {
      return wildcard.lowerBounds().isEmpty()
          ? WildcardTypeName.subtypeOf(type(wildcard.upperBounds().get(0)))
          : WildcardTypeName.supertypeOf(type(wildcard.lowerBounds().get(0)));
    }
    if (type instanceof ParameterizedTypeName generic) {
      TypeVariableName variable = variables.get(generic.rawType());
      if (variable != null) {
        return variable; // whatever its arguments are
      }
      List<TypeName> arguments = generic.typeArguments().stream().map(this::type).toList();
      return arguments.equals(generic.typeArguments())
          ? type
          : ParameterizedTypeName.get(generic.rawType(), arguments.toArray(TypeName[]::new));
    }
    if (type instanceof ClassName plain) {
      TypeVariableName variable = variables.get(plain.withoutAnnotations());
      return variable == null ? type : variable;
    }
    return type;
  }
}
