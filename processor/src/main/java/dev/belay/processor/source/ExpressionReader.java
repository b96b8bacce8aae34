package dev.belay.processor.source;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Expr;
import dev.belay.processor.lower.ir.Expr.Nature;
import dev.belay.processor.lower.ir.Expr.Pure;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Stmt;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression: what does not suspend stays one piece of text, the skeleton around a
 * suspension is taken apart into operands, in the order in which Java evaluates them (JLS 15.7).
 */
final class ExpressionReader {
  private final BodyContext context;
  private final Calls calls;
  private final Stores stores;
  private @Nullable SwitchReader switches;

  ExpressionReader(BodyContext context) {
    this.context = context;
    this.calls = new Calls(context, this);
    this.stores = new Stores(context, this);
  }

  /** Who reads the statements inside a switch expression. */
  void switches(SwitchReader reader) {
    switches = reader;
  }

  Expr read(TreePath path) {
    return context.map().suspends(path.getLeaf()) ? suspending(path) : pure(path);
  }

  /**
   * The expression in the head of a statement, without the brackets that belong to the statement.
   */
  Expr head(TreePath parent, ExpressionTree head) {
    return head instanceof ParenthesizedTree inner
        ? read(new TreePath(new TreePath(parent, head), inner.getExpression()))
        : read(parent, head);
  }

  Expr read(TreePath parent, Tree child) {
    return read(new TreePath(parent, child));
  }

  /** An expression without a suspension. */
  Pure pure(TreePath path) {
    Object constant = new Constants(context).value(path);
    Fragment text = FragmentReader.read(context, path);
    // `{1, 2}` is no expression; written out, it can be saved and assigned.
    boolean bare =
        path.getLeaf() instanceof NewArrayTree array
            && array.getType() == null
            && new HiddenArrays(context).element(context.type(path)) == null;
    Fragment code = bare ? Fragment.of("new ", type(path).text(), " ", text) : text;
    return new Pure(code, type(path), nature(path, constant), constant);
  }

  TypeText type(TreePath path) {
    TypeMirror type = valueType(path);
    return type.getKind() == TypeKind.NULL || type.getKind() == TypeKind.NONE
        ? TypeText.OBJECT
        : context.typeText(type, path.getLeaf());
  }

