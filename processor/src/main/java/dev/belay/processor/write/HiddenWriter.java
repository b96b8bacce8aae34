package dev.belay.processor.write;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.belay.processor.lower.ir.Accessors;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenMember;
import dev.belay.processor.lower.ir.HiddenMember.Kind;
import dev.belay.processor.lower.ir.TypeText;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * Prints the accessors of members that the companion may not name.
 *
 * <pre>{@code
 * private static final MethodHandle db = Handles.getter(MethodHandles.lookup(), Posts.class, "db", Db.class);
 * static Db db(Posts self) { try { return (Db) db.invokeExact(self); } catch (Throwable t) { ... } }
 * }</pre>
 */
final class HiddenWriter {
  private static final ClassName BODIES = ClassName.get("dev.belay.internal", "Bodies");
  private static final ClassName HANDLES = ClassName.get("dev.belay.internal", "Handles");

  /** Of JDK 21, as are the patterns that need it. */
  static final ClassName MATCH_EXCEPTION = ClassName.get("java.lang", "MatchException");

  private HiddenWriter() {}

  static TypeSpec write(Accessors accessors) {
    List<HiddenMember> members = accessors.members();
    TypeSpec.Builder type =
        TypeSpec.classBuilder(accessors.name())
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addJavadoc("Members that only their own class may name.");
    for (HiddenMember member : members) {
      if (member.kind() != Kind.SWAP) {
        type.addField(handle(member));
      }
    }
    for (HiddenMember member : members) {
      type.addMethod(member.kind() == Kind.SWAP ? swap(member, members) : accessor(member));
    }
    accessors.types().forEach(each -> HiddenTypeWriter.write(each, type));
    accessors.functions().forEach(each -> HiddenFunctionWriter.write(each, type));
    accessors.parts().forEach(part -> type.addType(HiddenPartWriter.write(part)));
    if (accessors.holds()) {
      HiddenHeldWriter.write(type);
    }
    if (accessors.asks()) {
      type.addType(HiddenPartWriter.asked());
    }
    accessors.updates().forEach(update -> type.addType(HiddenUpdateWriter.write(update)));
    return type.build();
  }

  private static FieldSpec handle(HiddenMember member) {
    CodeBlock.Builder call =
        CodeBlock.builder()
            .add("$T.$L($T.lookup(), ", HANDLES, finder(member), MethodHandles.class)
            .add(type(member, member.erasedReceiver()))
            .add(", ")
            .add(type(member, member.owner()));
    if (member.kind() != Kind.CREATE) {
      call.add(", $S, ", member.name()).add(type(member, member.erasedResult()));
    }
    if (member.kind() != Kind.SET) {
      for (TypeText parameter : member.erasedParameters()) {
        call.add(", ").add(type(member, parameter));
      }
    }
    return FieldSpec.builder(MethodHandle.class, member.accessor())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(call.add(isCollector(member) ? ").asFixedArity()" : ")").build())
        .build();
  }

  /** Called without its exact types, a handle with varargs would take an array for an element. */
  private static boolean isCollector(HiddenMember member) {
    boolean calls =
        member.kind() == Kind.CALL || member.kind() == Kind.SUPER || member.kind() == Kind.CREATE;
    return calls && member.varargs() && !member.exact();
  }

  private static CodeBlock type(HiddenMember member, TypeText named) {
    TypeName type = Spelled.of(named.text());
    String array = "";
    TypeName element = type;
    for (; element instanceof ArrayTypeName each; element = each.componentType()) {
      array += "[";
    }
    String name = member.unnamed().get(element.toString());
    if (name == null) {
      return CodeBlock.of("$T.class", type);
    }
    String found = array.isEmpty() ? name : array + "L" + name + ";";
    return CodeBlock.of("$T.type($T.lookup(), $S)", HANDLES, MethodHandles.class, found);
  }

