package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.model.PrivateTypes;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Arguments for which Java makes an array of a private class (JLS 15.12.4.2). It would make one of
 * another class here, so the array is made as an initializer's is ({@link HiddenArrays}).
 *
 * <pre>{@code
 * all(first, second)
 * // Hidden.<Row_>all(((Row_[]) Arrays.copyOf(new Object[] {first, second}, 2, ...)))
 * }</pre>
 */
final class HiddenVarargs {
  private final BodyContext context;
  private final HiddenArrays arrays;

  HiddenVarargs(BodyContext context) {
    this.context = context;
    this.arrays = new HiddenArrays(context);
  }

  /**
   * What stands around the arguments from the last parameter on; null where they stay.
   *
   * @param path the call or creation
   */
  HiddenArrays.@Nullable Form form(
      TreePath path, ExecutableElement called, List<? extends ExpressionTree> arguments) {
    TypeMirror last = last(path, called);
    TypeElement element = last == null ? null : arrays.element(last);
    if (last == null || element == null) {
      return null;
    }
    if (isVariable(path, last, called, arguments)) {
      return arrays.of(last, element, arguments.size() - called.getParameters().size() + 1);
    }
    TypeMirror only = context.type(new TreePath(path, arguments.get(arguments.size() - 1)));
    return only.getKind() == TypeKind.NULL ? arrays.none(last) : null;
  }

  /** Whether Java would make an array of another class for a call, and nothing says of which. */
  boolean isLost(
      TreePath path, ExecutableElement called, List<? extends ExpressionTree> arguments) {
    TypeMirror last = last(path, called);
    return last != null && isVariable(path, last, called, arguments) && isLost(last);
  }

  private static boolean isLost(TypeMirror array) {
    TypeMirror element = array;
    while (element instanceof ArrayType each) {
      element = each.getComponentType();
    }
    return !(element instanceof DeclaredType) && !PrivateTypes.all(element).isEmpty();
  }

  /**
   * The same for a reference.
   *
   * @param function what the reference is to be
   */
  boolean isLost(TreePath reference, ExecutableElement referred, ExecutableType function) {
    if (!referred.isVarArgs() || referred.getAnnotation(SafeVarargs.class) != null) {
      return false;
    }
    TypeMirror last = referred.getParameters().get(referred.getParameters().size() - 1).asType();
    return isVariable(reference, referred, function)
        && last instanceof ArrayType array
        && array.getComponentType().getKind() == TypeKind.TYPEVAR
        && function.getParameterTypes().stream()
            .anyMatch(each -> !PrivateTypes.all(each).isEmpty());
  }

  /**
   * What the lambda in the place of a reference hands on.
   *
   * <pre>{@code
   * Row::all       // (Row_ a1, Row_ a2) -> Hidden.<Row_>all(((Row_[]) Arrays.copyOf(...)))
   * }</pre>
   *
   * @param names the parameters of the lambda
   */
  Fragment handedOn(
      TreePath reference, ExecutableElement referred, ExecutableType function, List<String> names) {
    int last = referred.getParameters().size() - 1;
    TypeMirror array = referred.isVarArgs() ? referred.getParameters().get(last).asType() : null;
    TypeElement element = array == null ? null : arrays.element(array);
    if (array == null || element == null || !isVariable(reference, referred, function)) {
      return Fragment.text(String.join(", ", names));
    }
    int first = last + receivers(reference, referred);
    List<String> elements = names.subList(first, names.size());
    Fragment made =
        arrays
            .of(array, element, elements.size())
            .around(Fragment.text(String.join(", ", elements)));
    return Fragment.of(String.join(", ", names.subList(0, first)), first == 0 ? "" : ", ", made);
  }

  /** Whether the function has elements for parameters, and not the array itself. */
  private boolean isVariable(
      TreePath reference, ExecutableElement referred, ExecutableType function) {
    List<? extends TypeMirror> given = function.getParameterTypes();
    int count = referred.getParameters().size() + receivers(reference, referred);
    if (given.size() != count) {
      return true;
    }
    TypeMirror only = given.get(count - 1);
    TypeMirror last = referred.getParameters().get(referred.getParameters().size() - 1).asType();
    return !context
        .oracle()
        .types()
        .isAssignable(
            context.oracle().types().erasure(only), context.oracle().types().erasure(last));
  }

  /** How many parameters of a function are the object of the method that it calls. */
  private int receivers(TreePath reference, ExecutableElement referred) {
    return referred.getKind() == ElementKind.METHOD
            && !referred.getModifiers().contains(Modifier.STATIC)
            && reference.getLeaf() instanceof MemberReferenceTree tree
            && context.element(new TreePath(reference, tree.getQualifierExpression()))
                instanceof TypeElement
        ? 1
        : 0;
  }

  /** The type of the array for a call; null where no method with such a parameter is called. */
  private @Nullable TypeMirror last(TreePath path, ExecutableElement called) {
    if (!called.isVarArgs() || isPolymorphic(called)) {
      return null;
    }
    int index = called.getParameters().size() - 1;
    return path.getLeaf() instanceof MethodInvocationTree call
            && context.type(new TreePath(path, call.getMethodSelect()))
                instanceof ExecutableType inferred
        ? inferred.getParameterTypes().get(index)
        : called.getParameters().get(index).asType();
  }

  /** A method of a handle, for whose arguments no array is made (JLS 15.12.3). */
  private static boolean isPolymorphic(ExecutableElement called) {
    return called.getModifiers().contains(Modifier.NATIVE)
        && TypeOracle.enclosingType(called)
            .getQualifiedName()
            .toString()
            .startsWith("java.lang.invoke.");
  }

  /** Whether the arguments are elements, and not the array itself. */
  private boolean isVariable(
      TreePath path,
      TypeMirror last,
      ExecutableElement called,
      List<? extends ExpressionTree> arguments) {
    if (arguments.size() != called.getParameters().size()) {
      return true;
    }
    TypeMirror only = context.type(new TreePath(path, arguments.get(arguments.size() - 1)));
    return only.getKind() != TypeKind.NULL
        && !(only instanceof ArrayType && context.oracle().types().isAssignable(only, last));
  }
}