  /**
   * A conditional is of the type that is wanted of it (JLS 15.25.3). What is captured from {@code ?
   * super A} is wanted of the values that are to be put into something, and they are of {@code A}.
   */
  private TypeMirror valueType(TreePath path) {
    TypeMirror type = context.type(path);
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree inner) {
      return valueType(new TreePath(path, inner.getExpression()));
    }
    boolean isChoice =
        tree instanceof ConditionalExpressionTree || tree instanceof SwitchExpressionTree;
    return isChoice
            && TypeOracle.isCapture(type)
            && ((TypeVariable) type).getLowerBound().getKind() != TypeKind.NULL
        ? ((TypeVariable) type).getLowerBound()
        : type;
  }

  private Nature nature(TreePath path, @Nullable Object constant) {
    Tree tree = path.getLeaf();
    if (constant != null || tree.getKind() == Tree.Kind.NULL_LITERAL) {
      return Nature.CONSTANT;
    }
    if (tree instanceof ParenthesizedTree inner) {
      return nature(new TreePath(path, inner.getExpression()), null);
    }
    if (tree instanceof IdentifierTree) {
      Element element = context.element(path);
      Variable variable = context.variable(element);
      if (variable != null && element != null && !context.map().isAssigned(element)) {
        return Nature.STABLE;
      }
      return tree.toString().equals("this") ? Nature.STABLE : Nature.EFFECT;
    }
    // What it captures cannot change; and where it stands, Java may infer what no variable says.
    boolean isFunction =
        tree instanceof LambdaExpressionTree
            || (tree instanceof MemberReferenceTree reference && isOfType(path, reference));
    return isFunction ? Nature.STABLE : Nature.EFFECT;
  }

  private boolean isOfType(TreePath path, MemberReferenceTree reference) {
    Element of = context.element(new TreePath(path, reference.getQualifierExpression()));
    return reference.getMode() == MemberReferenceTree.ReferenceMode.NEW
        || of instanceof TypeElement
        || of instanceof TypeParameterElement;
  }

  private Expr suspending(TreePath path) {
    Tree tree = path.getLeaf();
    if (tree instanceof ParenthesizedTree inner) {
      return combine(
          path, Fragment.text("("), read(path, inner.getExpression()), Fragment.text(")"));
    }
    if (tree instanceof MethodInvocationTree call) {
      return calls.read(path, call);
    }
    if (tree instanceof NewClassTree creation) {
      return calls.create(path, creation);
    }
    if (tree instanceof BinaryTree binary) {
      return binary(path, binary);
    }
    if (tree instanceof ConditionalExpressionTree choice) {
      return new Expr.Conditional(
          read(path, choice.getCondition()),
          read(path, choice.getTrueExpression()),
          read(path, choice.getFalseExpression()),
          type(path));
    }
    if (tree instanceof AssignmentTree assignment) {
      return stores.assign(path, assignment);
    }
    if (tree instanceof CompoundAssignmentTree assignment) {
      return stores.compound(path, assignment);
    }
    if (tree instanceof UnaryTree unary) {
      return Operators.isUpdate(unary.getKind())
          ? stores.update(path, unary)
          : combine(
              path,
              Fragment.text(Operators.symbol(unary.getKind())),
              read(path, unary.getExpression()));
    }
    if (tree instanceof TypeCastTree cast) {
      String accessor = HiddenClasses.cast(context, path, cast);
      if (accessor != null) {
        return hidden(path, accessor, cast.getExpression());
      }
      HiddenArrays.Form form = new HiddenArrays(context).cast(path, cast);
      if (form != null) {
        return combine(path, form.before(), read(path, cast.getExpression()), form.after());
      }
      Fragment type = castType(new TreePath(path, cast.getType()));
      return combine(path, Fragment.of("(", type, ") "), read(path, cast.getExpression()));
    }
    if (tree instanceof MemberSelectTree select) {
      return calls.select(path, select);
    }
    if (tree instanceof ArrayAccessTree access) {
      return combine(
          path,
          read(path, access.getExpression()),
          Fragment.text("["),
          read(path, access.getIndex()),
          Fragment.text("]"));
    }
    if (tree instanceof NewArrayTree array) {
      return array(path, array);
    }
    if (tree instanceof InstanceOfTree test) {
      return instanceOf(path, test);
    }
    if (tree instanceof SwitchExpressionTree choice && switches != null) {
      return switches.expression(path, choice);
    }
    if (tree instanceof MemberReferenceTree reference) {
      int end = context.end(reference.getQualifierExpression());
      References.Replaced hidden =
          new References(context, new Members(context)).of(path, reference);
      HiddenFunctions.Place place = HiddenFunctions.of(context, context.type(path));
      Fragment before = Fragment.text(place == null ? "" : place.prefix());
      String after = place == null ? "" : ")";
      Expr object = read(path, reference.getQualifierExpression());
      if (hidden != null && hidden.after() != null) {
        return combine(
            path, Fragment.of(before, hidden.before()), object, Fragment.of(hidden.after(), after));
      }
      Fragment rest = FragmentReader.read(context, path, end, context.end(tree));
      return combine(path, before, object, place == null ? rest : Fragment.of(rest, after));
    }
    return unsupported(path, "a suspension inside this expression");
  }

  private Expr hidden(TreePath path, String accessor, ExpressionTree operand) {
    return combine(path, Fragment.text(accessor), read(path, operand), Fragment.text(")"));
  }

  private Expr binary(TreePath path, BinaryTree tree) {
    Expr left = read(path, tree.getLeftOperand());
    Expr right = read(path, tree.getRightOperand());
    if (tree.getKind() == Tree.Kind.CONDITIONAL_AND || tree.getKind() == Tree.Kind.CONDITIONAL_OR) {
      return new Expr.ShortCircuit(tree.getKind() == Tree.Kind.CONDITIONAL_AND, left, right);
    }
    if (right.suspends() && isString(context.type(path))) {
      left = asString(new TreePath(path, tree.getLeftOperand()), left);
    } else if (right.suspends() && unboxes(path, tree)) {
      left = unboxed(new TreePath(path, tree.getLeftOperand()), left);
    }
    Fragment operator = Fragment.text(" " + Operators.symbol(tree.getKind()) + " ");
    return combine(path, left, operator, right);
  }

  /** All operators do but a comparison of references; {@code &&} and {@code ||} go another way. */
  private boolean unboxes(TreePath path, BinaryTree tree) {
    boolean compares =
        tree.getKind() == Tree.Kind.EQUAL_TO || tree.getKind() == Tree.Kind.NOT_EQUAL_TO;
    return !compares
        || context.type(new TreePath(path, tree.getRightOperand())).getKind().isPrimitive();
  }

  /**
   * javac unboxes an operand when it is evaluated, not when the operation is done (C1).
   *
   * <pre>{@code
   * array[index] = await(s)          // Integer index
   * // T[] array1 = array; int index1 = index; ...; array1[index1] = awaited
   * }</pre>
   */
  Expr unboxed(TreePath path, Expr operand) {
    TypeMirror type = context.type(path);
    return type.getKind().isPrimitive()
        ? operand
        : new Expr.Combine(List.of(new Expr.Part.Operand(operand)), context.oracle().unboxed(type));
  }

  /**
   * One of several operands that become a value each.
   *
   * @param later what is evaluated behind it
   * @param primitive whether the value is a primitive one
   */
  Expr operand(
      TreePath parent,
      ExpressionTree tree,
      List<? extends ExpressionTree> later,
      boolean primitive) {
    TreePath path = new TreePath(parent, tree);
    boolean kept = later.stream().anyMatch(context.map()::suspends);
    return primitive && kept ? unboxed(path, read(path)) : read(path);
  }

  /** C27: an operand of a concatenation becomes a string when it is evaluated, not later. */
  private Expr asString(TreePath path, Expr operand) {
    TypeMirror type = context.type(path);
    if (isString(type) || type.getKind().isPrimitive() || type.getKind() == TypeKind.NULL) {
      return operand;
    }
    return asString(operand);
  }

  static Expr asString(Expr operand) {
    return new Expr.Combine(
        List.of(
            new Expr.Part.Code(Fragment.text("(\"\" + ")),
            new Expr.Part.Operand(operand),
            new Expr.Part.Code(Fragment.text(")"))),
        TypeText.STRING);
  }

  static boolean isString(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().toString().equals("java.lang.String");
  }

  private Expr array(TreePath path, NewArrayTree tree) {
    List<Object> parts = new ArrayList<>();
    TypeText type = type(path);
    HiddenArrays.Form form = new HiddenArrays(context).creation(path, tree);
    if (tree.getInitializers() != null) {
      parts.add(form == null ? Fragment.of("new ", type.text(), " {") : form.before());
      boolean primitive =
          context.type(path) instanceof ArrayType made
              && made.getComponentType().getKind().isPrimitive();
      String separator = "";
      List<? extends ExpressionTree> elements = tree.getInitializers();
      for (int i = 0; i < elements.size(); i++) {
        parts.add(Fragment.text(separator));
        parts.add(
            operand(path, elements.get(i), elements.subList(i + 1, elements.size()), primitive));
        separator = ", ";
      }
      parts.add(form == null ? Fragment.text("}") : form.after());
      return combine(path, parts.toArray());
    }
    if (form != null) {
      return formed(path, form, tree.getDimensions());
    }
    TypeMirror component = context.type(path);
    int open = 0;
    while (component instanceof ArrayType array) {
      component = array.getComponentType();
      open++;
    }
    String accessor = HiddenClasses.array(context, path, tree);
    if (accessor != null) {
      return hidden(path, accessor, tree.getDimensions().get(0));
    }
    parts.add(Fragment.of("new ", context.oracle().text(component).text()));
    List<? extends ExpressionTree> sizes = tree.getDimensions();
    for (int i = 0; i < sizes.size(); i++) {
      parts.add(Fragment.text("["));
      parts.add(operand(path, sizes.get(i), sizes.subList(i + 1, sizes.size()), true));
      parts.add(Fragment.text("]"));
    }
    parts.add(Fragment.text("[]".repeat(open - sizes.size())));
    return combine(path, parts.toArray());
  }

  private Expr formed(TreePath path, HiddenArrays.Form form, List<? extends ExpressionTree> sizes) {
    List<Object> parts = new ArrayList<>();
    parts.add(form.before());
    for (int i = 0; i < sizes.size(); i++) {
      parts.add(Fragment.text(i == 0 ? "" : form.between()));
      parts.add(operand(path, sizes.get(i), sizes.subList(i + 1, sizes.size()), true));
    }
    parts.add(form.after());
    return combine(path, parts.toArray());
  }

  /** Where a cast names several types, javac has them begin at the bracket. */
  private Fragment castType(TreePath type) {
    if (!(type.getLeaf() instanceof IntersectionTypeTree several)) {
      return FragmentReader.read(context, type);
    }
    List<? extends Tree> bounds = several.getBounds();
    int end = context.end(bounds.get(bounds.size() - 1));
    return FragmentReader.read(context, type, context.start(bounds.get(0)), end);
  }

  private Expr instanceOf(TreePath path, InstanceOfTree tree) {
    String accessor = HiddenClasses.test(context, path, tree);
    if (accessor != null) {
      return hidden(path, accessor, tree.getExpression());
    }
    HiddenArrays.Form form = new HiddenArrays(context).test(path, tree);
    if (form != null) {
      return combine(path, form.before(), read(path, tree.getExpression()), form.after());
    }
    if (tree.getPattern() == null) {
      Fragment type = FragmentReader.read(context, new TreePath(path, tree.getType()));
      return combine(path, read(path, tree.getExpression()), Fragment.of(" instanceof ", type));
    }
    Variable tested =
        context.fresh().temporary("tested", type(new TreePath(path, tree.getExpression())));
    Stmt save = Stmt.Declare.temporary(tested, read(path, tree.getExpression()));
    Fragment test = FragmentReader.test(context, path, tested, tree);
    return new Expr.Sequence(List.of(save), Pure.of(test, TypeText.BOOLEAN));
  }

  Expr unsupported(TreePath path, String what) {
    context.unsupported(
        path.getLeaf(),
        what,
        "this version takes apart only the simpler expressions",
        "give the awaited value a local variable first");
    return Pure.of(Fragment.EMPTY, TypeText.OBJECT);
  }

  /** Operands and the text between them. */
  Expr.Combine combine(TreePath path, Object... parts) {
    return combine(type(path), parts);
  }

  Expr.Combine combine(TypeText type, Object... parts) {
    List<Expr.Part> combined = new ArrayList<>();
    for (Object part : parts) {
      combined.add(
          part instanceof Expr operand
              ? new Expr.Part.Operand(operand)
              : new Expr.Part.Code((Fragment) part));
    }
    return new Expr.Combine(combined, type);
  }

  /** The run of a resource template of the same companion; empty if it is any other scope. */
  Optional<Expr> ownScope(TreePath path) {
    return calls.own(path, Template.Kind.RESOURCE, type(path));
  }
}
