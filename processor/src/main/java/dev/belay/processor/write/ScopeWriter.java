package dev.belay.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.belay.processor.lower.MachinePlan;
import dev.belay.processor.lower.ir.Accessors;
import dev.belay.processor.model.ResourceScope;
import dev.belay.processor.model.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Prints the scope of a resource class: a method for each constructor, and the machine that opens
 * an instance and closes it.
 */
final class ScopeWriter {
  private static final ClassName CLASS_MACHINE =
      ClassName.get("dev.belay.internal", "ClassMachine");
  private static final String MACHINE = "UseMachine";
  private static final String OPENING = "OpeningMachine";
  private static final String CLOSING = "ClosingMachine";

  private final ResourceScope scope;

  /** Machines with type parameters, which the scope need not have. */
  private final Set<String> generic = new HashSet<>();

  private ScopeWriter(ResourceScope scope) {
    this.scope = scope;
  }

  /**
   * The scope.
   *
   * @param plans machines of the methods that are compiled, the one that opens first
   * @param accessors what the bodies touch and the class cannot name
   */
  static SourceText write(ResourceScope scope, List<MachinePlan> plans, Accessors accessors) {
    ScopeWriter writer = new ScopeWriter(scope);
    TypeSpec.Builder type = writer.type();
    GeneratedClass.constants(type, accessors.constants());
    for (ResourceScope.Factory factory : scope.factories()) {
      type.addMethod(writer.of(factory, writer.start(factory)));
    }
    ResourceScope.Entry entry = scope.entry().orElseThrow();
    ResourceScope.Exit exit = scope.exit().orElseThrow();
    Iterator<MachinePlan> machines = plans.iterator();
    List<TypeSpec> bodies = new ArrayList<>();
    entry.template().ifPresent(body -> bodies.add(writer.body(OPENING, body, machines.next())));
    exit.template().ifPresent(body -> bodies.add(writer.body(CLOSING, body, machines.next())));
    type.addType(writer.machine(entry, exit));
    bodies.forEach(type::addType);
    if (!accessors.isEmpty()) {
      type.addType(HiddenWriter.write(accessors));
    }
    return GeneratedClass.file(scope, type);
  }

  private TypeSpec body(String machine, Template body, MachinePlan plan) {
    if (!plan.hidden().isEmpty()) {
      generic.add(machine);
    }
    return MachineWriter.write(machine, scope.type(), body, plan);
  }

  /** The scope with the same signatures and nothing behind them. */
  static SourceText stub(ResourceScope scope) {
    ScopeWriter writer = new ScopeWriter(scope);
    TypeSpec.Builder type = writer.type();
    CodeBlock refuse =
        CodeBlock.of(
            "throw new $T($S);\n", IllegalStateException.class, "the resource class has errors");
    for (ResourceScope.Factory factory : scope.factories()) {
      type.addMethod(writer.of(factory, refuse));
    }
    return GeneratedClass.file(scope, type);
  }

  private TypeSpec.Builder type() {
    boolean compiled =
        scope.entry().flatMap(ResourceScope.Entry::template).isPresent()
            || scope.exit().flatMap(ResourceScope.Exit::template).isPresent();
    return GeneratedClass.of(
        scope,
        "Opens and closes {@link $L}; one method for each of its constructors.\n"
            + (compiled ? "\n" + GeneratedClass.AT : ""),
        String.join(".", scope.type().simpleNames()));
  }

  private MethodSpec of(ResourceScope.Factory factory, CodeBlock body) {
    MethodSpec.Builder method =
        MethodSpec.methodBuilder("of")
            .addModifiers(factory.modifiers())
            .addTypeVariables(factory.typeVariables())
            .addAnnotations(factory.annotations())
            .returns(
                ParameterizedTypeName.get(ClassName.get("dev.belay", "AsyncScope"), scope.opened()))
            .addParameters(factory.parameters())
            .varargs(factory.varargs())
            .addExceptions(factory.thrown());
    if (!factory.javadoc().isEmpty()) {
      method.addJavadoc("$L", factory.javadoc());
    }
    return method.addCode(body).build();
  }

  private CodeBlock start(ResourceScope.Factory factory) {
    List<String> arguments = new ArrayList<>();
    factory.parameters().stream().map(ParameterSpec::name).forEach(arguments::add);
    CodeBlock create = CodeBlock.of("new $T($L)", scope.self(), String.join(", ", arguments));
    return CodeBlock.of(
        "return $T.scope(new $L($L));\n",
        CLASS_MACHINE.peerClass("ResourceMachine"),
        raw(MACHINE),
        create);
  }

  /** The name of a nested class as a constructor is called. */
  private String raw(String machine) {
    return scope.typeVariables().isEmpty() && !generic.contains(machine) ? machine : machine + "<>";
  }

  private TypeSpec machine(ResourceScope.Entry entry, ResourceScope.Exit exit) {
    TypeName machine = ParameterizedTypeName.get(CLASS_MACHINE, scope.self(), scope.opened());
    TypeSpec.Builder type =
        TypeSpec.classBuilder(MACHINE)
            .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
            .addTypeVariables(scope.typeVariables())
            .superclass(machine)
            .addJavadoc("One use of an instance.\n");
    type.addMethod(
        MethodSpec.constructorBuilder()
            .addParameter(scope.self(), "self")
            .addStatement("super(self)")
            .build());
    type.addMethod(
        overriding("opening", TypeName.BOOLEAN)
            .addParameter(scope.self(), "self")
            .addException(Throwable.class)
            .addCode(call(entry.template(), entry.method(), OPENING, ""))
            .build());
    type.addMethod(
        overriding("opened", scope.opened())
            .addParameter(scope.self(), "self")
            .addParameter(Object.class, "value")
            .addCode(
                entry.handsOut()
                    ? CodeBlock.of("return ($T) value;\n", scope.opened())
                    : CodeBlock.of("return self;\n"))
            .build());
    type.addMethod(
        overriding("closing", TypeName.BOOLEAN)
            .addParameter(scope.self(), "self")
            .addParameter(Throwable.class, "failure")
            .addException(Throwable.class)
            .addCode(
                call(exit.template(), exit.method(), CLOSING, exit.seesFailure() ? "failure" : ""))
            .build());
    if (entry.template().isEmpty()) {
      type.addMethod(
          overriding("another", machine)
              .addParameter(scope.self(), "self")
              .addStatement("return new $L(self)", raw(MACHINE))
              .build());
    }
    if (!exit.seesFailure()) {
      type.addMethod(
          overriding("seesFailure", TypeName.BOOLEAN).addStatement("return false").build());
    }
    if (exit.suppresses()) {
      type.addMethod(
          overriding("suppresses", TypeName.BOOLEAN)
              .addParameter(Object.class, "closed")
              .addStatement("return $T.TRUE.equals(closed)", Boolean.class)
              .build());
    }
    return type.build();
  }

  /** Awaits what the method returns if that is a stage, and otherwise calls its machine. */
  private CodeBlock call(
      Optional<Template> template, String method, String machine, String argument) {
    if (template.isEmpty()) {
      return CodeBlock.of("return pending(self.$N($L));\n", method, argument);
    }
    return CodeBlock.of(
        "return calling(new $L(self$L));\n",
        raw(machine),
        argument.isEmpty() ? "" : ", " + argument);
  }

  private static MethodSpec.Builder overriding(String name, TypeName result) {
    return MethodSpec.methodBuilder(name)
        .addAnnotation(Override.class)
        .addModifiers(Modifier.PROTECTED)
        .returns(result);
  }
}
