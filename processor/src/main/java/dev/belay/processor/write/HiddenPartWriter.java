package dev.belay.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.belay.processor.lower.ir.HiddenPart;
import dev.belay.processor.lower.ir.TypeText.Shape;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/**
 * Prints records by which patterns bind the components of private records.
 *
 * <pre>{@code
 * record Part<T>(T value) {}
 * record PartOfInt(int value) {}
 * }</pre>
 */
final class HiddenPartWriter {
  private HiddenPartWriter() {}

  static TypeSpec write(Shape shape) {
    TypeSpec.Builder type = TypeSpec.recordBuilder(HiddenPart.name(shape));
    TypeVariableName variable = TypeVariableName.get("T");
    if (shape == Shape.REFERENCE) {
      type.addTypeVariable(variable);
    }
    MethodSpec.Builder components = MethodSpec.constructorBuilder();
    components.addParameter(shape == Shape.REFERENCE ? variable : primitive(shape), "value");
    return type.recordConstructor(components.build()).build();
  }

  /**
   * What asks for a component; what the record throws then is the cause of another exception (JLS
   * 14.30.2).
   */
  static TypeSpec asked() {
    TypeVariableName variable = TypeVariableName.get("T");
    return TypeSpec.classBuilder("Asked")
        .addModifiers(Modifier.STATIC, Modifier.FINAL)
        .addMethod(
            MethodSpec.methodBuilder("of")
                .addModifiers(Modifier.STATIC)
                .addTypeVariable(variable)
                .returns(variable)
                .addParameter(
                    ParameterizedTypeName.get(ClassName.get(Supplier.class), variable), "component")
                .beginControlFlow("try")
                .addStatement("return component.get()")
                .nextControlFlow("catch ($T t)", Throwable.class)
                .addStatement("throw new $T(t.toString(), t)", HiddenWriter.MATCH_EXCEPTION)
                .endControlFlow()
                .build())
        .build();
  }

  private static TypeName primitive(Shape shape) {
    return switch (shape) {
      case BOOLEAN -> TypeName.BOOLEAN;
      case BYTE -> TypeName.BYTE;
      case SHORT -> TypeName.SHORT;
      case CHAR -> TypeName.CHAR;
      case INT -> TypeName.INT;
      case LONG -> TypeName.LONG;
      case FLOAT -> TypeName.FLOAT;
      case DOUBLE -> TypeName.DOUBLE;
      case REFERENCE, VOID -> throw new IllegalArgumentException("no primitive type: " + shape);
    };
  }
}
