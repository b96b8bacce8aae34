package dev.belay.processor.attribute;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/**
 * A type of the outer compilation as source text that has its signatures and nothing else. It
 * parses and can be called; it need not compile, since only errors in bodies are ever looked at.
 */
final class SignaturePrinter {
  private static final String BODY = " { throw null; }\n";

  /** Modifiers that say how a member is implemented, or contradict a body that is not there. */
  private static final Set<Modifier> IMPLEMENTATION =
      Set.of(Modifier.NATIVE, Modifier.SYNCHRONIZED, Modifier.STRICTFP);

  private final Elements elements;
  private final TypePrinter types = new TypePrinter();

  SignaturePrinter(Elements elements) {
    this.elements = elements;
  }

  /** A compilation unit for a top-level type, with import declarations as they are. */
  String file(TypeElement type, List<String> imports) {
    StringBuilder text = new StringBuilder();
    String packageName = elements.getPackageOf(type).getQualifiedName().toString();
    if (!packageName.isEmpty()) {
      text.append("package ").append(packageName).append(";\n");
    }
    imports.forEach(text::append);
    addType(type, text);
    return text.toString();
  }

  private void addType(TypeElement type, StringBuilder text) {
    addHead(type, text);
    text.append(" {\n");
    if (type.getKind() == ElementKind.ENUM) {
      text.append(
          type.getEnclosedElements().stream()
              .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
              .map(Element::getSimpleName)
              .collect(Collectors.joining(", ", "", ";\n")));
    }
    for (Element member : type.getEnclosedElements()) {
      // Types without a file of their own are never nestmates of a body, so it sees no such member.
      if (!member.getModifiers().contains(Modifier.PRIVATE)) {
        addMember(type, member, text);
      }
    }
    text.append("}\n");
  }

  /** A member by itself. */
  String member(TypeElement owner, Element member) {
    StringBuilder text = new StringBuilder();
    addMember(owner, member, text);
    return text.toString();
  }

  private void addMember(TypeElement owner, Element member, StringBuilder text) {
    switch (member.getKind()) {
      case FIELD -> addField(owner, (VariableElement) member, text);
      case METHOD, CONSTRUCTOR -> addExecutable(owner, (ExecutableElement) member, text);
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> addType((TypeElement) member, text);
      default -> {}
    }
  }

  private void addHead(TypeElement type, StringBuilder text) {
    Set<Modifier> implied =
        switch (type.getKind()) {
          case ENUM, RECORD -> Set.of(Modifier.FINAL, Modifier.ABSTRACT, Modifier.SEALED);
          case INTERFACE, ANNOTATION_TYPE -> Set.of(Modifier.ABSTRACT);
          default -> Set.of();
        };
    addModifiers(type, implied, text);
    text.append(
        switch (type.getKind()) {
          case ENUM -> "enum ";
          case RECORD -> "record ";
          case INTERFACE -> "interface ";
          case ANNOTATION_TYPE -> "@interface ";
          default -> "class ";
        });
    text.append(type.getSimpleName());
    addTypeParameters(type.getTypeParameters(), text);
    if (type.getKind() == ElementKind.RECORD) {
      text.append(
          type.getRecordComponents().stream()
              .map(component -> types.print(component.asType()) + " " + component.getSimpleName())
              .collect(Collectors.joining(", ", "(", ")")));
    }
    if (type.getKind() == ElementKind.CLASS && type.getSuperclass().getKind() != TypeKind.NONE) {
      text.append(" extends ").append(types.print(type.getSuperclass()));
    }
    if (type.getKind() != ElementKind.ANNOTATION_TYPE) {
      boolean isInterface = type.getKind() == ElementKind.INTERFACE;
      addList(isInterface ? " extends " : " implements ", type.getInterfaces(), text);
    }
    if (type.getModifiers().contains(Modifier.SEALED) && type.getKind() != ElementKind.ENUM) {
      addList(" permits ", type.getPermittedSubclasses(), text);
    }
  }

