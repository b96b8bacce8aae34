package dev.belay.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * One look over a body before it is read: which trees have a suspension inside, which have a jump
 * that leaves them, what each jump leaves, and which variables are assigned after their
 * declaration.
 */
final class BodyMap {
  private final Set<Tree> suspending = identitySet();
  private final Set<Tree> escaped = identitySet();
  private final IdentityHashMap<Tree, List<JumpPath>> breaks = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, List<JumpPath>> continues = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, Tree> targets = new IdentityHashMap<>();
  private final Set<Element> assigned = new HashSet<>();
  private final Set<String> words = new HashSet<>();
  private final Set<String> declared = new HashSet<>();
  private final Set<String> redeclared = new HashSet<>();

  private BodyMap() {}

  /** Looks over the method that {@code path} leads to. */
  static BodyMap of(Trees trees, TreePath path) {
    BodyMap map = new BodyMap();
    map.new Scanner(trees, path.getLeaf()).scan(path, null);
    return map;
  }

  boolean suspends(@Nullable Tree tree) {
    return tree != null && suspending.contains(tree);
  }

  /** True when the tree is one piece of text to us: it neither suspends nor is jumped out of. */
  boolean isPlain(Tree tree) {
    return !suspending.contains(tree) && !escaped.contains(tree);
  }

  /** The statement, method or switch expression that a jump leaves or goes on with. */
  Tree target(Tree jump) {
    Tree target = targets.get(jump);
    if (target == null) {
      throw new IllegalArgumentException("a jump to nowhere: " + jump);
    }
    return target;
  }

  /** The jumps that leave a statement. */
  List<JumpPath> breaks(Tree statement) {
    return breaks.getOrDefault(statement, List.of());
  }

  /** The jumps that go on with a loop. */
  List<JumpPath> continues(Tree loop) {
    return continues.getOrDefault(loop, List.of());
  }

  boolean isAssigned(Element variable) {
    return assigned.contains(variable);
  }

  /** Every identifier of the body. */
  Set<String> words() {
    return words;
  }

  /** A name that the body does not have, and has from now on. */
  String fresh(String suggestion) {
    String name = suggestion;
    for (int i = 2; !words.add(name); i++) {
      name = suggestion + i;
    }
    return name;
  }

  /** The names of variables and classes. */
  Set<String> declared() {
    return declared;
  }

  /** Whether a variable of the body has this name. */
  boolean declares(String name) {
    return declared.contains(name);
  }

  /** Names that more than one variable of the body has, in scopes that do not meet. */
  Set<String> redeclared() {
    return redeclared;
  }

  private static Set<Tree> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private final class Scanner extends TreePathScanner<Void, @Nullable Void> {
    private final Trees trees;
    private final Tree root;

    Scanner(Trees trees, Tree root) {
      this.trees = trees;
      this.root = root;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
      if (Intrinsic.of(trees, getCurrentPath()).isPresent()) {
        takeApart();
      }
      return super.visitMethodInvocation(call, unused);
    }

    /** A clause of a private class needs a test of its own. */
    @Override
    public Void visitTry(TryTree tree, @Nullable Void unused) {
      if (HiddenCatches.before(trees, getCurrentPath(), tree) < tree.getCatches().size()) {
        takeApart();
      }
      return super.visitTry(tree, unused);
    }

    @Override
    public Void visitBreak(BreakTree jump, @Nullable Void unused) {
      Tree target =
          jump.getLabel() == null
              ? enclosing(BodyMap::isBreakable)
              : enclosing(tree -> isLabel(tree, jump.getLabel()));
      record(jump, target);
      note(breaks, target);
      return super.visitBreak(jump, unused);
    }

    @Override
    public Void visitContinue(ContinueTree jump, @Nullable Void unused) {
      Tree target =
          jump.getLabel() == null
              ? enclosing(BodyMap::isLoop)
              : enclosing(tree -> isLabel(tree, jump.getLabel()));
      record(jump, target);
      note(continues, unlabeled(target));
      return super.visitContinue(jump, unused);
    }

    @Override
    public Void visitReturn(ReturnTree jump, @Nullable Void unused) {
      record(
          jump,
          enclosing(tree -> tree instanceof LambdaExpressionTree || tree instanceof MethodTree));
      return super.visitReturn(jump, unused);
    }

    @Override
    public Void visitYield(YieldTree jump, @Nullable Void unused) {
      record(jump, enclosing(tree -> tree instanceof SwitchExpressionTree));
      return super.visitYield(jump, unused);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
      assign(tree.getVariable());
      return super.visitAssignment(tree, unused);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
      assign(tree.getVariable());
      takeApart(tree.getVariable());
      return super.visitCompoundAssignment(tree, unused);
    }

    @Override
    public Void visitUnary(UnaryTree tree, @Nullable Void unused) {
      switch (tree.getKind()) {
        case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT -> {
          assign(tree.getExpression());
          takeApart(tree.getExpression());
        }
        default -> {}
      }
      return super.visitUnary(tree, unused);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
      words.add(tree.getName().toString());
      return super.visitIdentifier(tree, unused);
    }

    @Override
    public Void visitVariable(VariableTree tree, @Nullable Void unused) {
      words.add(tree.getName().toString());
      if (!declared.add(tree.getName().toString())) {
        redeclared.add(tree.getName().toString());
      }
      return super.visitVariable(tree, unused);
    }

    @Override
    public Void visitClass(ClassTree tree, @Nullable Void unused) {
      words.add(tree.getSimpleName().toString());
      declared.add(tree.getSimpleName().toString());
      if (trees.getElement(getCurrentPath()) instanceof TypeElement type) {
        inherited(type);
      }
      return super.visitClass(tree, unused);
    }

    @Override
    public Void visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
      words.add(tree.getLabel().toString());
      return super.visitLabeledStatement(tree, unused);
    }

