package dev.belay.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.belay.processor.lower.MachinePlan;
import dev.belay.processor.lower.ir.LocalClass;
import dev.belay.processor.lower.ir.Variable;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Prints the classes that a body declares as members of its machine. */
final class LocalClassWriter {
  private final MachinePlan plan;
  private final CodePrinter printer;

  LocalClassWriter(MachinePlan plan, CodePrinter printer) {
    this.plan = plan;
    this.printer = printer;
  }

  void write(TypeSpec.Builder machine) {
    CodeBlock.Builder members = CodeBlock.builder();
    boolean any = false;
    for (LocalClass each : plan.classes()) {
      Optional<String> around = each.around();
      if (around.isPresent()) {
        machine.addType(around(around.get(), each));
        continue;
      }
      members.add(any ? "\n\n" : "");
      members.add(
          each.isInner() || each.isStatic() ? "private $L" : "private static $L", text(each));
      any = true;
    }
    if (any) {
      machine.addInitializerBlock(RawMembers.of(members.build()));
    }
  }

  private CodeBlock text(LocalClass each) {
    return printer.fragment(each.text());
  }

  private TypeSpec around(String name, LocalClass each) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(name)
            .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
            .addJavadoc("What {@code $L} captures.\n", each.name());
    if (!each.isInner()) {
      type.addModifiers(Modifier.STATIC);
    }
    boolean holds = !each.captures().isEmpty() || each.isInner();
    if (!each.captures().isEmpty()) {
      MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
      for (Variable captured : each.captures()) {
        String field = plan.name(captured);
        TypeName fieldType = Spelled.of(captured.type().text());
        type.addField(
            FieldSpec.builder(fieldType, field)
                .addModifiers(Modifier.PRIVATE, Modifier.FINAL)
                .build());
        constructor.addParameter(fieldType, field).addStatement("this.$N = $N", field, field);
      }
      type.addMethod(constructor.build());
    }
    CodeBlock text = CodeBlock.of(holds || each.isStatic() ? "$L" : "static $L", text(each));
    return type.addInitializerBlock(RawMembers.of(text)).build();
  }
}
