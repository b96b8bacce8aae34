package dev.belay.processor.declare;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/** Whether a declaration mentions types that do not exist, or not yet. */
final class Signatures {
  private Signatures() {}

  /** Whether the parser found a name for everything around, instead of making one up. */
  static boolean isNamed(Element declaration) {
    if (declaration instanceof PackageElement) {
      return true;
    }
    List<Element> named = new ArrayList<>(List.of(declaration));
    if (declaration instanceof Parameterizable generic) {
      named.addAll(generic.getTypeParameters());
    }
    if (declaration instanceof ExecutableElement method) {
      named.addAll(method.getParameters());
    }
    Element around = declaration.getEnclosingElement();
    return named.stream()
            .map(each -> each.getSimpleName().toString())
            .allMatch(name -> name.equals("<init>") || SourceVersion.isName(name))
        && (around == null || isNamed(around));
  }

  /** The type variables of the classes that a method has an instance of. */
  static Set<String> typeVariablesAround(ExecutableElement method) {
    Set<String> names = new HashSet<>();
    Element each = method;
    while (!each.getModifiers().contains(Modifier.STATIC)
        && each.getEnclosingElement() instanceof TypeElement type) {
      type.getTypeParameters().forEach(one -> names.add(one.getSimpleName().toString()));
      each = type;
    }
    return names;
  }

  static boolean isComplete(ExecutableElement method) {
    boolean complete = isKnown(method.getReturnType());
    for (VariableElement parameter : method.getParameters()) {
      complete &= isKnown(parameter.asType());
    }
    for (TypeParameterElement parameter : method.getTypeParameters()) {
      complete &= parameter.getBounds().stream().allMatch(Signatures::isKnown);
    }
    return complete && method.getThrownTypes().stream().allMatch(Signatures::isKnown);
  }

  private static boolean isKnown(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return false;
    }
    if (type instanceof ArrayType array) {
      return isKnown(array.getComponentType());
    }
    if (type instanceof WildcardType wildcard) {
      return (wildcard.getExtendsBound() == null || isKnown(wildcard.getExtendsBound()))
          && (wildcard.getSuperBound() == null || isKnown(wildcard.getSuperBound()));
    }
    return !(type instanceof DeclaredType declared)
        || declared.getTypeArguments().stream().allMatch(Signatures::isKnown);
  }
}
