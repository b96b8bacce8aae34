package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;

/** A class to be generated for a class of the user's. */
public sealed interface Generated permits Companion, ResourceScope {
  /** The user's class. */
  ClassName type();

  /** The name of the generated class. */
  ClassName name();

  /** The same, qualified. */
  default String qualifiedName() {
    return name().canonicalName();
  }

  /** Whether it is visible outside its package. */
  boolean isPublic();

  /** The package that it is to be in. */
  Place place();
}
