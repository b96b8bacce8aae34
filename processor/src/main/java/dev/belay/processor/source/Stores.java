package dev.belay.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Nature;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Assignments with a suspension inside. Simple ones check the array or object after the right side
 * (C12, C13), compound ones before it (C10, C11, C14).
 */
final class Stores {
  private static final List<TypeKind> WIDTHS =
      List.of(
          TypeKind.BYTE,
          TypeKind.SHORT,
          TypeKind.CHAR,
          TypeKind.INT,
          TypeKind.LONG,
          TypeKind.FLOAT,
          TypeKind.DOUBLE);

  private final BodyContext context;
  private final ExpressionReader expressions;
  private final Members members;

  Stores(BodyContext context, ExpressionReader expressions) {
    this.context = context;
    this.expressions = expressions;
    this.members = new Members(context);
  }

  Expr assign(TreePath path, AssignmentTree tree) {
    ExpressionTree variable = unwrap(tree.getVariable());
    TreePath at = new TreePath(path, variable);
    Expr value = expressions.read(path, tree.getExpression());
    if (context.element(at) instanceof VariableElement field && isHidden(at)) {
      return hiddenAssign(path, variable, field, value);
    }
    if (variable instanceof ArrayAccessTree access) {
      return expressions.combine(
          path,
          expressions.read(at, access.getExpression()),
          Fragment.text("["),
          expressions.operand(at, access.getIndex(), List.of(tree.getExpression()), true),
          Fragment.text("] = "),
          value);
    }
    if (variable instanceof MemberSelectTree select && hasObject(at, select)) {
      return expressions.combine(
          path,
          expressions.read(at, select.getExpression()),
          Fragment.text("." + select.getIdentifier() + " = "),
          value);
    }
    return expressions.combine(path, Fragment.of(target(path, variable), " = "), value);
  }

  /** The text of a variable that is assigned, marked as written. */
  private Fragment target(TreePath path, ExpressionTree variable) {
    Element element = context.element(new TreePath(path, variable));
    Variable local = context.variable(element);
    return local != null
        ? Fragment.of(Accesses.use(local, Piece.Access.WRITE))
        : FragmentReader.read(context, new TreePath(path, variable));
  }

  /**
   * A compound assignment.
   *
   * <pre>{@code
   * a[f()] += await(s)
   * // T[] array = a; int index = f();
   * array[index] = (T) (array[index] + await(s))      // the operand on the left is saved
   * }</pre>
   */
  Expr compound(TreePath path, CompoundAssignmentTree tree) {
    return update(
        path,
        unwrap(tree.getVariable()),
        Operators.symbol(tree.getKind()),
        new TreePath(path, tree.getExpression()));
  }

  /** {@code ++} and {@code --} on a place that is computed with a suspension. */
  Expr update(TreePath path, UnaryTree tree) {
    ExpressionTree variable = unwrap(tree.getExpression());
    List<Stmt> before = new ArrayList<>();
    TreePath at = new TreePath(path, variable);
    Fragment place;
    if (variable instanceof ArrayAccessTree access) {
      place = element(at, access, before);
    } else if (variable instanceof MemberSelectTree select
        && context.element(at) instanceof VariableElement field
        && hasObject(at, select)) {
      Variable owner = save(new TreePath(at, select.getExpression()), "owner", before);
      if (isHidden(at)) {
        Fragment value = members.hiddenStep(path, tree, field, Fragment.read(owner));
        return new Expr.Sequence(before, Pure.of(value, expressions.type(path)));
      }
      place = Fragment.of(owner, "." + select.getIdentifier());
    } else if (isHidden(at) && context.element(at) instanceof VariableElement field) {
      Fragment object = members.hiddenReceiver(path, variable, field, "");
      Fragment value = members.hiddenStep(path, tree, field, object);
      return new Expr.Sequence(before, Pure.of(value, expressions.type(path)));
    } else {
      place = FragmentReader.read(context, at);
    }
    String operator = Operators.symbol(tree.getKind()).repeat(2);
    Fragment value =
        Operators.isPostfix(tree.getKind())
            ? Fragment.of(place, operator)
            : Fragment.of(operator, place);
    return new Expr.Sequence(before, Pure.of(value, expressions.type(path)));
  }

