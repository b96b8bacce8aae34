package dev.belay.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import javax.lang.model.element.Modifier;

/**
 * Prints what a pattern binds where it cannot bind the object itself: because its class has no
 * name, or type parameters that no test sees. Java tests for a subclass with the same type
 * arguments without asking what they are (JLS 5.5), and a field can be assigned.
 *
 * <pre>{@code
 * static class Found<T> {
 *   static <T> Found<T> of(Class<?> type, Object value) {
 *     return type.isInstance(value) ? new Held<>((T) value) : null;
 *   }
 * }
 *
 * static final class Held<T> extends Found<T> { T value; ... }
 * }</pre>
 */
final class HiddenHeldWriter {
  private static final TypeVariableName T = TypeVariableName.get("T");
  private static final String FOUND = "Found";
  private static final String HELD = "Held";

  private HiddenHeldWriter() {}

  static void write(TypeSpec.Builder type) {
    ParameterizedTypeName found = ParameterizedTypeName.get(ClassName.get("", FOUND), T);
    ClassName anyClass = ClassName.get(Class.class);
    type.addType(
        TypeSpec.classBuilder(FOUND)
            .addModifiers(Modifier.STATIC)
            .addTypeVariable(T)
            .addMethod(
                MethodSpec.methodBuilder("of")
                    .addModifiers(Modifier.STATIC)
                    .addTypeVariable(T)
                    .returns(found)
                    .addParameter(
                        ParameterizedTypeName.get(
                            anyClass, WildcardTypeName.subtypeOf(Object.class)),
                        "type")
                    .addParameter(ClassName.OBJECT, "value")
                    .addStatement(
                        "return type.isInstance(value) ? new $L<>(($T) value) : null", HELD, T)
                    .build())
            .build());
    type.addType(
        TypeSpec.classBuilder(HELD)
            .addModifiers(Modifier.STATIC, Modifier.FINAL)
            .addTypeVariable(T)
            .superclass(found)
            .addField(T, "value")
            .addMethod(
                MethodSpec.constructorBuilder()
                    .addParameter(T, "value")
                    .addStatement("this.value = value")
                    .build())
            .addMethod(
                MethodSpec.methodBuilder("set")
                    .returns(T)
                    .addParameter(T, "value")
                    .addStatement("this.value = value")
                    .addStatement("return value")
                    .build())
            .build());
  }
}
