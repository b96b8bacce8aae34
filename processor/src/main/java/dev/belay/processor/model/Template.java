package dev.belay.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * A template, as its declaration describes it.
 *
 * @param name the method's name
 * @param kind what it is compiled to
 * @param modifiers the companion method's, {@code static} included
 * @param typeVariables the class's, for an instance method, and the method's own
 * @param hidden those that stand for private classes in its parameters, without their bounds
 * @param self the type of the instance; empty for a static template
 * @param parameters without the one that stands for the consumer
 * @param element what is yielded, opened or returned, boxed
 * @param answer what the consumer sends back (two-way generators only)
 * @param varargs whether the last parameter takes any number of arguments
 * @param annotations that the companion method carries too
 * @param javadoc the template's documentation; empty if it has none
 */
public record Template(
    String name,
    Kind kind,
    List<Modifier> modifiers,
    List<TypeVariableName> typeVariables,
    List<TypeVariableName> hidden,
    Optional<TypeName> self,
    List<ParameterSpec> parameters,
    TypeName element,
    Optional<TypeName> answer,
    boolean varargs,
    List<AnnotationSpec> annotations,
    String javadoc) {

  public Template {
    modifiers = List.copyOf(modifiers);
    typeVariables = List.copyOf(typeVariables);
    hidden = List.copyOf(hidden);
    parameters = List.copyOf(parameters);
    annotations = List.copyOf(annotations);
  }

  /** What a template is compiled to. */
  public enum Kind {
    GENERATOR("AsyncGenerator"),
    CONVERSATION("AsyncGenerator"),
    METHOD("AsyncMethod"),
    RESOURCE("AsyncResource");

    private final String annotation;

    Kind(String annotation) {
      this.annotation = annotation;
    }

    /** The simple name of the annotation. */
    public String annotation() {
      return annotation;
    }
  }
}
