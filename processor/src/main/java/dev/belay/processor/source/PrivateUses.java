package dev.belay.processor.source;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.IntersectionTypeTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WildcardTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.belay.processor.model.PrivateTypes;
import dev.belay.processor.model.TypeClasses;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what a type variable cannot do in the place of a private class ({@link HiddenTypes}),
 * before the body is read. Places where the class is named are listed, so that a new one is
 * refused.
 */
final class PrivateUses extends TreePathScanner<@Nullable Void, @Nullable Void> {
  private final BodyContext context;
  private final Members members;
  private final Map<TypeElement, Tree> hidden = new LinkedHashMap<>();
  private final OpenClasses open;
  private final Set<TypeElement> others = new LinkedHashSet<>();
  private int inStatic;
  private int inNested;

  private PrivateUses(BodyContext context) {
    this.context = context;
    this.members = new Members(context);
    this.open = new OpenClasses(context.oracle(), this::refuse);
  }

  /** Refuses, and says whether the body has objects of private classes. */
  static boolean check(BodyContext context, TreePath body) {
    PrivateUses uses = new PrivateUses(context);
    uses.scan(body, null);
    uses.others.add(context.type());
    uses.mixtures();
    return !uses.hidden.isEmpty();
  }

  private void refuse(TypeElement type, Tree token) {
    context.reportPrivate(PrivateTypes.hidden(type).orElse(type).getSimpleName().toString(), token);
  }

