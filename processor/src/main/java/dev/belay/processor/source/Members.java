package dev.belay.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenType;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Piece.Access;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Whose member a name means, and how another class of the package can say so. */
final class Members {
  private final BodyContext context;
  private final Reachable reachable;
  private final Sightings sightings;

  Members(BodyContext context) {
    this.context = context;
    this.reachable = new Reachable(context);
    this.sightings = new Sightings(context);
  }

  /** Whether a member needs an accessor where it is used ({@link Reachable}). */
  boolean isHidden(Element member, TreePath use) {
    return reachable.isHidden(member, use);
  }

  /**
   * What stands before the arguments of a call that needs an accessor.
   *
   * @param use the tree that names the method
   */
  String call(ExecutableElement method, TreePath use) {
    TypeElement own = reachable.classOfGetClass(method, use);
    return own == null
        ? context.hidden().prefix()
            + context.hidden().call(sightings.of(method, use), context.oracle())
            + "("
        : context.hidden().ask(own, HiddenType.Use.OF, context.oracle());
  }

  /** What stands before the arguments of a constructor that needs an accessor. */
  String create(TreePath path, ExecutableElement constructor) {
    return context.hidden().prefix()
        + context.hidden().call(sightings.of(constructor, path), context.oracle())
        + "(";
  }

  /** What stands before the object of a field that needs an accessor. */
  String get(TreePath use, VariableElement field) {
    return context.hidden().prefix()
        + context.hidden().get(sightings.of(field, use), context.oracle())
        + "(";
  }

  /** What stands before the object of such a field that is assigned. */
  String set(TreePath use, VariableElement field) {
    return context.hidden().prefix()
        + context.hidden().set(sightings.of(field, use), context.oracle())
        + "(";
  }

  /** How what an accessor gives is read ({@link Sightings#view}). */
  TypeText.View view(Element member, TreePath use, TreePath result) {
    return sightings.view(member, use, result);
  }

  /** A field as it is seen where it is assigned. */
  Seen seen(TreePath path, ExpressionTree variable, VariableElement field) {
    TreePath at = new TreePath(path, variable);
    return variable instanceof ParenthesizedTree brackets
        ? seen(at, brackets.getExpression(), field)
        : sightings.of(field, at);
  }

  /**
   * The object around a new one that has none in the source, for its accessor; often nothing.
   *
   * @param comma what follows it
   */
  Fragment hiddenOuter(TreePath path, ExecutableElement constructor, String comma) {
    TypeElement type = TypeOracle.enclosingType(constructor);
    return HiddenMembers.outerOf(type) == null
        ? Fragment.EMPTY
        : Fragment.of(receiver(path, type), comma);
  }

