package dev.belay.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenMember;
import dev.belay.processor.lower.ir.HiddenMember.Kind;
import dev.belay.processor.lower.ir.TypeText;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Prints the accessors of members that the companion may not name. A handle in a static final field
 * is a constant to the compiler of the virtual machine.
 *
 * <pre>{@code
 * private static final MethodHandle DB = find(lookup -> lookup.findGetter(Posts.class, "db", Db.class));
 * static Db db(Posts self) { try { return (Db) DB.invokeExact(self); } catch (Throwable t) { ... } }
 * }</pre>
 */
final class HiddenWriter {
  private static final ClassName BODIES = ClassName.get("dev.belay.internal", "Bodies");

  private HiddenWriter() {}

  static TypeSpec write(List<HiddenMember> members) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder("Hidden")
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("Members that only their own class may name.");
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    for (HiddenMember member : members) {
      type.addField(handle(member));
      type.addMethod(accessor(member));
    }
    for (HiddenMember member : members) {
      type.addMethod(finder(member));
    }
    return type.build();
  }

  private static String constant(HiddenMember member) {
    return "HANDLE_" + member.accessor();
  }

  private static FieldSpec handle(HiddenMember member) {
    return FieldSpec.builder(MethodHandle.class, constant(member))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("find_$L()", member.accessor())
        .build();
  }

  private static MethodSpec finder(HiddenMember member) {
    CodeBlock.Builder body = CodeBlock.builder();
    body.beginControlFlow("try");
    TypeName owner = Spelled.of(member.owner().text());
    body.addStatement(
        "$1T.Lookup lookup = $1T.privateLookupIn($2T.class, $1T.lookup())",
        MethodHandles.class,
        owner);
    body.addStatement(find(member, owner));
    body.nextControlFlow("catch ($T e)", ReflectiveOperationException.class);
    body.addStatement("throw new $T(e)", IllegalStateException.class);
    body.endControlFlow();
    return MethodSpec.methodBuilder("find_" + member.accessor())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(MethodHandle.class)
        .addCode(body.build())
        .build();
  }

  private static CodeBlock find(HiddenMember member, TypeName owner) {
    TypeName result = Spelled.of(member.erasedResult().text());
    String place = member.isStatic() ? "Static" : "";
    return switch (member.kind()) {
      case GET ->
          CodeBlock.of(
              "return lookup.find" + place + "Getter($T.class, $S, $T.class)",
              owner,
              member.name(),
              result);
      case SET ->
          CodeBlock.of(
              "return lookup.find" + place + "Setter($T.class, $S, $T.class)",
              owner,
              member.name(),
              result);
      case CREATE ->
          CodeBlock.of(
              "return lookup.findConstructor($T.class, $L)",
              owner,
              methodType(TypeName.VOID, member));
      case CALL ->
          CodeBlock.of(
              "return lookup.find$L($T.class, $S, $L)",
              member.isStatic() ? "Static" : "Virtual",
              owner,
              member.name(),
              methodType(result, member));
    };
  }

  private static CodeBlock methodType(TypeName result, HiddenMember member) {
    CodeBlock.Builder type =
        CodeBlock.builder().add("$T.methodType($T.class", MethodType.class, result);
    for (TypeText parameter : member.erasedParameters()) {
      type.add(", $T.class", Spelled.of(parameter.text()));
    }
    return type.add(")").build();
  }

  private static MethodSpec accessor(HiddenMember member) {
    boolean receives = !member.isStatic() && member.kind() != Kind.CREATE;
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(member.accessor()).addModifiers(Modifier.STATIC);
    for (Fragment parameter : member.typeParameters()) {
      method.addTypeVariable(Spelled.variable(parameter));
    }
    List<CodeBlock> arguments = new ArrayList<>();
    if (receives) {
      method.addParameter(Spelled.of(member.receiver().text()), "self");
      arguments.add(CodeBlock.of("($T) self", Spelled.of(member.owner().text())));
    }
    for (int i = 0; i < member.parameters().size(); i++) {
      method.addParameter(Spelled.of(member.parameters().get(i).text()), "a" + i);
      TypeName erased = Spelled.of(member.erasedParameters().get(i).text());
      arguments.add(CodeBlock.of("($T) a$L", erased, i));
    }
    if (member.varargs()) {
      method.varargs();
    }
    TypeName result = Spelled.of(member.result().text());
    method.returns(result);
    member.thrown().forEach(thrown -> method.addException(Spelled.of(thrown.text())));
    method.addCode(body(member, result, CodeBlock.join(arguments, ", ")));
    return method.build();
  }

  private static CodeBlock body(HiddenMember member, TypeName result, CodeBlock arguments) {
    TypeName erased = Spelled.of(member.erasedResult().text());
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("try");
    if (member.kind() == Kind.SET) {
      body.addStatement("$L.invokeExact($L)", constant(member), arguments);
      body.addStatement("return a0");
    } else if (result.equals(TypeName.VOID)) {
      body.addStatement("$L.invokeExact($L)", constant(member), arguments);
    } else if (result.equals(erased)) {
      body.addStatement("return ($T) $L.invokeExact($L)", erased, constant(member), arguments);
    } else {
      body.addStatement(
          "return ($T) ($T) $L.invokeExact($L)", result, erased, constant(member), arguments);
    }
    return body.nextControlFlow("catch ($T t)", Throwable.class)
        .addStatement("throw $T.<$T>rethrow(t)", BODIES, RuntimeException.class)
        .endControlFlow()
        .build();
  }
}