  private Expr update(TreePath path, ExpressionTree variable, String operator, TreePath operand) {
    TreePath at = new TreePath(path, variable);
    if (context.element(at) instanceof VariableElement field && isHidden(at)) {
      return hiddenUpdate(path, variable, field, operator, operand);
    }
    List<Stmt> before = new ArrayList<>();
    Fragment place;
    if (variable instanceof ArrayAccessTree access) {
      place = element(at, access, before);
    } else if (variable instanceof MemberSelectTree select && hasObject(at, select)) {
      Variable owner = save(new TreePath(at, select.getExpression()), "owner", before);
      place = Fragment.of(owner, "." + select.getIdentifier());
    } else {
      place = FragmentReader.read(context, at);
    }
    TypeText type = context.oracle().text(context.type(at));
    Expr value = expressions.read(operand);
    Sum sum = sum(context.type(at), operator, operand);
    Variable local = context.variable(context.element(at));
    Fragment written =
        local == null ? place : Fragment.of(new Piece.Use(local, Piece.Access.WRITE));
    Fragment read = local == null ? place : Fragment.read(local);
    Expr.Combine store =
        expressions.combine(
            type,
            Fragment.of(written, " = ", sum.before()),
            old(context.type(at), operator, read),
            Fragment.of(" " + operator + " ", sum.open()),
            value,
            sum.after());
    if (before.isEmpty()) {
      return store;
    }
    return sequence(path, before, store, type);
  }

  /** As a sequence of its own: the places are computed before the old value is read. */
  private Expr sequence(TreePath path, List<Stmt> before, Expr.Combine store, TypeText type) {
    if (path.getParentPath().getLeaf() instanceof ExpressionStatementTree) {
      before.add(new Stmt.Evaluate(store, context.line(path.getLeaf())));
      return new Expr.Sequence(before, Pure.of(Fragment.EMPTY, TypeText.VOID));
    }
    Variable result = context.fresh().temporary("stored", type);
    before.add(Stmt.Declare.temporary(result, store));
    return new Expr.Sequence(before, Pure.read(result));
  }

  /** {@code find().count = await(s)}: the object is computed before the suspension (C12). */
  private Expr hiddenAssign(
      TreePath path, ExpressionTree variable, VariableElement field, Expr value) {
    List<Stmt> before = new ArrayList<>();
    Fragment object = owner(path, variable, field, before);
    Expr.Combine store =
        expressions.combine(
            path,
            Fragment.of(
                members.set(new TreePath(path, variable), field),
                object,
                object.pieces().isEmpty() ? "" : ", "),
            value,
            Fragment.text(")"));
    return before.isEmpty()
        ? store
        : sequence(path, before, store, context.oracle().text(context.type(path)));
  }

  /** The object of a hidden field; nothing for a static one. */
  private Fragment owner(
      TreePath path, ExpressionTree variable, VariableElement field, List<Stmt> before) {
    if (variable instanceof MemberSelectTree select && !isFixed(path, select, field)) {
      TreePath owner = new TreePath(new TreePath(path, variable), select.getExpression());
      return Fragment.read(save(owner, "owner", before));
    }
    return members.hiddenReceiver(path, variable, field, "");
  }

  /** {@code count += await(s)}: the old value is read before the suspension (C10). */
  private Expr hiddenUpdate(
      TreePath path,
      ExpressionTree variable,
      VariableElement field,
      String operator,
      TreePath operand) {
    Expr value = expressions.read(operand);
    TreePath at = new TreePath(path, variable);
    TypeMirror assigned = members.seen(path, variable, field).type();
    Sum sum = sum(assigned, operator, operand);
    TypeText type = context.oracle().text(assigned);
    List<Stmt> before = new ArrayList<>();
    Fragment object = owner(path, variable, field, before);
    String get = members.get(at, field);
    String comma = object.pieces().isEmpty() ? "" : ", ";
    Expr.Combine store =
        expressions.combine(
            path,
            Fragment.of(members.set(at, field), object, comma, sum.before()),
            old(assigned, operator, Fragment.of(get, object, ")")),
            Fragment.of(" " + operator + " ", sum.open()),
            value,
            Fragment.of(sum.after(), ")"));
    return before.isEmpty() ? store : sequence(path, before, store, type);
  }