  private static MethodSpec swap(HiddenMember member, List<HiddenMember> members) {
    String self = member.isStatic() ? "" : "self";
    String comma = member.isStatic() ? "" : ", ";
    TypeName type = Spelled.of(member.result().text());
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(member.accessor()).addModifiers(Modifier.STATIC).returns(type);
    for (Fragment parameter : member.typeParameters()) {
      method.addTypeVariable(Spelled.variable(parameter));
    }
    if (!member.isStatic()) {
      method.addParameter(Spelled.of(member.receiver().text()), "self");
    }
    return method
        .addParameter(type, "value")
        .addStatement("$T old = $L($L)", type, other(member, Kind.GET, members), self)
        .addStatement("$L($L$Lvalue)", other(member, Kind.SET, members), self, comma)
        .addStatement("return old")
        .build();
  }

  private static String other(HiddenMember member, Kind kind, List<HiddenMember> members) {
    return members.stream()
        .filter(
            one ->
                one.kind() == kind
                    && one.name().equals(member.name())
                    && one.result().equals(member.result())
                    && one.receiver().equals(member.receiver())
                    && one.owner().equals(member.owner()))
        .findFirst()
        .orElseThrow()
        .accessor();
  }

  private static String finder(HiddenMember member) {
    boolean isStatic = member.isStatic();
    return switch (member.kind()) {
      case GET -> isStatic ? "staticGetter" : "getter";
      case SET -> isStatic ? "staticSetter" : "setter";
      case CALL, COMPONENT -> isStatic ? "staticMethod" : "method";
      case SUPER -> "superMethod";
      case SWAP -> throw new IllegalArgumentException("made of two others: " + member);
      case CREATE -> "constructor";
    };
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
      TypeName receiver = Spelled.of(member.receiver().text());
      method.addParameter(receiver, "self");
      arguments.add(argument(receiver, Spelled.of(member.erasedReceiver().text()), "self"));
    }
    for (int i = 0; i < member.parameters().size(); i++) {
      TypeName parameter = Spelled.of(member.parameters().get(i).text());
      method.addParameter(parameter, "a" + i);
      TypeName erased = Spelled.of(member.erasedParameters().get(i).text());
      arguments.add(argument(parameter, erased, "a" + i));
    }
    TypeName result = Spelled.of(member.result().text());
    method.varargs(member.varargs());
    method.returns(result);
    member.thrown().forEach(thrown -> method.addException(Spelled.of(thrown.text())));
    method.addCode(body(member, result, CodeBlock.join(arguments, ", ")));
    return method.build();
  }

  /** The handle is called with its exact types, which generic ones are not, if they have names. */
  private static CodeBlock argument(TypeName type, TypeName erased, String name) {
    return type.equals(erased) ? CodeBlock.of("$L", name) : CodeBlock.of("($T) $L", erased, name);
  }

  private static CodeBlock body(HiddenMember member, TypeName result, CodeBlock arguments) {
    TypeName erased = Spelled.of(member.erasedResult().text());
    String call = member.accessor() + (member.exact() ? ".invokeExact" : ".invoke");
    CodeBlock.Builder body = CodeBlock.builder().beginControlFlow("try");
    if (member.kind() == Kind.SET) {
      body.addStatement("$L($L)", call, arguments);
      body.addStatement("return a0");
    } else if (result.equals(TypeName.VOID)) {
      body.addStatement("$L($L)", call, arguments);
    } else if (result.equals(erased)) {
      body.addStatement("return ($T) $L($L)", erased, call, arguments);
    } else {
      body.addStatement("return ($T) ($T) $L($L)", result, erased, call, arguments);
    }
    body.nextControlFlow("catch ($T t)", Throwable.class);
    if (member.kind() == Kind.COMPONENT) {
      body.addStatement("throw new $T(t.toString(), t)", MATCH_EXCEPTION);
    } else {
      body.addStatement("throw $T.rethrow(t)", BODIES);
    }
    return body.endControlFlow().build();
  }
}
