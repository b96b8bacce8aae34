package dev.belay.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.belay.processor.lower.MachinePlan;
import dev.belay.processor.lower.ir.Accessors;
import dev.belay.processor.model.Companion;
import dev.belay.processor.model.MachineFactory;
import dev.belay.processor.model.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** Prints a companion: the methods that callers see, and a machine for each. */
final class CompanionWriter {
  private static final String RUNTIME = "dev.belay";
  private static final String INTERNAL = "dev.belay.internal";

  private CompanionWriter() {}

  /**
   * The companion.
   *
   * @param plans one machine a template, in the same order
   * @param accessors what the bodies touch and the class cannot name
   * @param called the machines that the bodies create themselves
   */
  static SourceText write(
      Companion companion,
      List<MachinePlan> plans,
      Accessors accessors,
      List<MachineFactory> called) {
    TypeSpec.Builder type = type(companion);
    GeneratedClass.constants(type, accessors.constants());
    List<String> names = machineNames(companion, plans);
    for (int i = 0; i < plans.size(); i++) {
      Template template = companion.templates().get(i);
      MachinePlan plan = plans.get(i);
      String machine = names.get(i);
      Signature signature = Signature.of(template, plan);
      type.addMethod(method(template, signature, start(template, machine, plan)));
      called.stream()
          .filter(each -> each.template().equals(template))
          .forEach(each -> type.addMethod(factory(companion, each, machine, plan)));
    }
    for (int i = 0; i < plans.size(); i++) {
      type.addType(
          MachineWriter.write(
              names.get(i), companion.type(), companion.templates().get(i), plans.get(i)));
    }
    if (!accessors.isEmpty()) {
      type.addType(HiddenWriter.write(accessors));
    }
    return GeneratedClass.file(companion, type);
  }

  /** The companion with the same signatures and nothing behind them. */
  static SourceText stub(Companion companion) {
    TypeSpec.Builder type = type(companion);
    for (Template template : companion.templates()) {
      CodeBlock refuse =
          CodeBlock.of(
              "throw new $T($S);\n", IllegalStateException.class, "the template has errors");
      type.addMethod(method(template, Signature.of(template), refuse));
    }
    return GeneratedClass.file(companion, type);
  }

  private static TypeSpec.Builder type(Companion companion) {
    return GeneratedClass.of(
        companion,
        "Compiled from the templates of {@link $L}: call these methods instead of those.\n\n"
            + GeneratedClass.AT,
        String.join(".", companion.type().simpleNames()));
  }

  private static MethodSpec method(Template template, Signature signature, CodeBlock body) {
    MethodSpec.Builder method =
        withParameters(template, signature, template.name())
            .addModifiers(template.modifiers())
            .addAnnotations(template.annotations())
            .returns(result(template));
    if (!template.javadoc().isEmpty()) {
      method.addJavadoc("$L", template.javadoc());
    }
    return method.addCode(body).build();
  }

  private static MethodSpec factory(
      Companion companion, MachineFactory factory, String machine, MachinePlan plan) {
    Template template = factory.template();
    ClassName raw = companion.name().nestedClass(machine);
    List<TypeName> arguments = new ArrayList<>(template.typeVariables());
    plan.hidden().forEach(any -> arguments.add(WildcardTypeName.subtypeOf(Object.class)));
    return withParameters(template, Signature.of(template, plan), factory.name())
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
        .returns(
            arguments.isEmpty()
                ? raw
                : ParameterizedTypeName.get(raw, arguments.toArray(TypeName[]::new)))
        .addCode("return $L;\n", create(template, machine, plan))
        .build();
  }

  private static MethodSpec.Builder withParameters(
      Template template, Signature signature, String name) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder(name)
            .addTypeVariables(signature.variables())
            .varargs(template.varargs());
    template.self().ifPresent(self -> method.addParameter(self, selfName(template)));
    signature.parameters().forEach(method::addParameter);
    return method;
  }

  private static TypeName result(Template template) {
    TypeName element = template.element();
    return switch (template.kind()) {
      case GENERATOR -> generic(RUNTIME, "AsyncIterable", element);
      case CONVERSATION ->
          ParameterizedTypeName.get(
              ClassName.get(RUNTIME, "AsyncConversation"),
              element,
              template.answer().orElse(ClassName.get(Object.class)));
      case METHOD -> ParameterizedTypeName.get(ClassName.get(CompletableFuture.class), element);
      case RESOURCE -> generic(RUNTIME, "AsyncScope", element);
    };
  }

  private static TypeName generic(String packageName, String name, TypeName argument) {
    return ParameterizedTypeName.get(ClassName.get(packageName, name), argument);
  }

  private static CodeBlock start(Template template, String machine, MachinePlan plan) {
    CodeBlock create = create(template, machine, plan);
    ClassName internal = ClassName.get(INTERNAL, "GeneratorMachine");
    return switch (template.kind()) {
      case GENERATOR ->
          CodeBlock.of("return $T.cold(() -> $L);\n", internal.peerClass("Generators"), create);
      case CONVERSATION ->
          CodeBlock.of("return $T.conversation($L);\n", internal.peerClass("Generators"), create);
      case METHOD ->
          CodeBlock.of("return $T.start($L);\n", internal.peerClass("MethodMachine"), create);
      case RESOURCE ->
          CodeBlock.of("return $T.scope($L);\n", internal.peerClass("ResourceMachine"), create);
    };
  }

  private static CodeBlock create(Template template, String machine, MachinePlan plan) {
    String arguments = String.join(", ", arguments(template));
    if (!plan.hidden().isEmpty()) {
      return CodeBlock.of("new $L<>($L)", machine, arguments); // private classes have no names
    }
    if (template.typeVariables().isEmpty()) {
      return CodeBlock.of("new $L($L)", machine, arguments);
    }
    // Of a parameter like Predicate<? super T>, Java would infer another type than T.
    String types =
        template.typeVariables().stream()
            .map(each -> each.name())
            .collect(Collectors.joining(", "));
    return CodeBlock.of("new $L<$L>($L)", machine, types, arguments);
  }

  private static List<String> arguments(Template template) {
    List<String> arguments = new ArrayList<>();
    if (template.self().isPresent()) {
      arguments.add(selfName(template));
    }
    template.parameters().stream().map(ParameterSpec::name).forEach(arguments::add);
    return arguments;
  }

  /** {@code self}, unless a parameter has taken the name. */
  private static String selfName(Template template) {
    List<String> taken = template.parameters().stream().map(ParameterSpec::name).toList();
    String name = "self";
    while (taken.contains(name)) {
      name += "_";
    }
    return name;
  }

  /** {@code Paginated} for {@code paginated}; overloads are numbered. */
  private static List<String> machineNames(Companion companion, List<MachinePlan> plans) {
    List<String> names = new ArrayList<>();
    List<String> taken = new ArrayList<>();
    for (MachinePlan plan : plans) {
      plan.classes().forEach(each -> taken.add(each.name()));
    }
    for (Template template : companion.templates()) {
      String name = template.name();
      String capital = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
      String unique = capital + "Machine";
      for (int i = 2; names.contains(unique) || taken.contains(unique); i++) {
        unique = capital + i + "Machine";
      }
      names.add(unique);
    }
    return names;
  }
}
