package dev.belay.processor.write;

import static java.util.stream.Collectors.joining;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.belay.processor.lower.MachinePlan;
import dev.belay.processor.lower.Part;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.Template;
import javax.lang.model.element.Modifier;

/** Prints one machine: the class whose {@code resume()} is the template's body. */
final class MachineWriter {
  private static final String INTERNAL = "dev.belay.internal";

  private final ClassName owner;
  private final Template template;
  private final MachinePlan plan;
  private final CodePrinter printer;

  private MachineWriter(ClassName owner, Template template, MachinePlan plan) {
    this.owner = owner;
    this.template = template;
    this.plan = plan;
    this.printer = new CodePrinter(plan::spell);
  }

  static TypeSpec write(String name, ClassName owner, Template template, MachinePlan plan) {
    return new MachineWriter(owner, template, plan).type(name);
  }

  private TypeSpec type(String name) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addTypeVariables(template.typeVariables())
            .addTypeVariables(plan.hidden().stream().map(Spelled::variable).toList())
            .superclass(superclass())
            .addJavadoc("The body of $L.\n", template.name());
    plan.arguments().forEach(argument -> type.addField(field(argument)));
    plan.fields().forEach(field -> type.addField(field(field)));
    type.alwaysQualify(plan.declared().stream().sorted().toArray(String[]::new));
    new LocalClassWriter(plan, printer).write(type);
    type.addMethod(constructor());
    type.addMethod(resume());
    plan.parts().forEach(part -> type.addMethod(part(part)));
    forget(type);
    type.addMethod(source());
    return type.build();
  }

  private TypeName superclass() {
    String base =
        switch (template.kind()) {
          case GENERATOR -> "GeneratorMachine";
          case CONVERSATION -> "ConversationMachine";
          case METHOD -> "MethodMachine";
          case RESOURCE -> "ResourceMachine";
        };
    ClassName raw = ClassName.get(INTERNAL, base);
    return template
        .answer()
        .map(answer -> ParameterizedTypeName.get(raw, template.element(), answer))
        .orElseGet(() -> ParameterizedTypeName.get(raw, template.element()));
  }

  /** A constant stays one: case labels and conversions want it to be (JLS 4.12.4). */
  private FieldSpec field(Variable variable) {
    FieldSpec.Builder field =
        FieldSpec.builder(Spelled.of(variable.type().text()), plan.name(variable))
            .addModifiers(Modifier.PRIVATE);
    if (variable.constant() != null) {
      field.addModifiers(Modifier.FINAL).initializer("$L", variable.constant());
    }
    return field.build();
  }

  private MethodSpec constructor() {
    MethodSpec.Builder method = MethodSpec.constructorBuilder();
    for (Variable argument : plan.arguments()) {
      String name = plan.name(argument);
      method.addParameter(Spelled.of(argument.type().text()), name);
      method.addStatement("this.$N = $N", name, name);
    }
    return method.build();
  }

  private MethodSpec resume() {
    CodeBlock.Builder body = CodeBlock.builder();
    body.addStatement("int $L = resumed()", plan.at());
    body.add(printer.code(plan.resume()));
    return MethodSpec.methodBuilder("resume")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PUBLIC)
        .returns(ClassName.OBJECT)
        .addException(Throwable.class)
        .addCode(body.build())
        .build();
  }

  private MethodSpec part(Part part) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(part.name())
            .addModifiers(Modifier.PRIVATE)
            .returns(ClassName.OBJECT)
            .addException(Throwable.class)
            .addParameter(TypeName.INT, plan.at());
    for (Variable parameter : part.parameters()) {
      method.addParameter(Spelled.of(parameter.type().text()), plan.name(parameter));
    }
    method.addCode(printer.code(part.code()));
    if (part.completes()) {
      method.addStatement("return GOING_ON");
    }
    return method.build();
  }

  /** What stack traces say in place of this class: its lines are known when it is printed. */
  private MethodSpec source() {
    String points = plan.points().stream().map(String::valueOf).collect(joining(","));
    String text =
        String.join(
            "|", owner.reflectionName(), template.name(), points, LineMarks.TABLE, plan.file());
    return MethodSpec.methodBuilder("source")
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(String.class)
        .addStatement("return $S", text)
        .build();
  }

  private void forget(TypeSpec.Builder type) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("forget")
            .addAnnotation(Override.class)
            .addModifiers(Modifier.PROTECTED);
    boolean any = false;
    for (Variable argument : plan.arguments()) {
      any |= clear(argument, method);
    }
    for (Variable field : plan.fields()) {
      any |= clear(field, method);
    }
    if (any) {
      type.addMethod(method.build());
    }
  }

  private boolean clear(Variable variable, MethodSpec.Builder method) {
    if (!variable.type().isReference() || variable.constant() != null) {
      return false;
    }
    method.addStatement("$N = null", plan.name(variable));
    return true;
  }
}
