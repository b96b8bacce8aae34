package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;

/**
 * A companion to be generated.
 *
 * @param type the class that declares the templates
 * @param isPublic whether the companion is visible outside its package
 * @param templates in the order of their declaration
 * @param generated the annotation that marks generated code, where the module can see it
 */
public record Companion(
    ClassName type, boolean isPublic, List<Template> templates, Optional<ClassName> generated)
    implements Generated {
  public Companion {
    templates = List.copyOf(templates);
  }

  @Override
  public ClassName name() {
    return CompanionName.of(type);
  }
}
