package dev.belay.processor.realcode;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.TreeScanner;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Chooses subexpressions of a body, and awaits them in their places with their types: {@code e}
 * becomes {@code (int) await(Stages.<Integer>stage(e))}.
 */
final class Awaits extends TreePathScanner<Void, Void> {
  private final Unit unit;
  private final Random random;
  private final int oneIn;
  private final boolean wide;
  private final Map<Integer, String> insertions;

  /** How many there are. */
  int count;

  /**
   * @param oneIn one in so many is awaited
   * @param wide whether to await also what has a type that is not written, but inferred
   */
  Awaits(Unit unit, Random random, int oneIn, boolean wide, Map<Integer, String> insertions) {
    this.unit = unit;
    this.random = random;
    this.oneIn = oneIn;
    this.wide = wide;
    this.insertions = insertions;
  }

  @Override
  public Void scan(Tree tree, Void nothing) {
    if (tree != null && isLabel(tree)) {
      return null;
    }
    if (tree instanceof ExpressionTree expression && getCurrentPath() != null) {
      TreePath path = new TreePath(getCurrentPath(), tree);
      if (random.nextInt(oneIn) == 0 && isValue(expression, path)) {
        await(path);
      }
    }
    return super.scan(tree, nothing);
  }

  private void await(TreePath path) {
    TypeMirror type = unit.trees().getTypeMirror(path);
    String name = written(type);
    if (name.isEmpty() && (!wide || type == null || type.getKind() == TypeKind.VOID)) {
      return;
    }
    boolean inferred = name.isEmpty() || (wide && random.nextInt(3) == 0);
    String cast =
        type.getKind().isPrimitive()
            ? "(" + type.getKind().name().toLowerCase(Locale.ROOT) + ") "
            : "";
    String stages = Stages.class.getCanonicalName();
    insert(
        unit.start(path.getLeaf()),
        "("
            + cast
            + "dev.belay.Async.await("
            + stages
            + "."
            + (inferred ? "" : "<" + name + ">")
            + "stage(",
        false);
    insert(unit.end(path.getLeaf()), ")))", true);
    count++;
  }

  /** Of what begins at one place, the outer comes first; of what ends there, the inner. */
  private void insert(int position, String text, boolean end) {
    insertions.merge(position, text, (a, b) -> end ? b + a : a + b);
  }

  /** As a type argument; empty if it has no simple spelling. */
  private String written(TypeMirror type) {
    if (type instanceof PrimitiveType primitive) {
      return unit.types().boxedClass(primitive).getQualifiedName().toString();
    }
    if (type instanceof DeclaredType declared) {
      boolean simple =
          declared.getTypeArguments().isEmpty()
              && unit.types().isSameType(declared, unit.types().erasure(declared))
              && declared.asElement().getEnclosingElement() instanceof PackageElement;
      // Its own text would have annotations.
      return simple ? ((TypeElement) declared.asElement()).getQualifiedName().toString() : "";
    }
    if (type instanceof ArrayType array) {
      TypeMirror component = array.getComponentType();
      String written =
          component.getKind().isPrimitive()
              ? component.getKind().name().toLowerCase(Locale.ROOT)
              : written(component);
      return written.isEmpty() ? "" : written + "[]";
    }
    return "";
  }

  private boolean isValue(ExpressionTree tree, TreePath path) {
    if (tree instanceof LiteralTree
        || tree instanceof AnnotationTree
        || isType(tree)
        || tree instanceof LambdaExpressionTree
        || tree instanceof MemberReferenceTree
        || (tree instanceof NewArrayTree array && array.getType() == null)) {
      return false;
    }
    Tree parent = path.getParentPath().getLeaf();
    if (tree instanceof IdentifierTree || tree instanceof MemberSelectTree) {
      Element element = unit.trees().getElement(path);
      if (!(element instanceof VariableElement variable)
          || variable.getConstantValue() != null
          || variable.getSimpleName().contentEquals("super")) {
        return false;
      }
    }
    return !(parent instanceof ExpressionStatementTree
        || parent instanceof TryTree
        || (parent instanceof UnaryTree unary && unary.getKind().name().contains("CREMENT"))
        || (parent instanceof AssignmentTree assignment && assignment.getVariable() == tree)
        || (parent instanceof CompoundAssignmentTree assignment && assignment.getVariable() == tree)
        || (parent instanceof ParenthesizedTree && path.getParentPath().getParentPath() == null)
        || (parent instanceof VariableTree variable && variable.getInitializer() != tree)
        || (parent instanceof TypeCastTree cast && cast.getType() == tree)
        || (parent instanceof NewClassTree creation && creation.getIdentifier() == tree)
        || (parent instanceof NewArrayTree array && array.getType() == tree)
        || (parent instanceof MethodInvocationTree call && call.getMethodSelect() == tree)
        || isConstant(tree));
  }

  /** In javac's trees, types are expressions too. */
  private static boolean isType(Tree tree) {
    return tree instanceof AnnotatedTypeTree
        || tree instanceof ArrayTypeTree
        || tree instanceof IntersectionTypeTree
        || tree instanceof ParameterizedTypeTree
        || tree instanceof PrimitiveTypeTree
        || tree instanceof UnionTypeTree
        || tree instanceof WildcardTree;
  }

  /** What a switch compares with is a constant, and stays one. */
  private boolean isLabel(Tree tree) {
    return tree.getKind().name().equals("CONSTANT_CASE_LABEL")
        || (getCurrentPath() != null
            && getCurrentPath().getLeaf() instanceof CaseTree parent
            && tree instanceof ExpressionTree label
            && parent.getExpressions().contains(label));
  }

  /** Constants may be needed as such. */
  private static boolean isConstant(ExpressionTree tree) {
    Boolean varies =
        new TreeScanner<Boolean, Void>() {
          @Override
          public Boolean visitIdentifier(IdentifierTree node, Void nothing) {
            String name = node.getName().toString();
            return !name.equals(name.toUpperCase(Locale.ROOT));
          }

          @Override
          public Boolean visitMethodInvocation(MethodInvocationTree node, Void nothing) {
            return true;
          }

          @Override
          public Boolean reduce(Boolean a, Boolean b) {
            return Boolean.TRUE.equals(a) || Boolean.TRUE.equals(b);
          }
        }.scan(tree, null);
    return varies == null || !varies;
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, Void nothing) {
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, Void nothing) {
    return null;
  }

  @Override
  public Void visitSynchronized(SynchronizedTree tree, Void nothing) {
    return scan(tree.getExpression(), null);
  }

  @Override
  public Void visitAnnotation(AnnotationTree tree, Void nothing) {
    return null;
  }
}