  /** Inside a lambda or a class of the body. */
  boolean isNested(TreePath path) {
    for (TreePath up = path.getParentPath(); up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof LambdaExpressionTree) {
        return true;
      }
      if (up.getLeaf() instanceof ClassTree) {
        return !isTemplateClass(up);
      }
    }
    return false;
  }

  /**
   * Whether what is bound here is known in a text only: in a lambda or a class, or in a block that
   * is read as a whole.
   */
  boolean isInText(TreePath path, Edits edits) {
    for (TreePath up = path; up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof BlockTree block
          && edits.covers(context.start(block), context.end(block))) {
        return true;
      }
    }
    return isNested(path);
  }

  /** Inside the guard of a label that stays one. */
  boolean isInGuard(TreePath path) {
    for (TreePath up = path; up.getParentPath() != null; up = up.getParentPath()) {
      if (up.getParentPath().getLeaf() instanceof CaseTree group
          && CaseLabel.isGuard(group, up.getLeaf())) {
        return !context.map().suspends(up.getLeaf());
      }
      if (up.getLeaf() instanceof StatementTree) {
        return false;
      }
    }
    return false;
  }

  /**
   * Whether a variable is seen as it is at this moment: in a lambda, a class, a guard (JLS
   * 14.11.1), but for what the guard's own label binds, or to be closed.
   */
  boolean isCaptured(TreePath path, Variable variable) {
    return !isOfOwnLabel(path, variable) && (isNested(path) || isInGuard(path) || isResource(path));
  }

  private static boolean isResource(TreePath path) {
    return path.getParentPath().getLeaf() instanceof TryTree parent
        && parent.getResources().contains(path.getLeaf());
  }

  /** Whether a variable is used in the guard of the very label that binds it. */
  boolean isOfOwnLabel(TreePath path, Variable variable) {
    for (TreePath up = path; up.getParentPath() != null; up = up.getParentPath()) {
      if (up.getParentPath().getLeaf() instanceof CaseTree group
          && CaseLabel.isGuard(group, up.getLeaf())
          && !context.map().suspends(up.getLeaf())
          && context.bindings(group).contains(variable)) {
        return true;
      }
    }
    return false;
  }

  private boolean isTemplateClass(TreePath path) {
    return context.type().equals(context.element(path));
  }

  /** True for the {@code this} that the template runs on. */
  boolean isOwnThis(VariableElement field) {
    return context.type().equals(field.getEnclosingElement());
  }

  /** True for a {@code this} of a class that the body declares. */
  boolean isOfBody(VariableElement field) {
    return field.getEnclosingElement() instanceof TypeElement type && TypeOracle.isLocal(type);
  }

  /**
   * What stands before an instance member that the source names simply: {@code self}, or nothing
   * where a class of the body inherits it.
   */
  Fragment receiver(TreePath path, Element member) {
    Types types = context.oracle().types();
    TypeElement owner = TypeOracle.enclosingType(member);
    for (TreePath up = path; up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof ClassTree
          && context.element(up) instanceof TypeElement around
          && types.isSubtype(types.erasure(around.asType()), types.erasure(owner.asType()))) {
        if (around.equals(context.type())) {
          return self(path);
        }
        if (TypeOracle.isLocal(around)) {
          return Fragment.EMPTY;
        }
        return outer(path, around);
      }
    }
    return Fragment.EMPTY;
  }

  /**
   * The instance of a class around the template's: {@code Outer.this}. The compiler keeps it in a
   * field of the inner object, since the template itself uses it.
   */
  Fragment outer(TreePath path, TypeElement around) {
    Fragment instance = self(path);
    TypeElement inner = context.type();
    while (!inner.equals(around)) {
      if (inner.getModifiers().contains(Modifier.STATIC)
          || !(inner.getEnclosingElement() instanceof TypeElement outer)) {
        return Fragment.EMPTY;
      }
      String accessor = context.hidden().outer(inner, outer, context.oracle());
      instance = Fragment.of(context.hidden().prefix() + accessor + "(", instance, ")");
      inner = outer;
    }
    return instance;
  }

  /** The instance, for a lambda of ours. */
  Fragment captured(TreePath path) {
    return context
        .self()
        .map(self -> Fragment.of(new Piece.Capture(self)))
        .orElseThrow(() -> new IllegalArgumentException("no instance at " + path.getLeaf()));
  }

  private Fragment self(TreePath path) {
    return context
        .self()
        .map(
            self ->
                Fragment.of(
                    isNested(path) ? new Piece.Capture(self) : new Piece.Use(self, Access.READ)))
        .orElse(Fragment.EMPTY);
  }

  /** A class through which a static member can be named from the template's package. */
  TypeElement visibleOwner(Element member) {
    TypeElement owner = TypeOracle.enclosingType(member);
    boolean visible =
        owner.getModifiers().contains(Modifier.PUBLIC)
            || context
                .oracle()
                .elements()
                .getPackageOf(owner)
                .equals(context.oracle().elements().getPackageOf(context.type()));
    return visible || owner.getKind().isInterface() ? owner : context.type();
  }

  /** What has to stand before a simple name so that it means the same elsewhere; often nothing. */
  Fragment qualifier(TreePath path, Element member) {
    TypeElement owner = TypeOracle.enclosingType(member);
    if (TypeOracle.isLocal(owner)) {
      return Fragment.EMPTY;
    }
    if (member.getModifiers().contains(Modifier.STATIC)) {
      return Fragment.of(context.oracle().name(visibleOwner(member)), ".");
    }
    Fragment receiver = receiver(path, member);
    return receiver.pieces().isEmpty() ? receiver : Fragment.of(receiver, ".");
  }

  /** How a constant is written that other classes may not name; empty for another field. */
  Optional<String> literal(VariableElement field) {
    Object value = field.getConstantValue();
    if (value == null) {
      return Optional.empty();
    }
    String literal = context.oracle().elements().getConstantExpression(value);
    // A variable of the body would hide the companion's copy of the constant.
    return Optional.of(
        context.map().declares(field.getSimpleName().toString())
            ? literal
            : context.hidden().constant(field, literal, context.oracle()));
  }

  /** The class in whose text a path lies. */
  @Nullable Element classOf(TreePath path) {
    for (TreePath up = path; up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof ClassTree) {
        return context.element(up);
      }
    }
    return null;
  }

  /**
   * Parameters for the lambda that takes the place of a method reference.
   *
   * @param otherwise their number, if the type of the reference does not say it
   */
  String lambdaParameters(TreePath path, int otherwise) {
    List<String> parameters = new ArrayList<>();
    int count = context.oracle().functions().parametersOf(context.type(path)).orElse(otherwise);
    for (int i = 1; parameters.size() < count; i++) {
      if (!context.map().words().contains("a" + i)) {
        parameters.add("a" + i);
      }
    }
    return String.join(", ", parameters);
  }

  /** The instance that a {@code this} or {@code super} of the template means. */
  Fragment instance(TreePath path) {
    return self(path);
  }

  /** The receiver of a hidden field that is assigned, followed by {@code separator}. */
  Fragment hiddenReceiver(
      TreePath path, ExpressionTree variable, VariableElement field, String separator) {
    if (field.getModifiers().contains(Modifier.STATIC)) {
      return Fragment.EMPTY;
    }
    TreePath at = new TreePath(path, variable);
    if (variable instanceof ParenthesizedTree brackets) {
      return hiddenReceiver(at, brackets.getExpression(), field, separator);
    }
    if (variable instanceof MemberSelectTree select && !Supers.isSuper(select.getExpression())) {
      return Fragment.of(
          FragmentReader.read(context, new TreePath(at, select.getExpression())), separator);
    }
    return Fragment.of(object(at, field), separator);
  }

  Supers supers() {
    return new Supers(context, this, sightings);
  }

  /** The object of a field that is written without one, or with {@code super}. */
  Fragment object(TreePath at, VariableElement field) {
    if (!(at.getLeaf() instanceof MemberSelectTree select)) {
      return receiver(at, field);
    }
    TypeElement from = supers().of(at, select.getExpression());
    if (from != null) {
      return outer(at, from);
    }
    // super of a class of the body
    return Fragment.text(select.getExpression().toString().replaceFirst("super$", "this"));
  }

  /**
   * The head of a hidden field's update; the operand and three closing brackets follow.
   *
   * <pre>{@code
   * count += n        // Hidden.set_count(self, (int) (Hidden.count(self) + (n)))
   * }</pre>
   */
  Fragment hiddenUpdate(
      TreePath path, ExpressionTree variable, VariableElement field, String operator) {
    Seen seen = seen(path, variable, field);
    return hiddenUpdate(seen, operator, hiddenReceiver(path, variable, field, ""));
  }

  private Fragment hiddenUpdate(Seen field, String operator, Fragment object) {
    String set = context.hidden().prefix() + context.hidden().set(field, context.oracle()) + "(";
    return Fragment.of(
        set, object, object.pieces().isEmpty() ? "" : ", ", updated(field, operator, object));
  }

  /** The new value, up to the operand. */
  private Fragment updated(Seen field, String operator, Fragment object) {
    TypeText type = context.oracle().unboxed(field.type());
    return Fragment.of(
        type.text().pieces().equals(TypeText.STRING.text().pieces()) ? "(" : cast(type),
        context.hidden().prefix() + context.hidden().get(field, context.oracle()) + "(",
        object,
        ") " + operator + " (");
  }

  private static Fragment cast(TypeText type) {
    return Fragment.of("(", type.text(), ") (");
  }

  /**
   * {@code count++}: an expression whose value is the old one, and a statement.
   *
   * <pre>{@code
   * Hidden.swap_count(self, (int) (Hidden.count(self) + (1)))
   * }</pre>
   */
  Fragment postfix(TreePath path, ExpressionTree variable, VariableElement field, String operator) {
    Seen seen = seen(path, variable, field);
    return swapped(seen, operator, hiddenReceiver(path, variable, field, ""));
  }

  private Fragment swapped(Seen field, String operator, Fragment object) {
    String swap = context.hidden().prefix() + context.hidden().swap(field, context.oracle()) + "(";
    String comma = object.pieces().isEmpty() ? "" : ", ";
    return Fragment.of(swap, object, comma, updated(field, operator, object), "1)))");
  }

  /** {@code ++} or {@code --} on a hidden field of an object that was computed before. */
  Fragment hiddenStep(TreePath path, UnaryTree tree, VariableElement field, Fragment object) {
    Seen seen = seen(path, tree.getExpression(), field);
    String operator = Operators.symbol(tree.getKind());
    return Operators.isPostfix(tree.getKind())
        ? swapped(seen, operator, object)
        : Fragment.of(hiddenUpdate(seen, operator, object), "1)))");
  }

  /** The class that is created, or extended by what is; null for an array's. */
  @Nullable TypeElement created(TreePath path, NewClassTree tree) {
    TreePath name = new TreePath(path, tree.getIdentifier());
    if (tree.getIdentifier() instanceof ParameterizedTypeTree generic) {
      name = new TreePath(name, generic.getType());
    }
    return context.element(name) instanceof TypeElement type ? type : null;
  }

  /** {@code new Inner()} where {@code Inner} belongs to an instance of the template's class. */
  boolean needsOuter(NewClassTree creation, TypeElement type) {
    // javac moves the outer object of an anonymous class among the arguments.
    return creation.getEnclosingExpression() == null
        && context.source().startsWith("new", context.start(creation))
        && isSimple(creation.getIdentifier())
        && type.getNestingKind() == NestingKind.MEMBER
        && !type.getModifiers().contains(Modifier.STATIC)
        && type.getKind() == ElementKind.CLASS
        && !TypeOracle.isLocal(type);
  }

  private static boolean isSimple(ExpressionTree name) {
    return name instanceof IdentifierTree
        || (name instanceof ParameterizedTypeTree generic
            && generic.getType() instanceof IdentifierTree);
  }

  /** {@code self.} before such a {@code new}. */
  Fragment creator(TreePath path, TypeElement type) {
    Fragment receiver = receiver(path, type);
    return receiver.pieces().isEmpty() ? receiver : Fragment.of(receiver, ".");
  }

  /** Reports a suspension where the body cannot stop. */
  void misplaced(TreePath path, MethodInvocationTree call, Intrinsic intrinsic) {
    ExpressionTree token = Intrinsic.token(call);
    for (TreePath up = path.getParentPath(); up != null; up = up.getParentPath()) {
      if (up.getLeaf() instanceof LambdaExpressionTree) {
        context.report(Message.SuspensionInLambda, token, Intrinsic.written(call));
        return;
      }
      if (up.getLeaf() instanceof ClassTree && !isTemplateClass(up)) {
        context.report(Message.SuspensionInClass, token, Intrinsic.written(call));
        return;
      }
      if (up.getLeaf() instanceof MethodTree && isTemplateClass(up.getParentPath())) {
        break;
      }
    }
    if (intrinsic == Intrinsic.EACH) {
      context.report(Message.EachMisplaced, token);
    } else if (intrinsic == Intrinsic.USING) {
      context.report(Message.UsingMisplaced, token);
    }
  }

  /** True for {@code out} in {@code out.yield(value)}. */
  boolean isReceiver(TreePath path) {
    TreePath call = path.getParentPath().getParentPath();
    return path.getParentPath().getLeaf() instanceof MemberSelectTree
        && call != null
        && Intrinsic.of(context.trees(), call).isPresent();
  }
}
