package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;

/** The name of the class that is generated for a class with templates. */
public final class CompanionName {
  private CompanionName() {}

  /** {@code Outer.Inner} becomes {@code Outer_InnerAsync}, in the same package. */
  public static ClassName of(ClassName type) {
    return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + "Async");
  }
}
