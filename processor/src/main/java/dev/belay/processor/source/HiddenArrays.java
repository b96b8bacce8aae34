package dev.belay.processor.source;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenType;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.model.PrivateTypes;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Arrays of private classes, which only their {@code Class} can make, and of classes of the body
 * that have type parameters in the machine ({@link ParameterizedClasses}).
 *
 * <pre>{@code
 * new Row[a][b]       // ((Row_[][]) Array.newInstance(Hidden.type_Row, a, b))
 * {first, second}     // ((Row_[]) Arrays.copyOf(new Object[] {first, second}, 2, (Class) ...))
 * (Row[]) o           // ((Row_[]) Hidden.type_Row.arrayType().cast(o))
 * o instanceof Row[]  // Hidden.type_Row.arrayType().isInstance(o)
 * Row[].class         // ((Class<Row_[]>) Hidden.type_Row.arrayType())
 * Row[]::new          // (int a1) -> ((Row_[]) Array.newInstance(Hidden.type_Row, a1))
 * }</pre>
 */
final class HiddenArrays {
  private static final Fragment ARRAY = TypeText.named("java.lang.reflect", "Array").text();
  private static final Fragment ARRAYS = TypeText.named("java.util", "Arrays").text();
  private static final Fragment CLASS = TypeText.named("java.lang", "Class").text();

  private final BodyContext context;

  HiddenArrays(BodyContext context) {
    this.context = context;
  }

  /** What stands around operands, and between them. */
  record Form(Fragment before, String between, Fragment after) {
    Fragment around(Fragment operand) {
      return Fragment.of(before, operand, after);
    }
  }

  /** The class at the bottom of an array type, if Java makes none of it; null for another type. */
  @Nullable TypeElement element(TypeMirror type) {
    TypeMirror element = type;
    while (element instanceof ArrayType array) {
      element = array.getComponentType();
    }
    return type instanceof ArrayType
            && element instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement named
            && (PrivateTypes.isHidden(named) || context.classes().parameterized().has(named))
        ? named
        : null;
  }

  static int depth(TypeMirror type) {
    return type instanceof ArrayType array ? 1 + depth(array.getComponentType()) : 0;
  }

  /** {@code Hidden.type_Row.arrayType()}, for one dimension. */
  Fragment type(TypeElement element, int depth) {
    String arrays = ".arrayType()".repeat(depth);
    return PrivateTypes.isHidden(element)
        ? Fragment.text(
            context.hidden().ask(element, HiddenType.Use.TYPE, context.oracle()) + arrays)
        : Fragment.of(context.oracle().name(element), ".class" + arrays);
  }

  /** The {@code Class} of a type that is not one of Java's own arrays. */
  Fragment tested(TypeMirror type) {
    TypeElement element = element(type);
    return type instanceof DeclaredType declared
        ? type((TypeElement) declared.asElement(), 0)
        : type(java.util.Objects.requireNonNull(element), depth(type));
  }

  private Fragment open(TypeMirror type, Object... rest) {
    return Fragment.of("((", context.oracle().text(type).text(), ") ", Fragment.of(rest));
  }

  /** A new array; null where its class has a name, or an accessor makes it. */
  @Nullable Form creation(TreePath path, NewArrayTree tree) {
    TypeMirror type = context.type(path);
    TypeElement element = element(type);
    if (element == null || HiddenClasses.array(context, path, tree) != null) {
      return null;
    }
    if (tree.getInitializers() == null) {
      int rest = depth(type) - tree.getDimensions().size();
      Fragment before = open(type, ARRAY, ".newInstance(", type(element, rest), ", ");
      return new Form(before, ", ", Fragment.text("))"));
    }
    return of(type, element, tree.getInitializers().size());
  }

  /** {@code null}, which is no element. */
  Form none(TypeMirror type) {
    return new Form(open(type), "", Fragment.text(")"));
  }

  /** An array of elements that are listed. */
  Form of(TypeMirror type, TypeElement element, int count) {
    Fragment before = open(type, ARRAYS, ".copyOf(new ", TypeText.OBJECT.text(), "[] {");
    Fragment after =
        Fragment.of(
            "}, " + count + ", (",
            CLASS,
            "<? extends ",
            TypeText.OBJECT.text(),
            "[]>) ",
            type(element, depth(type)),
            "))");
    return new Form(before, ", ", after);
  }

  /** A cast to an array type of a private class; null for another cast. */
  @Nullable Form cast(TreePath path, TypeCastTree tree) {
    TypeElement element = named(tree.getType(), context.type(path));
    return element == null
        ? null
        : new Form(
            open(context.type(path), type(element, depth(context.type(path))), ".cast("),
            "",
            Fragment.text("))"));
  }

  /** A test for such a type; null for another test. */
  @Nullable Form test(TreePath path, InstanceOfTree tree) {
    if (tree.getPattern() != null || tree.getType() == null) {
      return null;
    }
    TypeMirror type = context.type(new TreePath(path, tree.getType()));
    TypeElement element = local(path, tree, type);
    return element == null
        ? null
        : new Form(Fragment.of(type(element, depth(type)), ".isInstance("), "", Fragment.text(")"));
  }

  /** What is tested for, if it is such an array type, or a class of the body with parameters. */
  private @Nullable TypeElement local(TreePath path, InstanceOfTree tree, TypeMirror type) {
    ParameterizedClasses classes = context.classes().parameterized();
    TypeMirror tested = context.type(new TreePath(path, tree.getExpression()));
    return type instanceof DeclaredType declared && classes.has(type) && !classes.has(tested)
        ? (TypeElement) declared.asElement()
        : named(tree.getType(), type);
  }

  private @Nullable TypeElement named(Tree name, TypeMirror type) {
    return name instanceof ArrayTypeTree ? element(type) : null;
  }

  /** {@code Row[].class}; null for another literal. */
  @Nullable Fragment literal(TreePath path, MemberSelectTree tree) {
    TypeMirror type = context.type(new TreePath(path, tree.getExpression()));
    TypeElement element = named(tree.getExpression(), type);
    return element == null
        ? null
        : Fragment.of(
            "((",
            CLASS,
            "<",
            context.oracle().text(type).text(),
            ">) ",
            type(element, depth(type)),
            ")");
  }

  /**
   * {@code Row[]::new}; null for another reference.
   *
   * @param parameter the type of its parameter, if that can be written
   * @param name of the parameter
   */
  @Nullable Fragment reference(
      TreePath path, MemberReferenceTree tree, List<TypeText> parameter, String name) {
    ExpressionTree named = tree.getQualifierExpression();
    TypeMirror type = context.type(new TreePath(path, named));
    TypeElement element = named(named, type);
    if (element == null || tree.getMode() != MemberReferenceTree.ReferenceMode.NEW) {
      return null;
    }
    Fragment declared =
        parameter.size() == 1 ? Fragment.of(parameter.get(0).text(), " ") : Fragment.EMPTY;
    return Fragment.of(
        "(",
        declared,
        name + ") -> ",
        open(type, ARRAY, ".newInstance(", type(element, depth(type) - 1), ", " + name + "))"));
  }
}
