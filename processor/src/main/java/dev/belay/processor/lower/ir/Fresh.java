package dev.belay.processor.lower.ir;

import org.jspecify.annotations.Nullable;

/** Hands out identities for one body, from the reader through the last pass. */
public final class Fresh {
  private int next = 1;

  public Variable variable(String name, TypeText type, Variable.Origin origin) {
    return new Variable(next++, name, type, origin, null);
  }

  public Variable constant(String name, TypeText type, @Nullable String literal) {
    return new Variable(next++, name, type, Variable.Origin.LOCAL, literal);
  }

  public Variable temporary(String suggestion, TypeText type) {
    return variable(suggestion, type, Variable.Origin.TEMPORARY);
  }

  public Target target(@Nullable String label) {
    return new Target(next++, label);
  }
}
