package dev.belay.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenType;
import dev.belay.processor.lower.ir.HiddenType.Use;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;
import javax.lang.model.element.Modifier;

/**
 * Prints what is asked of private classes.
 *
 * <pre>{@code
 * private static final Class<?> type_Row = Handles.type(MethodHandles.lookup(), "Posts$Row");
 * static <Row_ extends Record> Row_ as_Row(Object value) { return (Row_) type_Row.cast(value); }
 * static boolean is_Row(Object value) { return type_Row.isInstance(value); }
 * }</pre>
 */
final class HiddenTypeWriter {
  private static final ClassName HANDLES = ClassName.get("dev.belay.internal", "Handles");
  private static final ClassName CLASS = ClassName.get(Class.class);

  private HiddenTypeWriter() {}

  static void write(HiddenType hidden, TypeSpec.Builder type) {
    String field = Use.TYPE.of(hidden.name());
    type.addField(
        FieldSpec.builder(
                ParameterizedTypeName.get(CLASS, WildcardTypeName.subtypeOf(Object.class)), field)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(
                "$T.type($T.lookup(), $S)", HANDLES, MethodHandles.class, hidden.binaryName())
            .build());
    hidden.uses().stream()
        .filter(use -> use != Use.TYPE)
        .sorted()
        .forEach(use -> type.addMethod(accessor(hidden, use, field)));
  }

  private static MethodSpec accessor(HiddenType hidden, Use use, String field) {
    TypeName variable = TypeVariableName.get(hidden.variable());
    return switch (use) {
      case AS ->
          taking(hidden, use, ClassName.OBJECT)
              .returns(variable)
              .addStatement("return ($T) $L.cast(value)", variable, field)
              .build();
      case IS ->
          taking(hidden, use, ClassName.OBJECT)
              .returns(TypeName.BOOLEAN)
              .addStatement("return $L.isInstance(value)", field)
              .build();
      case ONLY ->
          taking(hidden, use, ClassName.OBJECT)
              .returns(ClassName.OBJECT)
              .addStatement("return $L.isInstance(value) ? value : null", field)
              .build();
      case FOUND ->
          taking(hidden, use, ClassName.OBJECT)
              .returns(ClassName.OBJECT)
              .addStatement(
                  "return $L.isInstance(value) ? new $T[] {value} : null", field, Object.class)
              .build();
      case ALL ->
          method(hidden, use)
              .addParameter(
                  ParameterizedTypeName.get(CLASS, WildcardTypeName.subtypeOf(Object.class)),
                  "arrays")
              .addParameter(ClassName.OBJECT, "value")
              .returns(ClassName.OBJECT)
              .addStatement("return arrays.isInstance(value) ? value : null")
              .build();
      case CLASS ->
          method(hidden, use)
              .returns(ParameterizedTypeName.get(CLASS, variable))
              .addStatement("return ($T) $L", ParameterizedTypeName.get(CLASS, variable), field)
              .build();
      case OF ->
          taking(hidden, use, variable)
              .returns(ParameterizedTypeName.get(CLASS, WildcardTypeName.subtypeOf(variable)))
              .addStatement(
                  "return ($T) value.getClass()",
                  ParameterizedTypeName.get(CLASS, WildcardTypeName.subtypeOf(variable)))
              .build();
      case ARRAY ->
          taking(hidden, use, TypeName.INT)
              .returns(ArrayTypeName.of(variable))
              .addCode(
                  CodeBlock.of(
                      "return ($T) $T.newInstance($L, value);\n",
                      ArrayTypeName.of(variable),
                      Array.class,
                      field))
              .build();
      case TYPE -> throw new IllegalArgumentException("a field: " + hidden.name());
    };
  }

  private static MethodSpec.Builder taking(HiddenType hidden, Use use, TypeName parameter) {
    return method(hidden, use).addParameter(parameter, "value");
  }

  private static MethodSpec.Builder method(HiddenType hidden, Use use) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(use.of(hidden.name())).addModifiers(Modifier.STATIC);
    if (use.names()) {
      for (Fragment parameter : hidden.typeParameters()) {
        method.addTypeVariable(Spelled.variable(parameter));
      }
    }
    return method;
  }
}
