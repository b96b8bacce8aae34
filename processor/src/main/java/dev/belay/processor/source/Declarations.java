package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of local variables and gives each its identity. */
final class Declarations {
  private final BodyContext context;
  private final ExpressionReader expressions;

  Declarations(BodyContext context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  /** {@code T name = initializer;} */
  Stmt.Declare local(TreePath path, VariableTree tree) {
    if (tree.getInitializer() != null && isBesideSuspension(path)) {
      TreePath initializer = new TreePath(path, tree.getInitializer());
      context.named().name(initializer, declaredType(path, tree), tree.getName().toString());
    }
    // The initializer is read first: it cannot mean the variable, and a lambda in it may not.
    Expr value = initializer(path, tree.getInitializer());
    return declare(path, tree, value);
  }

  /** A variable whose value comes from elsewhere: an element, a resource, an exception. */
  Stmt.Declare declare(TreePath path, VariableTree tree, @Nullable Expr value) {
    Element element = context.element(path);
    TypeMirror type = declaredType(path, tree);
    TypeText text = context.typeText(type, isVar(tree) ? tree : tree.getType());
    refuseUnspeakable(path, tree, type, text);
    String literal =
        element instanceof VariableElement variable && variable.getConstantValue() != null
            ? context.oracle().elements().getConstantExpression(variable.getConstantValue())
            : null;
    String name = tree.getName().toString();
    Variable variable =
        name.isEmpty()
            ? context.fresh().temporary("unnamed", text)
            : context.fresh().constant(name, text, literal);
    if (element != null) {
      context.name(element, variable);
    }
    return new Stmt.Declare(variable, value, prefix(path, tree, type, text), context.line(tree));
  }

  private TypeMirror declaredType(TreePath path, VariableTree tree) {
    Element element = context.element(path);
    return element == null ? context.type(new TreePath(path, tree.getType())) : element.asType();
  }

  /** Whether the variable may have to be kept while the body waits. */
  private boolean isBesideSuspension(TreePath path) {
    return context.map().suspends(path.getParentPath().getLeaf());
  }

  /** Where the source has none, javac may give them the place of the type. */
  private boolean hasModifiers(VariableTree tree) {
    int start = context.start(tree.getModifiers());
    int end = context.end(tree.getModifiers());
    int type = tree.getType() == null ? -1 : context.start(tree.getType());
    return start >= 0 && end > start && (type < 0 || end <= type);
  }

  /** {@code var x = outer.new Inner() { int n; }}: no field can have such a type. */
  private void refuseUnspeakable(TreePath path, VariableTree tree, TypeMirror type, TypeText text) {
    if (context.oracle().isUnspeakable(type)
        && text.seen().equals(TypeText.View.ITSELF)
        && isBesideSuspension(path)) {
      context.unsupportedOnce(
          tree,
          "a variable whose type has no name beside a suspension",
          "it may have to be kept while the body waits, and no field can have that type",
          "write the type that you mean instead of var");
    }
  }

  /**
   * {@code var}: javac's tree has a type that the source has not. Its position is that of the
   * variable, of the word {@code var}, or, from JDK 25 on, of the modifiers, without an end.
   */
  private boolean isVar(VariableTree tree) {
    if (tree.getType() == null || context.end(tree.getType()) < 0) {
      return true;
    }
    int start = context.start(tree.getType());
    return start < 0
        || (context.source().startsWith("var", start)
            && !Character.isJavaIdentifierPart(context.source().charAt(start + 3)));
  }

  private Fragment prefix(TreePath path, VariableTree tree, TypeMirror type, TypeText text) {
    Fragment modifiers =
        hasModifiers(tree)
            ? Fragment.of(
                FragmentReader.read(context, new TreePath(path, tree.getModifiers())), " ")
            : Fragment.EMPTY;
    return Fragment.of(
        modifiers, context.oracle().isDenotable(type) ? text.text() : Fragment.text("var"));
  }

  private @Nullable Expr initializer(TreePath path, @Nullable ExpressionTree value) {
    if (value == null) {
      return null;
    }
    return expressions.read(path, value);
  }
}
