package dev.belay.processor.source;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Piece.Access;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Objects that belong to another object: inner classes of the template's class, and classes of the
 * body that keep what they capture in an object around them ({@link LocalClasses}).
 */
final class Creations {
  private final BodyContext context;
  private final Members members;
  private final Edits edits;

  Creations(BodyContext context, Members members, Edits edits) {
    this.context = context;
    this.members = members;
    this.edits = edits;
  }

  /** Whether a class name is looked up in an object: {@code outer.new Inner()}. */
  boolean isLookedUp(TreePath path, IdentifierTree tree, TypeElement type) {
    Tree name = tree;
    TreePath up = path.getParentPath();
    if (up.getLeaf() instanceof ParameterizedTypeTree generic && generic.getType() == tree) {
      name = generic;
      up = up.getParentPath();
    }
    if (up.getLeaf() instanceof ClassTree anonymous && anonymous.getExtendsClause() == name) {
      up = up.getParentPath(); // javac has the name once more there
    }
    return up.getLeaf() instanceof NewClassTree creation
        && creation.getIdentifier() == name
        && (creation.getEnclosingExpression() != null
            || members.needsOuter(creation, type)
            || context.classes().holder(type) != null);
  }

  /** What stands before {@code new}, with its dot; often nothing. */
  Fragment outer(TreePath path, NewClassTree tree, TypeElement type) {
    Variable holder = context.classes().holder(type);
    if (holder != null) {
      return Fragment.of(use(path, holder), ".");
    }
    return members.needsOuter(tree, type) ? members.creator(path, type) : Fragment.EMPTY;
  }

  /**
   * A creation by a constructor that needs an accessor.
   *
   * <pre>{@code
   * new Inner(n)          // Hidden.new_Inner(self, n)
   * find().new Inner(n)   // Hidden.new_Inner(Objects.requireNonNull(find()), n)
   * }</pre>
   */
  void hidden(TreePath path, NewClassTree tree, ExecutableElement constructor) {
    String accessor = members.create(path, constructor);
    int open = context.behindBracket(context.end(tree.getIdentifier()));
    String comma = tree.getArguments().isEmpty() ? "" : ", ";
    ExpressionTree outer = tree.getEnclosingExpression();
    if (outer == null) {
      Fragment self = members.hiddenOuter(path, constructor, comma);
      edits.replace(context.start(tree), open, accessor, self);
      return;
    }
    Fragment objects = TypeText.named("java.util", "Objects").text();
    edits.replace(context.start(tree), context.start(outer), accessor, objects, ".requireNonNull(");
    edits.replace(context.end(outer), open, ")", comma);
  }

  private Piece use(TreePath path, Variable holder) {
    return members.isNested(path) ? new Piece.Capture(holder) : new Piece.Use(holder, Access.READ);
  }

  /**
   * A reference to the constructor of a class that needs such an object; empty for another.
   *
   * <pre>{@code
   * Adder::new       // (int a1) -> aroundAdder.new Adder(a1)
   * Inner::new       // () -> self.new Inner()
   * }</pre>
   */
  Fragment reference(TreePath path, MemberReferenceTree tree) {
    Tree name = tree.getQualifierExpression();
    String arguments = "";
    TreePath at = new TreePath(path, name);
    if (name instanceof ParameterizedTypeTree generic) {
      at = new TreePath(at, generic.getType());
      arguments = context.source().substring(context.end(generic.getType()), context.end(generic));
    }
    if (tree.getMode() != MemberReferenceTree.ReferenceMode.NEW
        || !(context.element(at) instanceof TypeElement type)) {
      return Fragment.EMPTY;
    }
    Fragment around = around(path, type);
    if (around.pieces().isEmpty()) {
      return Fragment.EMPTY;
    }
    if (arguments.isEmpty() && !type.getTypeParameters().isEmpty()) {
      arguments = "<>";
    }
    String list = members.lambdaParameters(path, 0);
    return Fragment.of(
        heads(path, list),
        " -> ",
        around,
        ".new " + type.getSimpleName() + arguments + "(" + list + ")");
  }

