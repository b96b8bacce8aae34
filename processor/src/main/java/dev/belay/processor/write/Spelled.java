package dev.belay.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the spelling of a type back into JavaPoet's model, which fields and parameters need. */
final class Spelled {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\[\\]|[<>,?.&]|[\\p{javaJavaIdentifierStart}][\\p{javaJavaIdentifierPart}]*");

  private final List<Object> tokens = new ArrayList<>();
  private int next;

  private Spelled(Fragment type) {
    for (Piece piece : type.pieces()) {
      if (piece instanceof Piece.TypeName name) {
        tokens.add(CodePrinter.className(name));
      } else if (piece instanceof Piece.Text text) {
        Matcher matcher = TOKEN.matcher(text.text());
        while (matcher.find()) {
          tokens.add(matcher.group());
        }
      } else {
        throw new IllegalArgumentException("not part of a type: " + piece);
      }
    }
  }

  static TypeName of(Fragment type) {
    return new Spelled(type).type();
  }

  /** {@code T extends A & B}. */
  static TypeVariableName variable(Fragment parameter) {
    Spelled reader = new Spelled(parameter);
    String name = (String) reader.tokens.get(reader.next++);
    List<TypeName> bounds = new ArrayList<>();
    while (reader.next < reader.tokens.size()) {
      reader.next++; // "extends" or "&"
      bounds.add(reader.type());
    }
    return TypeVariableName.get(name, bounds.toArray(TypeName[]::new));
  }

  private TypeName type() {
    TypeName type = named();
    while (isNext("[]")) {
      next++;
      type = ArrayTypeName.of(type);
    }
    return type;
  }

  private TypeName named() {
    Object token = tokens.get(next++);
    if (token instanceof ClassName raw) {
      return nested(arguments(raw));
    }
    String word = (String) token;
    if (word.equals("?")) {
      return wildcard();
    }
    return switch (word) {
      case "boolean" -> TypeName.BOOLEAN;
      case "byte" -> TypeName.BYTE;
      case "short" -> TypeName.SHORT;
      case "char" -> TypeName.CHAR;
      case "int" -> TypeName.INT;
      case "long" -> TypeName.LONG;
      case "float" -> TypeName.FLOAT;
      case "double" -> TypeName.DOUBLE;
      case "void" -> TypeName.VOID;
      default ->
          isNext(".") || isNext("<")
              ? nested(arguments(memberClass(word)))
              : TypeVariableName.get(word);
    };
  }

  /** A class that the body declares, under the name that it has in its machine. */
  private ClassName memberClass(String outermost) {
    ClassName type = ClassName.get("", outermost);
    while (isNext(".")) {
      next++;
      type = type.nestedClass((String) tokens.get(next++));
    }
    return type;
  }

  private TypeName arguments(ClassName raw) {
    if (!isNext("<")) {
      return raw;
    }
    return ParameterizedTypeName.get(raw, list().toArray(TypeName[]::new));
  }

  /** {@code Outer<A>.Inner<B>}. */
  private TypeName nested(TypeName outer) {
    TypeName type = outer;
    while (isNext(".") && type instanceof ParameterizedTypeName parameterized) {
      next++;
      String name = (String) tokens.get(next++);
      type =
          isNext("<") ? parameterized.nestedClass(name, list()) : parameterized.nestedClass(name);
    }
    return type;
  }

  private List<TypeName> list() {
    List<TypeName> arguments = new ArrayList<>();
    do {
      next++; // "<" or ","
      arguments.add(type());
    } while (isNext(","));
    next++; // ">"
    return arguments;
  }

  private TypeName wildcard() {
    if (isNext("extends")) {
      next++;
      return WildcardTypeName.subtypeOf(type());
    }
    if (isNext("super")) {
      next++;
      return WildcardTypeName.supertypeOf(type());
    }
    return WildcardTypeName.subtypeOf(ClassName.get(Object.class));
  }

  private boolean isNext(String token) {
    return next < tokens.size() && tokens.get(next).equals(token);
  }
}
