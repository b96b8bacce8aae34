package dev.belay.processor.lower.ir;

import java.util.Locale;

/** Records of one component, by which patterns bind what may be null or primitive. */
public final class HiddenPart {
  private HiddenPart() {}

  /** The name of the record, by the kind of its value. */
  public static String name(TypeText.Shape shape) {
    String kind = shape.name().toLowerCase(Locale.ROOT);
    return shape == TypeText.Shape.REFERENCE
        ? "Part"
        : "PartOf" + Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
  }
}