  private Fragment heads(TreePath path, String list) {
    return context.element(path) instanceof ExecutableElement constructor
        ? new References(context, members).heads(path, constructor, list)
        : Fragment.text("(" + list + ")");
  }

  /** The object that the objects of a class belong to, for a lambda; empty where there is none. */
  private Fragment around(TreePath path, TypeElement type) {
    Variable holder = context.classes().holder(type);
    if (holder != null) {
      return Fragment.of(new Piece.Capture(holder));
    }
    boolean isInner =
        !TypeOracle.isLocal(type)
            && type.getKind() == ElementKind.CLASS
            && HiddenMembers.outerOf(type) != null;
    if (!isInner
        || (context.element(path) instanceof ExecutableElement constructor
            && members.isHidden(constructor, path))) {
      return Fragment.EMPTY;
    }
    return References.captured(members.receiver(path, type));
  }

  /**
   * The constructors of a class whose superclass needs such an object.
   *
   * <pre>{@code
   * class Twice extends Adder { }
   *
   * class Twice extends Adder { Twice() { aroundAdder.super(); } }
   * }</pre>
   */
  void superclass(TreePath path, ClassTree tree) {
    if (!(context.element(path) instanceof TypeElement type)
        || !(type.getSuperclass() instanceof DeclaredType parent)
        || tree.getSimpleName().contentEquals("")) {
      return; // of an anonymous class, the object stands before new
    }
    Fragment instance = outerOf(new TreePath(path, tree.getModifiers()), parent);
    if (instance.pieces().isEmpty()) {
      return;
    }
    boolean any = false;
    for (Tree member : tree.getMembers()) {
      if (member instanceof MethodTree method
          && method.getReturnType() == null
          && method.getName().contentEquals("<init>")
          && context.end(method) >= 0
          && context.end(method.getBody()) >= 0) {
        any = true;
        constructor(method.getBody(), instance);
      }
    }
    if (!any) {
      int inside = context.insideOf(tree);
      String head = " " + tree.getSimpleName() + "() { ";
      edits.replace(inside, inside, head, instance, ".super(); }");
    }
  }

  /** The object around those of a superclass; nothing where they need none. */
  private Fragment outerOf(TreePath inside, DeclaredType parent) {
    TypeElement type = (TypeElement) parent.asElement();
    Variable holder = context.classes().holder(type);
    if (holder != null) {
      return Fragment.of(new Piece.Capture(holder));
    }
    return TypeOracle.isLocal(type) || HiddenMembers.outerOf(type) == null
        ? Fragment.EMPTY
        : members.receiver(inside, type);
  }

  private void constructor(BlockTree body, Fragment instance) {
    for (StatementTree statement : body.getStatements()) {
      if (isQualified(statement)) {
        return;
      }
      IdentifierTree called = constructorCall(statement);
      if (called != null) {
        if (called.getName().contentEquals("super")) {
          edits.replace(context.start(called), context.start(called), instance, ".");
        }
        return;
      }
    }
    int inside = context.start(body) + 1;
    edits.replace(inside, inside, " ", instance, ".super();");
  }

  /** {@code outer.super(...)}. */
  private static boolean isQualified(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
        && expression.getExpression() instanceof MethodInvocationTree call
        && call.getMethodSelect() instanceof MemberSelectTree select
        && select.getIdentifier().contentEquals("super");
  }

  /** {@code this} or {@code super} of a call that is written in the source. */
  private @Nullable IdentifierTree constructorCall(StatementTree statement) {
    return statement instanceof ExpressionStatementTree expression
            && expression.getExpression() instanceof MethodInvocationTree call
            && call.getMethodSelect() instanceof IdentifierTree name
            && List.of("this", "super").contains(name.getName().toString())
            && context.isWritten(name, name.getName().toString())
        ? name
        : null;
  }

  /** {@code super.field} is a field of this object, seen as its superclass. */
  void superInstance(TreePath path, ExpressionTree tree) {
    TypeElement from = members.supers().of(path, tree);
    if (from != null) {
      edits.replace(context.start(tree), context.end(tree), members.supers().object(path, from));
    }
  }
}
