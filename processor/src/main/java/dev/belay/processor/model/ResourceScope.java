package dev.belay.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * The scope of a resource class, to be generated.
 *
 * @param type the resource class
 * @param isPublic whether the scope is visible outside its package
 * @param self the type of an instance
 * @param typeVariables those of the class
 * @param factories one for each constructor that the scope can call
 * @param opened what is handed out, boxed
 * @param entry how an instance is opened; empty if its declaration has errors
 * @param exit how an instance is closed; empty if its declaration has errors
 * @param place the package that it is to be in
 */
public record ResourceScope(
    ClassName type,
    boolean isPublic,
    TypeName self,
    List<TypeVariableName> typeVariables,
    List<Factory> factories,
    TypeName opened,
    Optional<Entry> entry,
    Optional<Exit> exit,
    Place place)
    implements Generated {
  public ResourceScope {
    typeVariables = List.copyOf(typeVariables);
    factories = List.copyOf(factories);
  }

  @Override
  public ClassName name() {
    return CompanionName.ofScope(type);
  }

  /**
   * A constructor, as a method of the scope.
   *
   * @param modifiers the method's
   * @param typeVariables the class's and the constructor's own
   * @param annotations that the method carries too
   * @param javadoc the constructor's documentation; empty if it has none
   */
  public record Factory(
      List<Modifier> modifiers,
      List<TypeVariableName> typeVariables,
      List<ParameterSpec> parameters,
      boolean varargs,
      List<TypeName> thrown,
      List<AnnotationSpec> annotations,
      String javadoc) {
    public Factory {
      modifiers = List.copyOf(modifiers);
      typeVariables = List.copyOf(typeVariables);
      parameters = List.copyOf(parameters);
      thrown = List.copyOf(thrown);
      annotations = List.copyOf(annotations);
    }
  }

  /**
   * The method that opens.
   *
   * @param template if its body is compiled; empty: it returns a stage
   * @param handsOut whether its result is what the scope hands out, and not the instance
   */
  public record Entry(String method, Optional<Template> template, boolean handsOut) {}

  /**
   * The method that closes.
   *
   * @param template if its body is compiled; empty: it returns a stage
   * @param seesFailure whether it takes the failure of the use
   * @param suppresses whether its result says if that is suppressed
   */
  public record Exit(
      String method, Optional<Template> template, boolean seesFailure, boolean suppresses) {}
}
