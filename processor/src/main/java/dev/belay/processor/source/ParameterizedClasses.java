package dev.belay.processor.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.model.StageTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * Classes of the body inside a machine that has type parameters. In the source such a class has
 * none; there it has those of the machine, unless it is static: Java makes no arrays of it, tests
 * for it only what is known to be one for other reasons, and lets none be thrown (JLS 4.7, 8.1.2).
 */
final class ParameterizedClasses {
  private final BodyContext context;
  private final Set<TypeElement> statics = new HashSet<>();
  private final Map<TypeElement, Tree> within = new HashMap<>();
  private boolean any;

  ParameterizedClasses(BodyContext context) {
    this.context = context;
  }

  /** The machine has type parameters. */
  void expect() {
    any = true;
  }

  boolean areExpected() {
    return any;
  }

  /** The class becomes a static member of the machine. */
  void freed(TypeElement type) {
    statics.add(type);
  }

  /** Whether a class has the type parameters of the machine. */
  boolean has(TypeElement type) {
    return any
        && TypeOracle.isLocal(type)
        && type.getKind() == ElementKind.CLASS
        && !type.getModifiers().contains(Modifier.STATIC)
        && !statics.contains(type);
  }

  boolean has(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element
        && has(element);
  }

  /** Refuses a pattern of such a class, where nothing is known of what is tested. */
  void pattern(TreePath name, TypeMirror tested) {
    if (!(context.element(name) instanceof TypeElement type) || !has(type) || has(tested)) {
      return;
    }
    if (context.classes().isMoving(type)) {
      within.putIfAbsent(type, name.getLeaf()); // it is not known yet whether it becomes static
    } else {
      pattern(name.getLeaf());
    }
  }

  private void pattern(Tree name) {
    context.unsupported(
        name,
        "a pattern of a local class beside type variables",
        "the class becomes a member of a generic one, which Java tests for without a pattern only",
        "write 'instanceof' without a variable, and a cast");
  }

  /** The class keeps the type parameters of the machine. */
  void kept(Tree declaration, TypeElement type) {
    failure(declaration, type);
    Tree name = within.get(type);
    if (name != null) {
      pattern(name);
    }
  }

  /** Refuses a class of exceptions that is generic there. */
  void failure(Tree declaration, TypeElement type) {
    if (has(type) && isThrowable(type)) {
      context.unsupported(
          declaration,
          "an exception class in a body, beside type variables",
          "it becomes a member of a generic class, and Java lets no such class extend Throwable",
          "make it a nested class, or a local one that names none of those types");
    }
  }

  private boolean isThrowable(TypeElement type) {
    TypeMirror each = type.asType();
    while (each instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element) {
      if (StageTypes.isNamed(each, "java.lang.Throwable")) {
        return true;
      }
      each = element.getSuperclass();
    }
    return false;
  }
}
