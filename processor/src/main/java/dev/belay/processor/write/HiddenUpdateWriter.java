package dev.belay.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenUpdate;
import javax.lang.model.element.Modifier;

/**
 * Prints the classes that update hidden fields of computed objects.
 *
 * <pre>{@code
 * static final class Update1 {
 *   private final Entry self;
 *   private final int old;
 *   Update1(Entry self) { this.self = self; this.old = count(self); }
 *   int by(long operand) { return set_count(self, (int) (old + operand)); }
 * }
 * }</pre>
 */
final class HiddenUpdateWriter {
  private HiddenUpdateWriter() {}

  static TypeSpec write(HiddenUpdate update) {
    TypeName object = Spelled.of(update.object().text());
    TypeName field = Spelled.of(update.field().text());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(update.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addField(object, "self", Modifier.PRIVATE, Modifier.FINAL)
            .addField(
                update.joins() ? ClassName.get(String.class) : field,
                "old",
                Modifier.PRIVATE,
                Modifier.FINAL);
    for (Fragment parameter : update.typeParameters()) {
      type.addTypeVariable(Spelled.variable(parameter));
    }
    return type.addMethod(
            MethodSpec.constructorBuilder()
                .addParameter(object, "self")
                .addStatement("this.self = self")
                .addStatement(
                    "this.old = $L$L(self)", update.joins() ? "\"\" + " : "", update.getter())
                .build())
        .addMethod(update.operand().isPresent() ? by(update, field) : after(update, field))
        .build();
  }

  private static MethodSpec by(HiddenUpdate update, TypeName field) {
    return MethodSpec.methodBuilder("by")
        .returns(field)
        .addParameter(Spelled.of(update.operand().orElseThrow().text()), "operand")
        .addStatement("return $L(self, $L)", update.setter(), computed(update, "operand"))
        .build();
  }

  private static MethodSpec after(HiddenUpdate update, TypeName field) {
    return MethodSpec.methodBuilder("after")
        .returns(field)
        .addStatement("$L(self, $L)", update.setter(), computed(update, "1"))
        .addStatement("return old")
        .build();
  }

  private static CodeBlock computed(HiddenUpdate update, String operand) {
    return CodeBlock.of(
        "($T) (old $L $L)", Spelled.of(update.computed().text()), update.operator(), operand);
  }
}