    /** Fields that a class of the body inherits hide any variable of ours that has their name. */
    private void inherited(TypeElement type) {
      for (Element member : type.getEnclosedElements()) {
        if (member.getKind().isField()) {
          words.add(member.getSimpleName().toString());
        }
      }
      List<TypeMirror> parents = new ArrayList<>(type.getInterfaces());
      parents.add(type.getSuperclass());
      for (TypeMirror parent : parents) {
        if (parent instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element) {
          inherited(element);
        }
      }
    }

    private void takeApart() {
      if (!isNested()) {
        for (TreePath up = getCurrentPath(); up != null; up = up.getParentPath()) {
          suspending.add(up.getLeaf());
        }
      }
    }

    /** {@code find(key).count += n} on a private field: the object needs a variable of its own. */
    private void takeApart(ExpressionTree updated) {
      if (updated instanceof MemberSelectTree select
          && !(select.getExpression() instanceof IdentifierTree)
          && trees.getElement(new TreePath(getCurrentPath(), updated))
              instanceof VariableElement field
          && !field.getModifiers().contains(Modifier.STATIC)
          && (field.getModifiers().contains(Modifier.PRIVATE)
              || field.getModifiers().contains(Modifier.PROTECTED))) {
        takeApart();
      }
    }

    private void assign(ExpressionTree variable) {
      TreePath path = new TreePath(getCurrentPath(), variable);
      Element element = trees.getElement(path);
      if (element != null) {
        assigned.add(element);
      }
    }

    private void note(IdentityHashMap<Tree, List<JumpPath>> jumps, Tree target) {
      jumps
          .computeIfAbsent(target, key -> new ArrayList<>())
          .add(JumpPath.of(getCurrentPath(), target));
    }

    private void record(Tree jump, Tree target) {
      targets.put(jump, target);
      if (target instanceof LambdaExpressionTree || isNested()) {
        return;
      }
      for (TreePath up = getCurrentPath();
          up != null && up.getLeaf() != target;
          up = up.getParentPath()) {
        escaped.add(up.getLeaf());
      }
    }

    /** Inside a lambda or a class of the body: there, nothing belongs to the template. */
    private boolean isNested() {
      for (TreePath up = getCurrentPath();
          up != null && up.getLeaf() != root;
          up = up.getParentPath()) {
        if (up.getLeaf() instanceof LambdaExpressionTree || up.getLeaf() instanceof ClassTree) {
          return true;
        }
      }
      return false;
    }

    private Tree enclosing(java.util.function.Predicate<Tree> accepts) {
      for (TreePath up = getCurrentPath(); up != null; up = up.getParentPath()) {
        if (accepts.test(up.getLeaf())) {
          return up.getLeaf();
        }
      }
      throw new IllegalStateException("javac accepted a jump without a target");
    }
  }

  /** {@code continue label} goes on with the loop that has the label. */
  private static Tree unlabeled(Tree target) {
    Tree statement = target;
    while (statement instanceof LabeledStatementTree labeled) {
      statement = labeled.getStatement();
    }
    return statement;
  }

  private static boolean isLoop(Tree tree) {
    return tree instanceof WhileLoopTree
        || tree instanceof DoWhileLoopTree
        || tree instanceof ForLoopTree
        || tree instanceof EnhancedForLoopTree;
  }

  private static boolean isBreakable(Tree tree) {
    return isLoop(tree) || tree instanceof SwitchTree;
  }

  private static boolean isLabel(Tree tree, Name label) {
    return tree instanceof LabeledStatementTree labeled && labeled.getLabel().equals(label);
  }
}