  /** Whether the object of a field may be named twice: it has a name, and keeps its value. */
  private boolean isFixed(TreePath path, MemberSelectTree select, VariableElement field) {
    if (field.getModifiers().contains(Modifier.STATIC) || Supers.isSuper(select.getExpression())) {
      return true;
    }
    Element named =
        context.element(new TreePath(new TreePath(path, select), select.getExpression()));
    return select.getExpression() instanceof IdentifierTree name
        && (name.getName().contentEquals("this")
            || (named != null
                && context.variable(named) != null
                && !context.map().isAssigned(named)));
  }

  /**
   * The value that is saved: a number, or what something else is as a string (C27).
   *
   * <pre>{@code
   * Object o; o += await(s)     // o = ("" + o) + await(s)
   * }</pre>
   */
  private Expr old(TypeMirror type, String operator, Fragment read) {
    Pure old = new Pure(read, context.oracle().unboxed(type), Nature.EFFECT, null);
    return Operators.joins(type, operator, context.oracle()) ? ExpressionReader.asString(old) : old;
  }

  /** What stands around the two operands of a compound assignment, written out. */
  private record Sum(Fragment before, Fragment open, Fragment after) {}

  /**
   * The cast that Java makes by itself (JLS 15.26.2), and the brackets that keep operands apart.
   */
  private Sum sum(TypeMirror type, String operator, TreePath operand) {
    boolean casts = narrows(type, operator, context.type(operand));
    Tree tree = operand.getLeaf();
    boolean simple =
        tree instanceof LiteralTree
            || tree instanceof IdentifierTree
            || tree instanceof MethodInvocationTree;
    Fragment before =
        casts ? Fragment.of("(", context.oracle().text(type).text(), ") (") : Fragment.EMPTY;
    return new Sum(
        before,
        Fragment.text(simple ? "" : "("),
        Fragment.text((simple ? "" : ")") + (casts ? ")" : "")));
  }

  /** Whether the operator's result does not fit the variable without a cast (JLS 5.6). */
  private boolean narrows(TypeMirror type, String operator, TypeMirror operand) {
    if (!type.getKind().isPrimitive() || type.getKind() == TypeKind.BOOLEAN) {
      return false;
    }
    int width = WIDTHS.indexOf(type.getKind());
    if (operator.contains("<<") || operator.contains(">>")) {
      return width < WIDTHS.indexOf(TypeKind.INT);
    }
    TypeKind other = operand.getKind();
    if (!other.isPrimitive()) {
      try {
        other = context.oracle().types().unboxedType(operand).getKind();
      } catch (IllegalArgumentException e) {
        return true;
      }
    }
    return width < Math.max(WIDTHS.indexOf(TypeKind.INT), WIDTHS.indexOf(other));
  }

  private Fragment element(TreePath path, ArrayAccessTree access, List<Stmt> before) {
    Variable array = save(new TreePath(path, access.getExpression()), "array", before);
    Variable index = save(new TreePath(path, access.getIndex()), "index", before);
    return Fragment.of(array, "[", index, "]");
  }

  private Variable save(TreePath path, String suggestion, List<Stmt> before) {
    Variable saved = context.fresh().temporary(suggestion, expressions.type(path));
    before.add(Stmt.Declare.temporary(saved, expressions.read(path)));
    return saved;
  }

  /** Whether an object is computed for the field, even if it is thrown away (C23). */
  private boolean hasObject(TreePath path, MemberSelectTree select) {
    return !Supers.isSuper(select.getExpression())
        && (!isStatic(path) || !HiddenUses.isNamed(select.getExpression()));
  }

  private boolean isStatic(TreePath path) {
    Element element = context.element(path);
    return element != null && element.getModifiers().contains(Modifier.STATIC);
  }

  private boolean isHidden(TreePath path) {
    return context.element(path) instanceof VariableElement field
        && field.getKind().isField()
        && members.isHidden(field, path);
  }

  private static ExpressionTree unwrap(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (inner instanceof com.sun.source.tree.ParenthesizedTree parenthesized) {
      inner = parenthesized.getExpression();
    }
    return inner;
  }
}
