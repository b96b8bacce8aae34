package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Describes the scope of a resource class. */
public final class ScopeModeler {
  private final ProcessingEnvironment environment;
  private final Types types;
  private final TypeElement type;

  private ScopeModeler(ProcessingEnvironment environment, TypeElement type) {
    this.environment = environment;
    this.types = environment.getTypeUtils();
    this.type = type;
  }

  /**
   * The model of a resource class.
   *
   * @param constructors those that the scope may call
   * @param open the method that opens, if {@code declare} found it to be valid
   * @param close the method that closes, likewise
   */
  public static ResourceScope model(
      ProcessingEnvironment environment,
      TypeElement type,
      List<ExecutableElement> constructors,
      @Nullable ExecutableElement open,
      @Nullable ExecutableElement close) {
    ScopeModeler modeler = new ScopeModeler(environment, type);
    TypeName self = TypeName.get(type.asType());
    return new ResourceScope(
        ClassName.get(type),
        TemplateModeler.isPublic(type),
        self,
        modeler.typeVariables(type.getTypeParameters()),
        constructors.stream().map(modeler::factory).toList(),
        open == null ? self : modeler.opened(open).orElse(self),
        Optional.ofNullable(open).map(modeler::entry),
        Optional.ofNullable(close).map(modeler::exit),
        Place.of(environment.getElementUtils(), type));
  }

  private ResourceScope.Factory factory(ExecutableElement constructor) {
    List<Modifier> modifiers = new ArrayList<>();
    if (constructor.getModifiers().contains(Modifier.PUBLIC) && TemplateModeler.isPublic(type)) {
      modifiers.add(Modifier.PUBLIC);
    }
    modifiers.add(Modifier.STATIC);
    List<TypeVariableName> variables = new ArrayList<>(typeVariables(type.getTypeParameters()));
    variables.addAll(typeVariables(constructor.getTypeParameters()));
    return new ResourceScope.Factory(
        modifiers,
        variables,
        constructor.getParameters().stream().map(Copied::parameter).toList(),
        constructor.isVarArgs(),
        constructor.getThrownTypes().stream().map(TypeName::get).toList(),
        Copied.annotations(constructor),
        Copied.javadoc(environment.getElementUtils(), constructor));
  }

  private List<TypeVariableName> typeVariables(
      List<? extends javax.lang.model.element.TypeParameterElement> parameters) {
    return parameters.stream().map(TypeVariableName::get).toList();
  }

  /** What {@code open} hands out; empty if it is the instance. */
  private Optional<TypeName> opened(ExecutableElement open) {
    TypeMirror result = open.getReturnType();
    if (result.getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    Optional<TypeMirror> value =
        StageTypes.isStage(types, result) ? StageTypes.value(types, result) : Optional.of(result);
    return value.map(each -> TypeName.get(each).withoutAnnotations().box());
  }

  private ResourceScope.Entry entry(ExecutableElement open) {
    return new ResourceScope.Entry(
        open.getSimpleName().toString(), template(open), opened(open).isPresent());
  }

  private ResourceScope.Exit exit(ExecutableElement close) {
    TypeMirror result = close.getReturnType();
    boolean suppresses =
        StageTypes.isStage(types, result)
            ? StageTypes.value(types, result).filter(ScopeModeler::isBoolean).isPresent()
            : isBoolean(result);
    return new ResourceScope.Exit(
        close.getSimpleName().toString(),
        template(close),
        !close.getParameters().isEmpty(),
        suppresses);
  }

  private static boolean isBoolean(TypeMirror type) {
    return type.getKind() == TypeKind.BOOLEAN || StageTypes.isNamed(type, "java.lang.Boolean");
  }

  private Optional<Template> template(ExecutableElement method) {
    return StageTypes.isStage(types, method.getReturnType())
        ? Optional.empty()
        : Optional.of(TemplateModeler.unannotated(environment, type, method));
  }
}
