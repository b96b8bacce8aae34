package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncResource;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Generates companions that call the templates themselves, through {@link NativeRuntime}. */
@SupportedAnnotationTypes({
  "dev.belay.AsyncGenerator",
  "dev.belay.AsyncMethod",
  "dev.belay.AsyncResource"
})
final class NativeCompanions extends AbstractProcessor {

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    Map<TypeElement, List<String>> companions = new LinkedHashMap<>();
    for (TypeElement annotation : annotations) {
      for (Element element : round.getElementsAnnotatedWith(annotation)) {
        if (element instanceof ExecutableElement template
            && !template.getModifiers().contains(Modifier.PRIVATE)) {
          companions
              .computeIfAbsent((TypeElement) template.getEnclosingElement(), t -> new ArrayList<>())
              .add(method(template, annotation.getSimpleName().toString()));
        }
      }
    }
    companions.forEach((type, methods) -> write(type, "Async", methods));
    for (Element element : round.getElementsAnnotatedWith(AsyncResource.class)) {
      if (element instanceof TypeElement type) {
        write(type, "Scope", NativeScopes.of(type, generics(List.of(type))));
      }
    }
    return false;
  }

  private void write(TypeElement type, String suffix, List<String> methods) {
    String packageName = processingEnv.getElementUtils().getPackageOf(type).toString();
    String name =
        type.getQualifiedName().toString().substring(packageName.length() + 1).replace('.', '_')
            + suffix;
    try (Writer writer =
        processingEnv.getFiler().createSourceFile(packageName + "." + name, type).openWriter()) {
      writer.write("package " + packageName + ";\n\npublic final class " + name + " {\n");
      String runtime = NativeRuntime.class.getCanonicalName();
      writer.write(
          "static " + runtime + " run() { return " + runtime + ".of(" + name + ".class); }\n");
      writer.write(String.join("\n", methods) + "\n}\n");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private String method(ExecutableElement template, String kind) {
    List<String> parameters = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    TypeElement owner = (TypeElement) template.getEnclosingElement();
    List<Parameterizable> generics = new ArrayList<>();
    boolean isStatic = template.getModifiers().contains(Modifier.STATIC);
    if (!isStatic) {
      parameters.add(owner.asType() + " self");
      // An inner object's type mentions the parameters of the classes around it.
      for (Element each = owner; each instanceof TypeElement type; ) {
        generics.add(0, type);
        each = type.getModifiers().contains(Modifier.STATIC) ? null : type.getEnclosingElement();
      }
    }
    generics.add(template);
    List<? extends VariableElement> all = template.getParameters();
    boolean yields = !kind.equals("AsyncMethod");
    for (VariableElement parameter : yields ? all.subList(0, all.size() - 1) : all) {
      String type = parameter.asType().toString();
      boolean last = parameter == all.get(all.size() - 1);
      parameters.add(
          (last && template.isVarArgs() ? type.replaceFirst("\\[]$", "...") : type)
              + " "
              + parameter);
      arguments.add(parameter.toString());
    }
    if (yields) {
      arguments.add("out$");
    }
    String call =
        (isStatic ? owner.getQualifiedName() : "self")
            + "."
            + typeArguments(template)
            + template.getSimpleName()
            + "("
            + String.join(", ", arguments)
            + ")";
    return "public static %s %s %s(%s) { return run().%s; }"
        .formatted(
            generics(generics),
            result(template, kind),
            template.getSimpleName(),
            String.join(", ", parameters),
            body(template, kind, call));
  }

  private static String typeArguments(ExecutableElement template) {
    List<String> names = template.getTypeParameters().stream().map(Object::toString).toList();
    return names.isEmpty() ? "" : "<" + String.join(", ", names) + ">";
  }

  private static String body(ExecutableElement template, String kind, String call) {
    return switch (kind) {
      case "AsyncGenerator" ->
          (isTwoWay(template) ? "conversation" : "generator") + "(out$ -> " + call + ")";
      case "AsyncResource" -> "resource(out$ -> " + call + ")";
      default ->
          template.getReturnType().getKind() == TypeKind.VOID
              ? "method(() -> { " + call + "; return null; })"
              : "method(() -> " + call + ")";
    };
  }

  private static boolean isTwoWay(ExecutableElement template) {
    List<? extends VariableElement> parameters = template.getParameters();
    return parameters
        .get(parameters.size() - 1)
        .asType()
        .toString()
        .startsWith("dev.belay.Exchange<");
  }

  private String result(ExecutableElement template, String kind) {
    if (kind.equals("AsyncMethod")) {
      TypeMirror type = template.getReturnType();
      boolean primitive = type.getKind().isPrimitive();
      String boxed =
          type.getKind() == TypeKind.VOID
              ? "Void"
              : primitive
                  ? processingEnv
                      .getTypeUtils()
                      .boxedClass((javax.lang.model.type.PrimitiveType) type)
                      .toString()
                  : type.toString();
      return "java.util.concurrent.CompletableFuture<" + boxed + ">";
    }
    String yield =
        template.getParameters().get(template.getParameters().size() - 1).asType().toString();
    String arguments = yield.substring(yield.indexOf('<'));
    return kind.equals("AsyncResource")
        ? "dev.belay.AsyncScope" + arguments
        : isTwoWay(template)
            ? "dev.belay.AsyncConversation" + arguments
            : "dev.belay.AsyncIterable" + arguments;
  }

  private static String generics(List<Parameterizable> owners) {
    String all =
        owners.stream()
            .flatMap(owner -> owner.getTypeParameters().stream())
            .map(
                parameter ->
                    parameter
                        + " extends "
                        + parameter.getBounds().stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(" & ")))
            .collect(Collectors.joining(", "));
    return all.isEmpty() ? "" : "<" + all + ">";
  }
}
