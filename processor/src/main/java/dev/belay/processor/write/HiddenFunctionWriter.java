package dev.belay.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenFunction;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Prints what makes objects of private interfaces of lambdas.
 *
 * <pre>{@code
 * interface Lambda1 { int go(int a0); }
 * private static final MethodHandle lambda_Step = Handles.function(MethodHandles.lookup(), Lambda1.class, "Posts$Step");
 * static <Step_> Step_ lambda_Step(Lambda1 lambda) { ... (Step_) lambda_Step.invokeExact((Object) lambda) ... }
 * }</pre>
 */
final class HiddenFunctionWriter {
  private static final ClassName BODIES = ClassName.get("dev.belay.internal", "Bodies");
  private static final ClassName HANDLES = ClassName.get("dev.belay.internal", "Handles");

  private HiddenFunctionWriter() {}

  static void write(HiddenFunction function, TypeSpec.Builder type) {
    ClassName ours = ClassName.get("", function.name());
    type.addType(ours(function));
    type.addField(
        FieldSpec.builder(MethodHandle.class, function.accessor())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .initializer(
                "$T.function($T.lookup(), $T.class, $S)",
                HANDLES,
                MethodHandles.class,
                ours,
                function.binaryName())
            .build());
    MethodSpec.Builder accessor =
        MethodSpec.methodBuilder(function.accessor()).addModifiers(Modifier.STATIC);
    function.accessorParameters().forEach(each -> accessor.addTypeVariable(Spelled.variable(each)));
    List<TypeName> arguments = new ArrayList<>();
    for (Fragment parameter : function.typeParameters()) {
      TypeVariableName variable = Spelled.variable(parameter);
      arguments.add(TypeVariableName.get(variable.name()));
    }
    TypeName made = Spelled.of(function.made().text());
    type.addMethod(
        accessor
            .addParameter(
                arguments.isEmpty()
                    ? ours
                    : ParameterizedTypeName.get(ours, arguments.toArray(TypeName[]::new)),
                "lambda")
            .returns(made)
            .beginControlFlow("try")
            .addStatement(
                "return ($T) ($T) $L.invokeExact(($T) lambda)",
                made,
                Object.class,
                function.accessor(),
                Object.class)
            .nextControlFlow("catch ($T t)", Throwable.class)
            .addStatement("throw $T.rethrow(t)", BODIES)
            .endControlFlow()
            .build());
  }

  private static TypeSpec ours(HiddenFunction function) {
    TypeSpec.Builder type =
        TypeSpec.interfaceBuilder(function.name()).addModifiers(Modifier.STATIC);
    function.typeParameters().forEach(each -> type.addTypeVariable(Spelled.variable(each)));
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(function.method())
            .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
            .returns(Spelled.of(function.result().text()));
    for (int i = 0; i < function.parameters().size(); i++) {
      method.addParameter(Spelled.of(function.parameters().get(i).text()), "a" + i);
    }
    function.thrown().forEach(each -> method.addException(Spelled.of(each.text())));
    return type.addMethod(method.build()).build();
  }
}