  private void addField(TypeElement owner, VariableElement field, StringBuilder text) {
    boolean isStatic = field.getModifiers().contains(Modifier.STATIC);
    if (owner.getKind() == ElementKind.RECORD && !isStatic) {
      return;
    }
    addModifiers(field, Set.of(), text);
    text.append(types.print(field.asType())).append(' ').append(field.getSimpleName());
    Object constant = field.getConstantValue();
    if (constant != null) {
      text.append(" = ").append(elements.getConstantExpression(constant));
    } else if (owner.getKind().isInterface()) {
      text.append(" = ").append(notConstant(field.asType()));
    }
    text.append(";\n");
  }

  /** A field of an interface needs some value, and must not become a constant by it. */
  private static String notConstant(TypeMirror type) {
    if (!type.getKind().isPrimitive()) {
      return "null";
    }
    return type.getKind() == TypeKind.BOOLEAN
        ? "java.lang.Boolean.valueOf(false)"
        : "java.lang.Integer.valueOf(0)";
  }

  private void addExecutable(TypeElement owner, ExecutableElement member, StringBuilder text) {
    if (isImplied(owner, member)) {
      return;
    }
    addModifiers(member, IMPLEMENTATION, text);
    addTypeParameters(member.getTypeParameters(), text);
    if (member.getKind() == ElementKind.CONSTRUCTOR) {
      text.append(' ').append(owner.getSimpleName());
    } else {
      text.append(' ').append(types.print(member.getReturnType()));
      text.append(' ').append(member.getSimpleName());
    }
    text.append('(').append(parameters(member)).append(')');
    addList(" throws ", member.getThrownTypes(), text);
    AnnotationValue defaultValue = member.getDefaultValue();
    if (defaultValue != null) {
      text.append(" default ").append(defaultValue);
    }
    text.append(member.getModifiers().contains(Modifier.ABSTRACT) ? ";\n" : BODY);
  }

  private String parameters(ExecutableElement member) {
    StringBuilder text = new StringBuilder();
    List<? extends VariableElement> parameters = member.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      String type = types.print(parameters.get(i).asType());
      boolean isRest = member.isVarArgs() && i == parameters.size() - 1 && type.endsWith("[]");
      text.append(i == 0 ? "" : ", ");
      text.append(isRest ? type.substring(0, type.length() - 2) + "..." : type);
      text.append(" p").append(i);
    }
    return text.toString();
  }

  /** Members that the compiler adds by itself, and refuses to be told. */
  private boolean isImplied(TypeElement owner, ExecutableElement member) {
    List<? extends VariableElement> parameters = member.getParameters();
    boolean isConstructor = member.getKind() == ElementKind.CONSTRUCTOR;
    return switch (owner.getKind()) {
      case ENUM ->
          isConstructor
              || (member.getSimpleName().contentEquals("values") && parameters.isEmpty())
              || (member.getSimpleName().contentEquals("valueOf") && parameters.size() == 1);
      case RECORD ->
          isConstructor && typesOf(parameters).equals(typesOf(owner.getRecordComponents()));
      default -> false;
    };
  }

  private List<String> typesOf(List<? extends Element> variables) {
    return variables.stream().map(variable -> types.print(variable.asType())).toList();
  }

  private void addTypeParameters(
      List<? extends TypeParameterElement> parameters, StringBuilder text) {
    if (parameters.isEmpty()) {
      return;
    }
    text.append(
        parameters.stream()
            .map(p -> p.getSimpleName() + " extends " + types.print(p.getBounds(), " & "))
            .collect(Collectors.joining(", ", "<", ">")));
  }

  private void addList(String keyword, List<? extends TypeMirror> list, StringBuilder text) {
    if (!list.isEmpty()) {
      text.append(keyword).append(types.print(list, ", "));
    }
  }

  private static void addModifiers(Element element, Set<Modifier> without, StringBuilder text) {
    Set<Modifier> modifiers = EnumSet.noneOf(Modifier.class);
    modifiers.addAll(element.getModifiers());
    modifiers.removeAll(without);
    modifiers.forEach(modifier -> text.append(modifier).append(' '));
  }
}
