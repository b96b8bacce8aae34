package dev.belay.processor.model;

import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Describes a valid template. */
public final class TemplateModeler {
  private final ProcessingEnvironment environment;
  private final ExecutableElement method;
  private final TypeElement type;
  private final Template.Kind kind;

  private TemplateModeler(
      ProcessingEnvironment environment,
      TypeElement type,
      ExecutableElement method,
      Template.Kind kind) {
    this.environment = environment;
    this.type = type;
    this.method = method;
    this.kind = kind;
  }

  /** The model of a method that {@code declare} found to be valid. */
  public static Template model(
      ProcessingEnvironment environment, TypeElement type, ExecutableElement method) {
    return new TemplateModeler(environment, type, method, kind(method)).model();
  }

  /** The model of a method without annotation, which a resource class opens or closes with. */
  static Template unannotated(
      ProcessingEnvironment environment, TypeElement type, ExecutableElement method) {
    return new TemplateModeler(environment, type, method, Template.Kind.METHOD).model();
  }

  static Template.Kind kind(ExecutableElement method) {
    if (method.getAnnotation(AsyncMethod.class) != null) {
      return Template.Kind.METHOD;
    }
    if (method.getAnnotation(AsyncResource.class) != null) {
      return Template.Kind.RESOURCE;
    }
    VariableElement last = method.getParameters().get(method.getParameters().size() - 1);
    return ConsumerTypes.isExchange(last.asType())
        ? Template.Kind.CONVERSATION
        : Template.Kind.GENERATOR;
  }

  private Template model() {
    boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
    List<? extends VariableElement> declared = method.getParameters();
    int count = kind == Template.Kind.METHOD ? declared.size() : declared.size() - 1;
    List<TypeVariableName> variables = typeVariables(isStatic);
    HiddenParameters hidden = new HiddenParameters(declared.subList(0, count), variables);
    List<ParameterSpec> parameters = new ArrayList<>();
    for (VariableElement parameter : declared.subList(0, count)) {
      parameters.add(hidden.parameter(parameter));
    }
    Optional<TypeName> answer =
        kind == Template.Kind.CONVERSATION ? Optional.of(argument(1)) : Optional.empty();
    return new Template(
        method.getSimpleName().toString(),
        kind,
        modifiers(),
        variables,
        hidden.variables(),
        isStatic ? Optional.empty() : Optional.of(TypeName.get(type.asType())),
        parameters,
        kind == Template.Kind.METHOD ? result() : argument(0),
        answer,
        method.isVarArgs() && kind == Template.Kind.METHOD,
        Copied.annotations(method),
        Copied.javadoc(environment.getElementUtils(), method));
  }

  private TypeName result() {
    TypeMirror type = method.getReturnType();
    return type.getKind() == TypeKind.VOID
        ? TypeName.get(Void.class)
        : TypeName.get(type).withoutAnnotations().box();
  }

  /** A type argument of the parameter that stands for the consumer. */
  private TypeName argument(int index) {
    VariableElement last = method.getParameters().get(method.getParameters().size() - 1);
    TypeMirror argument = ((DeclaredType) last.asType()).getTypeArguments().get(index);
    if (argument instanceof WildcardType wildcard) {
      TypeMirror bound = wildcard.getSuperBound();
      if (bound == null) {
        bound = wildcard.getExtendsBound();
      }
      return bound == null ? TypeName.get(Object.class) : TypeName.get(bound);
    }
    return TypeName.get(argument);
  }

  private List<Modifier> modifiers() {
    List<Modifier> modifiers = new ArrayList<>();
    boolean isVisible = method.getModifiers().contains(Modifier.PUBLIC) && isPublic(type);
    if (isVisible) {
      modifiers.add(Modifier.PUBLIC);
    }
    modifiers.add(Modifier.STATIC);
    return modifiers;
  }

  /** True for a class that other packages can name. */
  static boolean isPublic(TypeElement type) {
    for (Element each = type; each instanceof TypeElement; ) {
      if (!each.getModifiers().contains(Modifier.PUBLIC)) {
        return false;
      }
      each = each.getEnclosingElement();
    }
    return true;
  }

  private List<TypeVariableName> typeVariables(boolean isStaticTemplate) {
    boolean isStatic = isStaticTemplate;
    List<TypeVariableName> variables = new ArrayList<>();
    for (Element each = type; !isStatic && each instanceof TypeElement owner; ) {
      List<TypeVariableName> own =
          owner.getTypeParameters().stream().map(TypeVariableName::get).toList();
      variables.addAll(0, own);
      // An inner object's type mentions the parameters of the classes around it.
      isStatic = owner.getModifiers().contains(Modifier.STATIC);
      each = owner.getEnclosingElement();
    }
    method.getTypeParameters().forEach(each -> variables.add(TypeVariableName.get(each)));
    return variables;
  }
}
