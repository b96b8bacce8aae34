package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A companion to be generated.
 *
 * @param type the class that declares the templates
 * @param isPublic whether the companion is visible outside its package
 * @param templates in the order of their declaration
 * @param place the package that it is to be in
 */
public record Companion(ClassName type, boolean isPublic, List<Template> templates, Place place)
    implements Generated {
  public Companion {
    templates = List.copyOf(templates);
  }

  @Override
  public ClassName name() {
    return CompanionName.of(type);
  }
}
