package dev.belay.processor.source;

import com.sun.source.tree.Tree;
import javax.lang.model.type.TypeMirror;

/** The spelling of operators. */
final class Operators {
  private Operators() {}

  /** The binary operator of a binary expression, compound assignment, increment or decrement. */
  static String symbol(Tree.Kind kind) {
    return switch (kind) {
      case PLUS, PLUS_ASSIGNMENT, PREFIX_INCREMENT, POSTFIX_INCREMENT, UNARY_PLUS -> "+";
      case MINUS, MINUS_ASSIGNMENT, PREFIX_DECREMENT, POSTFIX_DECREMENT, UNARY_MINUS -> "-";
      case MULTIPLY, MULTIPLY_ASSIGNMENT -> "*";
      case DIVIDE, DIVIDE_ASSIGNMENT -> "/";
      case REMAINDER, REMAINDER_ASSIGNMENT -> "%";
      case AND, AND_ASSIGNMENT -> "&";
      case OR, OR_ASSIGNMENT -> "|";
      case XOR, XOR_ASSIGNMENT -> "^";
      case LEFT_SHIFT, LEFT_SHIFT_ASSIGNMENT -> "<<";
      case RIGHT_SHIFT, RIGHT_SHIFT_ASSIGNMENT -> ">>";
      case UNSIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT_ASSIGNMENT -> ">>>";
      case CONDITIONAL_AND -> "&&";
      case CONDITIONAL_OR -> "||";
      case EQUAL_TO -> "==";
      case NOT_EQUAL_TO -> "!=";
      case LESS_THAN -> "<";
      case LESS_THAN_EQUAL -> "<=";
      case GREATER_THAN -> ">";
      case GREATER_THAN_EQUAL -> ">=";
      case LOGICAL_COMPLEMENT -> "!";
      case BITWISE_COMPLEMENT -> "~";
      default -> throw new IllegalArgumentException("not an operator: " + kind);
    };
  }

  /** Whether an operator makes strings of the values of a type, which are none yet. */
  static boolean joins(TypeMirror type, String operator, TypeOracle oracle) {
    return operator.equals("+")
        && !ExpressionReader.isString(type)
        && !oracle.unboxed(type).shape().isNumber();
  }

  static boolean isUpdate(Tree.Kind kind) {
    return isPostfix(kind)
        || kind == Tree.Kind.PREFIX_INCREMENT
        || kind == Tree.Kind.PREFIX_DECREMENT;
  }

  static boolean isPostfix(Tree.Kind kind) {
    return kind == Tree.Kind.POSTFIX_INCREMENT || kind == Tree.Kind.POSTFIX_DECREMENT;
  }
}
