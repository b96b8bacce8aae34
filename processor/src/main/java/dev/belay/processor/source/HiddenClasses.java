package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenType;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.model.PrivateTypes;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * What needs a private class itself, and not only a type that stands for it ({@link HiddenTypes}).
 *
 * <pre>{@code
 * (Row) o                  // Hidden.<Row_>as_Row(o)
 * o instanceof Row         // Hidden.is_Row(o)
 * Row.class                // Hidden.<Row_>class_Row()
 * new Row[n]               // Hidden.<Row_>array_Row(n)
 * }</pre>
 */
final class HiddenClasses {
  private final BodyContext context;
  private final Edits edits;
  private final HiddenArrays arrays;

  HiddenClasses(BodyContext context, Edits edits) {
    this.context = context;
    this.edits = edits;
    this.arrays = new HiddenArrays(context);
  }

  /** The private class that a tree names; or null. */
  static @Nullable TypeElement named(BodyContext context, TreePath parent, @Nullable Tree name) {
    if (name instanceof ParameterizedTypeTree generic) {
      return named(context, new TreePath(parent, generic), generic.getType());
    }
    boolean isName = name instanceof IdentifierTree || name instanceof MemberSelectTree;
    return isName
            && context.element(new TreePath(parent, name)) instanceof TypeElement type
            && PrivateTypes.isHidden(type)
        ? type
        : null;
  }

  private static String ask(BodyContext context, TypeElement type, HiddenType.Use use) {
    return context.hidden().ask(type, use, context.oracle());
  }

  /** What stands in front of the object of a cast to a private class; null for another cast. */
  static @Nullable String cast(BodyContext context, TreePath path, TypeCastTree tree) {
    TypeElement type = named(context, path, tree.getType());
    return type == null ? null : ask(context, type, HiddenType.Use.AS);
  }

  boolean cast(TreePath path, TypeCastTree tree) {
    return replaced(tree, cast(context, path, tree), tree.getExpression())
        || formed(tree, arrays.cast(path, tree), List.of(tree.getExpression()));
  }

  /** What stands in front of the object of a test without a pattern; null for another test. */
  static @Nullable String test(BodyContext context, TreePath path, InstanceOfTree tree) {
    TypeElement type = tree.getPattern() == null ? named(context, path, tree.getType()) : null;
    return type == null ? null : ask(context, type, HiddenType.Use.IS);
  }

  boolean test(TreePath path, InstanceOfTree tree) {
    return replaced(tree, test(context, path, tree), tree.getExpression())
        || formed(tree, arrays.test(path, tree), List.of(tree.getExpression()));
  }

  /** A use of a variable that its pattern binds as something else: {@code ((Row_) row)}. */
  void read(Tree tree, Element variable) {
    TypeText.View seen = context.bound(variable);
    if (seen != null) {
      edits.replace(context.start(tree), context.start(tree), seen.before());
      edits.close(context.end(tree), context.end(tree), seen.after());
    }
  }

  /** A supertype of a private class that has a name, and that not everything is; or null. */
  static @Nullable TypeElement above(BodyContext context, TypeElement type) {
    for (TypeMirror parent : context.oracle().types().directSupertypes(type.asType())) {
      TypeElement each = (TypeElement) ((DeclaredType) parent).asElement();
      TypeElement found = PrivateTypes.isHidden(each) ? above(context, each) : each;
      if (found != null && !found.getQualifiedName().contentEquals("java.lang.Object")) {
        return found;
      }
    }
    return null;
  }

  /** {@code Row.class}. */
  boolean literal(TreePath path, MemberSelectTree tree) {
    TypeElement type = named(context, path, tree.getExpression());
    Fragment literal =
        type == null
            ? arrays.literal(path, tree)
            : Fragment.text(ask(context, type, HiddenType.Use.CLASS) + ")");
    if (literal != null) {
      edits.replace(context.start(tree), context.end(tree), literal);
    }
    return literal != null;
  }

  /** What stands in front of the length of a new array; null for another array. */
  static @Nullable String array(BodyContext context, TreePath path, NewArrayTree tree) {
    boolean plain = tree.getDimensions().size() == 1 && tree.getInitializers() == null;
    TypeElement type = plain ? named(context, path, tree.getType()) : null;
    return type == null ? null : ask(context, type, HiddenType.Use.ARRAY);
  }

  boolean array(TreePath path, NewArrayTree tree) {
    String accessor = array(context, path, tree);
    return accessor == null
        ? formed(tree, arrays.creation(path, tree), operands(tree))
        : replaced(tree, accessor, tree.getDimensions().get(0));
  }

  /** What is computed for a new array. */
  static List<? extends ExpressionTree> operands(NewArrayTree tree) {
    return tree.getInitializers() == null ? tree.getDimensions() : tree.getInitializers();
  }

  /** The arguments for which Java makes an array of a private class. */
  void varargs(TreePath path, ExecutableElement called, List<? extends ExpressionTree> arguments) {
    HiddenArrays.Form form = new HiddenVarargs(context).form(path, called, arguments);
    Tree tree = path.getLeaf();
    if (form == null || !edits.covers(context.start(tree), context.end(tree))) {
      return; // the arguments are read by themselves
    }
    int first = called.getParameters().size() - 1;
    int end = context.end(tree) - 1;
    if (first >= arguments.size()) {
      edits.replace(end, end, first == 0 ? "" : ", ", form.before(), form.after());
      return;
    }
    int start = context.start(arguments.get(first));
    edits.replace(start, start, form.before());
    edits.close(end, end, form.after());
  }

  /** A lambda or a reference, with what makes an object of a private interface of it. */
  void function(TreePath path, ExpressionTree tree, Runnable reading) {
    HiddenFunctions.Place place = HiddenFunctions.of(context, context.type(path));
    if (place == null) {
      reading.run();
      return;
    }
    edits.replace(context.start(tree), context.start(tree), place.prefix());
    reading.run();
    edits.close(context.end(tree), context.end(tree), ")");
  }

  /** Puts a form around operands, and leaves nothing else of the expression. */
  private boolean formed(
      ExpressionTree tree,
      HiddenArrays.@Nullable Form form,
      List<? extends ExpressionTree> operands) {
    if (form == null) {
      return false;
    }
    if (operands.isEmpty()) {
      edits.replace(context.start(tree), context.end(tree), form.before(), form.after());
      return true;
    }
    int from = context.start(tree);
    Fragment before = form.before();
    for (ExpressionTree operand : operands) {
      edits.replace(from, context.start(operand), before);
      from = context.end(operand);
      before = Fragment.text(form.between());
    }
    edits.close(from, context.end(tree), form.after());
    return true;
  }

  /** Puts an accessor around an operand, and leaves nothing else of the expression. */
  private boolean replaced(ExpressionTree tree, @Nullable String accessor, ExpressionTree operand) {
    if (accessor == null) {
      return false;
    }
    edits.replace(context.start(tree), context.start(operand), accessor);
    edits.close(context.end(operand), context.end(tree), ")");
    return true;
  }
}
