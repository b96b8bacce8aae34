package dev.belay.processor.lower.ir;

/**
 * A type as it can be written in the generated file.
 *
 * @param text its spelling, always denotable
 * @param shape what the virtual machine needs to know of it
 * @param seen what a variable of it is read as, which no declaration can say; itself for most
 */
public record TypeText(Fragment text, Shape shape, View seen) {

  public TypeText(Fragment text, Shape shape) {
    this(text, shape, View.ITSELF);
  }

  /**
   * How a variable is read.
   *
   * @param before what stands in front of its name
   * @param after what stands behind it
   * @param isPlace whether that is what is assigned, too, and not the variable
   */
  public record View(Fragment before, Fragment after, boolean isPlace) {
    public static final View ITSELF = new View(Fragment.EMPTY, Fragment.EMPTY, false);

    /** {@code variable.value}. */
    public static final View HELD = new View(Fragment.EMPTY, Fragment.text(".value"), true);

    /** {@code ((A & B) variable)}. */
    public static View as(Fragment type) {
      return new View(Fragment.of("((", type, ") "), Fragment.text(")"), false);
    }

    /** {@code ((A) variable[0])}. */
    public static View elementAs(Fragment type) {
      return new View(Fragment.of("((", type, ") "), Fragment.text("[0])"), false);
    }

    /** What is read of it. */
    public Fragment of(Object variable) {
      return Fragment.of(before, variable, after);
    }
  }

  /** The kinds of value that Java tells apart in a variable. */
  public enum Shape {
    BOOLEAN("false"),
    BYTE("0"),
    SHORT("0"),
    CHAR("0"),
    INT("0"),
    LONG("0L"),
    FLOAT("0F"),
    DOUBLE("0D"),
    REFERENCE("null"),
    VOID("");

    private final String initial;

    Shape(String initial) {
      this.initial = initial;
    }

    public boolean isNumber() {
      return this != BOOLEAN && this != REFERENCE && this != VOID;
    }

    /** The literal of the value that a fresh field has. */
    public String initial() {
      return initial;
    }
  }

  public static final TypeText INT = new TypeText(Fragment.text("int"), Shape.INT);
  public static final TypeText BOOLEAN = new TypeText(Fragment.text("boolean"), Shape.BOOLEAN);
  public static final TypeText VOID = new TypeText(Fragment.text("void"), Shape.VOID);
  public static final TypeText STRING = named("java.lang", "String");

  /** The class of the runtime that has what bodies call besides their machine. */
  public static final TypeText BODIES = named("dev.belay.internal", "Bodies");

  /** The machine of an asynchronous method, where the body invokes it. */
  public static final TypeText CALL =
      reference(Fragment.of(named("dev.belay.internal", "MethodMachine").text(), "<?>"));

  /** A queue, where the body takes an item out of it. */
  public static final TypeText QUEUE =
      reference(Fragment.of(named("dev.belay", "AsyncQueue").text(), "<?>"));

  public static final TypeText THROWABLE = named("java.lang", "Throwable");
  public static final TypeText OBJECT = named("java.lang", "Object");

  /** A class type without type arguments. */
  public static TypeText named(String packageName, String... simpleNames) {
    return reference(Fragment.of(new Piece.TypeName(packageName, java.util.List.of(simpleNames))));
  }

  /** A reference type with the given spelling. */
  public static TypeText reference(Fragment text) {
    return new TypeText(text, Shape.REFERENCE);
  }

  public boolean isReference() {
    return shape == Shape.REFERENCE;
  }
}