  @Override
  public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
    if (tree != null && RecordPattern.isOne(tree)) {
      pattern(new TreePath(getCurrentPath(), tree));
    }
    if (tree instanceof ExpressionTree && getCurrentPath() != null) {
      TreePath path = new TreePath(getCurrentPath(), tree);
      if (!(context.element(path) instanceof TypeElement)) {
        type(context.type(path), tree);
      }
    }
    return super.scan(tree, unused);
  }

  /** The type of an expression. */
  private void type(TypeMirror type, Tree token) {
    open.see(type, token);
    declared(type, token);
  }

  private void declared(TypeMirror type, Tree token) {
    for (TypeElement each : PrivateTypes.all(type)) {
      hidden.putIfAbsent(each, token);
      if (inStatic > 0 || !HiddenTypes.isSpeakable(each, context.oracle().types())) {
        refuse(each, token);
      }
    }
    collect(type);
  }

  /** The classes with names in a type. */
  private void collect(TypeMirror type) {
    for (TypeElement each : TypeClasses.of(type)) {
      if (!PrivateTypes.isHidden(each) && !TypeOracle.isLocal(each)) {
        others.add(each);
      }
    }
  }

  /** What the accessor of a member has in its signature, where the member needs one. */
  private void member(Tree use) {
    Element member = context.element(getCurrentPath());
    if (!(member instanceof ExecutableElement)
        && !(member instanceof VariableElement field && field.getKind().isField())) {
      return;
    }
    if (context.isWritten(use) && members.isHidden(member, getCurrentPath())) {
      Reachable.signature(member).forEach(type -> declared(type, use));
      if (!member.getModifiers().contains(Modifier.STATIC)) {
        declared(TypeOracle.enclosingType(member).asType(), use);
      }
    }
  }

  /**
   * A class that has a name, and a private class among its supertypes or in its bounds: it is no
   * subtype of the variable that stands for that one.
   */
  private void mixtures() {
    for (TypeElement other : others) {
      Set<TypeElement> above = new LinkedHashSet<>();
      above(other, above, new LinkedHashSet<>());
      for (TypeElement each : above) {
        Tree token = hidden.get(each);
        if (token != null) {
          refuse(each, token);
        }
      }
    }
  }

  private static void above(TypeElement type, Set<TypeElement> found, Set<TypeElement> seen) {
    if (!seen.add(type)) {
      return;
    }
    for (TypeParameterElement parameter : type.getTypeParameters()) {
      parameter.getBounds().forEach(bound -> found.addAll(PrivateTypes.all(bound)));
    }
    above(type.getSuperclass(), found, seen);
    type.getInterfaces().forEach(each -> above(each, found, seen));
  }

  private static void above(TypeMirror parent, Set<TypeElement> found, Set<TypeElement> seen) {
    if (parent instanceof DeclaredType declared && parent.getKind() == TypeKind.DECLARED) {
      found.addAll(PrivateTypes.all(parent));
      above((TypeElement) declared.asElement(), found, seen);
    }
  }

  @Override
  public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    if (context.isWritten(tree, tree.getName().toString())) {
      name(tree);
      member(tree);
    }
    return null;
  }

  @Override
  public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    if (context.isWritten(tree)) {
      name(tree);
      member(tree);
    }
    return super.visitMemberSelect(tree, unused);
  }

  private void name(Tree tree) {
    if (context.element(getCurrentPath()) instanceof TypeElement type
        && PrivateTypes.isHidden(type)
        && !isQualifier()) {
      hidden.putIfAbsent(type, tree);
      if (inStatic > 0
          || !HiddenTypes.isSpeakable(type, context.oracle().types())
          || !isReplaced(type)) {
        refuse(type, tree);
      }
    }
  }

  /** In front of a static member, or of another class, which is what counts. */
  private boolean isQualifier() {
    return getCurrentPath().getParentPath().getLeaf() instanceof MemberSelectTree select
        && !select.getIdentifier().contentEquals("class")
        && !select.getIdentifier().contentEquals("this")
        && !select.getIdentifier().contentEquals("super");
  }

  /** Whether type arguments follow a name. */
  static boolean isParameterized(TreePath name) {
    return name.getParentPath().getLeaf() instanceof ParameterizedTypeTree generic
        && generic.getType() == name.getLeaf();
  }

  /** Whether the name stands where a type variable may, or where an accessor replaces it. */
  private boolean isReplaced(TypeElement type) {
    if (isParameterized(getCurrentPath())) {
      return isReplaced(getCurrentPath().getParentPath(), type);
    }
    return isReplaced(getCurrentPath(), type);
  }

  private boolean isReplaced(TreePath path, TypeElement type) {
    Tree name = path.getLeaf();
    Tree parent = path.getParentPath().getLeaf();
    Tree above = path.getParentPath().getParentPath().getLeaf();
    if (parent instanceof VariableTree variable) {
      return (!(above instanceof CatchTree) || inNested == 0)
          && (!(above instanceof BindingPatternTree)
              || isInTest(path.getParentPath().getParentPath()))
          && variable.getType() == name;
    }
    if (parent instanceof ArrayTypeTree) {
      return isReplacedArray(path);
    }
    if (RecordPattern.isOne(parent)) {
      return isInTest(path.getParentPath());
    }
    if (parent instanceof NewClassTree creation) {
      return creation.getIdentifier() == name && isReplaced(path.getParentPath(), creation);
    }
    if (parent instanceof ClassTree && above instanceof NewClassTree creation) {
      return isReplaced(path.getParentPath().getParentPath(), creation); // the name once more
    }
    if (parent instanceof NewArrayTree array) {
      return array.getType() == name;
    }
    if (parent instanceof MemberReferenceTree reference) {
      return reference.getQualifierExpression() == name
          && (reference.getMode() == MemberReferenceTree.ReferenceMode.INVOKE
              || HiddenMembers.outerOf(type) == null
              || context.type().equals(type.getEnclosingElement()));
    }
    if (parent instanceof UnionTypeTree) {
      return inNested == 0;
    }
    if (parent instanceof TypeParameterTree parameter) {
      return parameter.getBounds().size() == 1; // a variable that is a bound is the only one
    }
    return (parent instanceof ParameterizedTypeTree generic && generic.getType() != name)
        || parent instanceof WildcardTree
        || parent instanceof MethodTree
        || parent instanceof MethodInvocationTree
        || parent instanceof MemberSelectTree
        || (parent instanceof TypeCastTree cast && cast.getType() == name)
        || (parent instanceof InstanceOfTree test && test.getType() == name);
  }

  private boolean isReplaced(TreePath path, NewClassTree creation) {
    return creation.getClassBody() == null
        || new AnonymousFunctions(context).method(path, creation) != null;
  }

  /** Whether the array type around the name stands where one of a type variable may. */
  private boolean isReplacedArray(TreePath path) {
    TreePath array = path.getParentPath();
    while (array.getParentPath().getLeaf() instanceof ArrayTypeTree) {
      array = array.getParentPath();
    }
    TreePath above = array.getParentPath();
    if (above.getLeaf() instanceof VariableTree) {
      return !(above.getParentPath().getLeaf() instanceof BindingPatternTree)
          || isInTest(above.getParentPath());
    }
    return !(above.getLeaf() instanceof IntersectionTypeTree);
  }

  /** Whether a pattern is, or is inside of, that of {@code instanceof} or of a label. */
  private boolean isInTest(TreePath pattern) {
    TreePath outer = pattern;
    while (RecordPattern.isOne(outer.getParentPath().getLeaf())) {
      outer = outer.getParentPath();
    }
    Tree above = outer.getParentPath().getLeaf();
    return above instanceof InstanceOfTree || above.getKind().name().startsWith("PATTERN_CASE");
  }

  /** A record whose components are asked by accessors, which say what their types are. */
  private void pattern(TreePath path) {
    RecordPattern.of(context, path)
        .filter(one -> new HiddenPatterns(context, null).isApart(path))
        .ifPresent(
            one ->
                one.components(context.oracle().types())
                    .forEach(component -> type(component, path.getLeaf())));
  }

  private @Nullable TypeElement hiddenType(TreePath path) {
    return context.type(path) instanceof DeclaredType type
            && type.asElement() instanceof TypeElement element
            && PrivateTypes.isHidden(element)
        ? element
        : null;
  }

  /** What is of a private interface is made an object of it by our runtime. */
  private void function(Tree tree) {
    TypeElement type = hiddenType(getCurrentPath());
    if (type != null
        && !HiddenFunctions.isPossible(
            (DeclaredType) context.type(getCurrentPath()), context.oracle())) {
      refuse(type, tree);
    }
  }

  @Override
  public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    function(tree);
    inNested++;
    super.visitLambdaExpression(tree, unused);
    inNested--;
    return null;
  }

  @Override
  public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    function(tree);
    member(tree);
    varargs(tree);
    return super.visitMemberReference(tree, unused);
  }

  /** What is static sees no type variables of the machine. */
  @Override
  public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
    inNested++;
    within(tree.getKind() != Tree.Kind.CLASS, () -> super.visitClass(tree, unused));
    inNested--;
    return null;
  }

  private void within(boolean isStatic, Runnable scan) {
    inStatic += isStatic ? 1 : 0;
    scan.run();
    inStatic -= isStatic ? 1 : 0;
  }

  @Override
  public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
    within(isStatic(tree.getModifiers()), () -> super.visitMethod(tree, unused));
    return null;
  }

  @Override
  public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
    Element element = context.element(getCurrentPath());
    within(
        isStatic(tree.getModifiers()),
        () -> {
          if (element != null) {
            type(element.asType(), tree);
          }
          super.visitVariable(tree, unused);
        });
    return null;
  }

  private static boolean isStatic(ModifiersTree modifiers) {
    return modifiers.getFlags().contains(Modifier.STATIC);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    member(tree);
    if (context.element(getCurrentPath()) instanceof ExecutableElement constructor) {
      if (tree.getClassBody() != null) {
        constructor.getParameters().stream()
            .flatMap(one -> PrivateTypes.all(one.asType()).stream())
            .forEach(type -> refuse(type, tree));
      }
      varargs(constructor, tree.getArguments());
      overloads(getCurrentPath(), constructor, tree.getArguments());
    }
    return super.visitNewClass(tree, unused);
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
    if (context.element(select) instanceof ExecutableElement method) {
      varargs(method, tree.getArguments());
      overloads(select, method, tree.getArguments());
    }
    return super.visitMethodInvocation(tree, unused);
  }

  private void overloads(
      TreePath select, ExecutableElement called, List<? extends ExpressionTree> arguments) {
    if (!members.isHidden(called, select)) {
      new HiddenOverloads(context).check(getCurrentPath(), select, called, arguments);
    }
  }

  /** Java makes an array for these arguments, and would make one of another class here. */
  private void varargs(ExecutableElement method, List<? extends ExpressionTree> arguments) {
    if (method.getAnnotation(SafeVarargs.class) == null
        && new HiddenVarargs(context).isLost(getCurrentPath(), method, arguments)) {
      Tree call = getCurrentPath().getLeaf();
      arguments.stream()
          .map(each -> context.type(new TreePath(getCurrentPath(), each)))
          .flatMap(type -> PrivateTypes.all(type).stream())
          .forEach(type -> refuse(type, call));
    }
  }

  private void varargs(MemberReferenceTree tree) {
    if (context.element(getCurrentPath()) instanceof ExecutableElement method
        && context.type(getCurrentPath()) instanceof DeclaredType target
        && context
            .oracle()
            .functions()
            .function(target)
            .filter(
                function -> new HiddenVarargs(context).isLost(getCurrentPath(), method, function))
            .isPresent()) {
      context.unsupportedOnce(
          tree,
          "a reference to a method with varargs of a type variable, which is a private class here",
          "Java makes an array of the class that it has inferred, and nothing says what that is",
          "write a lambda");
    }
  }

  /** In a lambda, what close() throws would have to be caught, which the variable does not say. */
  @Override
  public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
    for (Tree resource : tree.getResources()) {
      TreePath path = new TreePath(getCurrentPath(), resource);
      TypeMirror type =
          context.element(path) instanceof VariableElement variable
              ? variable.asType()
              : context.type(path);
      if (inNested > 0) {
        PrivateTypes.all(type).forEach(one -> refuse(one, resource));
      }
    }
    return super.visitTry(tree, unused);
  }

  /**
   * A label that becomes a test is one that binds: no group may fall into it, and none may stand
   * behind default (JLS 14.11.1).
   */
  @Override
  public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
    if (new HiddenSwitches(context).isBehindDefault(getCurrentPath())) {
      context.unsupportedOnce(
          CaseLabel.children(tree).get(0),
          "a label of a private class behind default",
          "it becomes a test, which Java lets stand in front of default only",
          "write default last");
    } else if (tree.getCaseKind() == CaseTree.CaseKind.STATEMENT
        && new HiddenSwitches(context).isFallenInto(getCurrentPath())) {
      context.unsupportedOnce(
          CaseLabel.children(tree).get(0),
          "a label of a private class that a group falls into",
          "it becomes a test, which binds what it tests, and Java lets no group fall into such a"
              + " label",
          "write the switch with arrows");
    }
    return super.visitCase(tree, unused);
  }
}
