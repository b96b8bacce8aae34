package dev.belay.processor.fuzz;

import java.util.List;
import java.util.Locale;

/** What a tree stands for: an expression of some type, a statement, or statements in a row. */
enum Sort {
  INT("int", "1"),
  LONG("long", "1L"),
  DOUBLE("double", "1.5"),
  BOOLEAN("boolean", "see(true)"),
  CHAR("char", "'c'"),
  BYTE("byte", "(byte) 1"),
  INTEGER("Integer", "(Integer) 7"),
  STRING("String", "\"s\""),
  OBJECT("Object", "(Object) \"o\""),
  INTS("int[]", "new int[] {1, 2}"),
  STRINGS("List<String>", "List.of(\"l\")"),
  BOX("Box", "new Box(1)"),
  STAGE("CompletionStage<Integer>", "stage(1)"),
  SUPPLIER("IntSupplier", "((IntSupplier) () -> 1)"),
  STATEMENT("", ";"),
  STATEMENTS("", "");

  /** The types of variables. */
  static final List<Sort> TYPES =
      List.of(
          INT, INT, INT, LONG, DOUBLE, BOOLEAN, CHAR, BYTE, INTEGER, STRING, STRING, OBJECT, INTS,
          STRINGS, BOX, STAGE, SUPPLIER);

  /** As a variable's type is written. */
  final String type;

  /** The least of its kind. */
  final String least;

  Sort(String type, String least) {
    this.type = type;
    this.least = least;
  }

  /** As a type argument. */
  String boxed() {
    return switch (this) {
      case INT -> "Integer";
      case CHAR -> "Character";
      case LONG, DOUBLE, BOOLEAN, BYTE ->
          type.substring(0, 1).toUpperCase(Locale.ROOT) + type.substring(1);
      default -> type;
    };
  }

  Tree least() {
    return Tree.of(this, least);
  }
}
