package dev.belay.processor.model;

import com.palantir.javapoet.ClassName;

/** The names of the classes that are generated for a class. */
public final class CompanionName {
  private CompanionName() {}

  /** {@code Outer.Inner} becomes {@code Outer_InnerAsync}, in the same package. */
  public static ClassName of(ClassName type) {
    return named(type, "Async");
  }

  /** {@code Outer.Inner} becomes {@code Outer_InnerScope}, in the same package. */
  public static ClassName ofScope(ClassName type) {
    return named(type, "Scope");
  }

  private static ClassName named(ClassName type, String suffix) {
    return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + suffix);
  }
}
