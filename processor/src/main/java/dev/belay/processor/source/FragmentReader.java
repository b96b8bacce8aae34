package dev.belay.processor.source;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.PrivateTypes;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a piece of the user's text out of the file and replaces what means something else in another
 * class: type names, variables of the body, {@code this}, members of the template's class.
 *
 * <pre>{@code
 * rows.addAll(fetch(offset))          // in the user's class
 * rows.addAll(self.fetch(offset))     // in the machine; rows, self and offset are symbols
 * }</pre>
 */
final class FragmentReader extends TreePathScanner<Void, @Nullable Void> {
  private final BodyContext context;
  private final Members members;
  private final Edits edits;
  private final HiddenAccesses accesses;
  private final HiddenStores stores;
  private final Creations creations;
  private final References references;
  private final HiddenClasses hidden;
  private final HiddenSwitches switches;
  private @Nullable List<Variable> bound;

  private FragmentReader(BodyContext context, Edits edits) {
    this.context = context;
    this.members = new Members(context);
    this.edits = edits;
    this.accesses = new HiddenAccesses(context, members, edits);
    this.stores = new HiddenStores(context, members, edits);
    this.references = new References(context, members);
    this.hidden = new HiddenClasses(context, edits);
    this.switches = new HiddenSwitches(context);
    this.creations = new Creations(context, members, edits);
  }

  /** The whole tree that {@code path} leads to. */
  static Fragment read(BodyContext context, TreePath path) {
    return read(context, path, context.start(path.getLeaf()), context.end(path.getLeaf()));
  }

  /** The part of the tree that lies between two positions. */
  static Fragment read(BodyContext context, TreePath path, int start, int end) {
    Edits edits = context.edits(start, end);
    new FragmentReader(context, edits).scan(path, null);
    return edits.apply();
  }

  /**
   * The label of a case.
   *
   * @param bindings receives the variables that its pattern binds; null leaves them to the text
   */
  static Fragment label(
      BodyContext context, TreePath path, int start, int end, @Nullable List<Variable> bindings) {
    Edits edits = context.edits(start, end);
    FragmentReader reader = new FragmentReader(context, edits);
    reader.bound = bindings;
    if (bindings != null) {
      context.binds(path.getLeaf(), bindings);
    }
    reader.scan(path, null);
    return edits.apply();
  }

  /** {@code operand instanceof P}, for an operand that was computed before. */
  static Fragment test(BodyContext context, TreePath path, Variable operand, InstanceOfTree tree) {
    List<Variable> bindings = new ArrayList<>();
    HiddenArrays.Form apart =
        new HiddenPatterns(context, bindings).test(new TreePath(path, tree.getPattern()));
    int from = context.end(tree.getExpression());
    Fragment test =
        apart == null
            ? Fragment.of(operand, label(context, path, from, context.end(tree), bindings))
            : apart.around(Fragment.read(operand));
    return Fragment.of(new Piece.Bound(test, bindings));
  }

  /** Trees beside the stretch that is read are not looked at. */
  @Override
  public Void scan(Tree tree, @Nullable Void unused) {
    if (tree != null && edits.isBeside(context.start(tree), context.end(tree))) {
      return null;
    }
    return super.scan(tree, unused);
  }

  @Override
  public Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
    Element element = context.element(getCurrentPath());
    // javac puts identifiers where the source has none: the type of a `var`, of a lambda parameter.
    if (element == null || !context.isWritten(tree, tree.getName().toString())) {
      return null;
    }
    if (element instanceof TypeElement type) {
      typeName(tree, type);
    } else if (TypeOracle.isVariable(element)) {
      variable(tree, element);
    } else if (element instanceof VariableElement field) {
      field(tree, field);
    } else if (element instanceof ExecutableElement method) {
      edits.replace(
          context.start(tree), context.start(tree), members.qualifier(getCurrentPath(), method));
    }
    return null;
  }

  private void typeName(IdentifierTree tree, TypeElement type) {
    if (creations.isLookedUp(getCurrentPath(), tree, type)) {
      return; // outer.new Inner(): the name is looked up in outer
    }
    InnerNames.write(context, edits, getCurrentPath(), tree, type);
  }

  private void variable(IdentifierTree tree, Element element) {
    if (context.isYieldParameter(element) && !members.isReceiver(getCurrentPath())) {
      context.report(Message.YieldParameterEscapes, tree, tree.getName().toString());
    }
    Variable variable = context.variable(element);
    if (variable == null) {
      hidden.read(tree, element); // declared inside this very text
      return;
    }
    Piece piece =
        members.isCaptured(getCurrentPath(), variable)
            ? new Piece.Capture(variable)
            : Accesses.use(variable, Accesses.of(getCurrentPath()));
    edits.replace(context.start(tree), context.end(tree), piece);
  }

  private void field(IdentifierTree tree, VariableElement field) {
    String name = field.getSimpleName().toString();
    if (name.equals("this")) {
      self(tree, members.isOwnThis(field));
    } else if (name.equals("super")) {
      creations.superInstance(getCurrentPath(), tree);
    } else if (field.getKind() == ElementKind.ENUM_CONSTANT && CaseLabel.isAt(getCurrentPath())) {
      switches.constant(tree, field, edits);
    } else if (members.isHidden(field, getCurrentPath())) {
      accesses.field(getCurrentPath(), tree, field);
    } else {
      edits.replace(
          context.start(tree), context.start(tree), members.qualifier(getCurrentPath(), field));
    }
  }

  private void self(Tree tree, boolean own) {
    if (own && context.self().isPresent()) {
      edits.replace(context.start(tree), context.end(tree), members.instance(getCurrentPath()));
    }
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
    Element element = context.element(getCurrentPath());
    String name = tree.getIdentifier().toString();
    if (name.equals("this") && element instanceof VariableElement field) {
      boolean own = members.isOwnThis(field);
      if (!own
          && !members.isOfBody(field)
          && field.getEnclosingElement() instanceof TypeElement around) {
        edits.replace(
            context.start(tree), context.end(tree), members.outer(getCurrentPath(), around));
      }
      self(tree, own);
      return null;
    }
    if (name.equals("class") && hidden.literal(getCurrentPath(), tree)) {
      return null;
    }
    if (name.equals("super")) {
      creations.superInstance(getCurrentPath(), tree);
      return null;
    }
    if (element instanceof VariableElement field
        && field.getKind().isField()
        && !name.equals("class")
        && !(context.type(new TreePath(getCurrentPath(), tree.getExpression()))
            instanceof ArrayType)
        && members.isHidden(field, getCurrentPath())) {
      if (field.getKind() == ElementKind.ENUM_CONSTANT && CaseLabel.isAt(getCurrentPath())) {
        switches.constant(tree, field, edits);
      } else if (accesses.field(getCurrentPath(), tree, field)) {
        scan(tree.getExpression(), null);
      }
      return null;
    }
    if (element instanceof TypeElement type && PrivateTypes.isHidden(type)) {
      if (!context.isWritten(tree)) {
        return null; // the type of a lambda's parameter, which the source does not have
      }
      edits.replace(context.start(tree), context.end(tree), context.oracle().typeName(type));
      return null;
    }
    return super.visitMemberSelect(tree, unused);
  }

  @Override
  public Void visitParameterizedType(ParameterizedTypeTree tree, @Nullable Void unused) {
    TypeElement type = HiddenClasses.named(context, getCurrentPath().getParentPath(), tree);
    if (type == null || !context.isWritten(tree)) {
      return super.visitParameterizedType(tree, unused);
    }
    edits.replace(context.start(tree), context.end(tree), context.oracle().typeName(type));
    return null;
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
    Intrinsic.of(context.trees(), getCurrentPath())
        .ifPresent(intrinsic -> members.misplaced(getCurrentPath(), tree, intrinsic));
    TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
    Element element = context.element(select);
    if (element != null && element.getKind() == ElementKind.CONSTRUCTOR) {
      // super(...) or this(...), in a class of the body; javac writes one into each of them.
      return context.start(tree) < 0 || context.end(tree) < 0
          ? null
          : scan(tree.getArguments(), null);
    }
    if (element instanceof ExecutableElement method) {
      if (accesses.superCall(getCurrentPath(), tree, method)) {
        return scan(tree.getArguments(), null);
      }
      hidden.varargs(getCurrentPath(), method, tree.getArguments());
      if (members.isHidden(method, select)) {
        if (accesses.call(getCurrentPath(), tree, method)) {
          scan(tree.getMethodSelect(), null); // what stands in front of the dot
        }
        return scan(tree.getArguments(), null);
      }
    }
    return super.visitMethodInvocation(tree, unused);
  }

  @Override
  public Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
    VariableElement field = stores.target(getCurrentPath(), tree.getVariable());
    if (field == null) {
      return stores.held(getCurrentPath(), tree)
          ? scan(tree.getExpression(), unused)
          : super.visitAssignment(tree, unused);
    }
    stores.assign(getCurrentPath(), tree, field);
    return scan(tree.getExpression(), unused);
  }

  @Override
  public Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
    VariableElement field = stores.target(getCurrentPath(), tree.getVariable());
    if (field == null) {
      return super.visitCompoundAssignment(tree, unused);
    }
    stores.assign(getCurrentPath(), tree, field);
    return scan(tree.getExpression(), unused);
  }

  @Override
  public Void visitUnary(UnaryTree tree, @Nullable Void unused) {
    VariableElement field =
        Operators.isUpdate(tree.getKind())
            ? stores.target(getCurrentPath(), tree.getExpression())
            : null;
    if (field == null) {
      return super.visitUnary(tree, unused);
    }
    stores.update(getCurrentPath(), tree, field);
    return null;
  }

  @Override
  public Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
    List<TreePath> function =
        new AnonymousFunctions(context).replace(getCurrentPath(), tree, edits);
    if (!function.isEmpty()) {
      unbound(() -> function.forEach(each -> scan(each, null)));
      return null;
    }
    Fragment creation = context.named().creation(getCurrentPath(), tree);
    if (creation != null) {
      int open = context.behindBracket(context.end(tree.getIdentifier()));
      edits.replace(context.start(tree), open, creation);
      edits.replace(context.named().behindArguments(tree), context.end(tree), ")");
      return scan(tree.getArguments(), null);
    }
    TypeElement type = members.created(getCurrentPath(), tree);
    if (type == null) {
      return super.visitNewClass(tree, unused);
    }
    if (tree.getClassBody() == null
        && context.element(getCurrentPath()) instanceof ExecutableElement constructor) {
      hidden.varargs(getCurrentPath(), constructor, tree.getArguments());
      if (members.isHidden(constructor, getCurrentPath())) {
        creations.hidden(getCurrentPath(), tree, constructor);
        scan(tree.getEnclosingExpression(), null);
        return scan(tree.getArguments(), null);
      }
    }
    edits.replace(
        context.start(tree), context.start(tree), creations.outer(getCurrentPath(), tree, type));
    return super.visitNewClass(tree, unused);
  }

  @Override
  public Void visitNewArray(NewArrayTree tree, @Nullable Void unused) {
    return hidden.array(getCurrentPath(), tree)
        ? scan(HiddenClasses.operands(tree), null)
        : super.visitNewArray(tree, unused);
  }

  @Override
  public Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
    return hidden.cast(getCurrentPath(), tree)
        ? scan(tree.getExpression(), null)
        : super.visitTypeCast(tree, unused);
  }

  @Override
  public Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
    switches.selector(getCurrentPath(), edits);
    switches.complete(getCurrentPath(), edits);
    return super.visitSwitch(tree, unused);
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
    switches.selector(getCurrentPath(), edits);
    switches.complete(getCurrentPath(), edits);
    return super.visitSwitchExpression(tree, unused);
  }

  @Override
  public Void visitYield(YieldTree tree, @Nullable Void unused) {
    switches.yielded(tree, edits);
    return super.visitYield(tree, unused);
  }

  @Override
  public Void visitCase(CaseTree tree, @Nullable Void unused) {
    if (!switches.isApart(getCurrentPath())) {
      return super.visitCase(tree, unused);
    }
    switches.label(getCurrentPath(), edits);
    scan(CaseLabel.of(context, tree).guards(), unused);
    scan(tree.getStatements(), unused);
    return scan(tree.getBody(), unused);
  }

  @Override
  public Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
    Element element = context.element(getCurrentPath());
    if (Intrinsic.of(element).isPresent()) {
      context.report(Message.SuspensionInLambda, tree, context.text(tree));
      return null;
    }
    hidden.function(getCurrentPath(), tree, () -> reference(tree));
    return null;
  }

  private void reference(MemberReferenceTree tree) {
    Fragment creation = creations.reference(getCurrentPath(), tree);
    if (!creation.pieces().isEmpty()) {
      edits.replace(context.start(tree), context.end(tree), creation);
      return;
    }
    if (references.replace(getCurrentPath(), tree, edits)) {
      if (!references.namesPrivate(getCurrentPath(), tree)) {
        scan(tree.getQualifierExpression(), null);
      }
      return;
    }
    super.visitMemberReference(tree, null);
  }

  @Override
  public Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
    if (hidden.test(getCurrentPath(), tree)) {
      return scan(tree.getExpression(), null);
    }
    boolean guards = bound != null && members.isInGuard(getCurrentPath());
    if (tree.getPattern() == null || guards || members.isInText(getCurrentPath(), edits)) {
      test(tree, () -> scan(tree.getExpression(), null));
      return null;
    }
    if (bound != null) {
      test(tree, () -> unbound(() -> scan(tree.getExpression(), null)));
      return null;
    }
    Edits inner = context.edits(context.start(tree), context.end(tree));
    FragmentReader reader = new FragmentReader(context, inner);
    reader.bound = new ArrayList<>();
    reader.scan(getCurrentPath(), null);
    edits.replace(
        context.start(tree), context.end(tree), new Piece.Bound(inner.apply(), reader.bound));
    return null;
  }

  /**
   * @param operand reads what is tested: what is inserted first at a position stands first there
   */
  private void test(InstanceOfTree tree, Runnable operand) {
    HiddenArrays.Form apart =
        tree.getPattern() == null
            ? null
            : new HiddenPatterns(context, bound)
                .test(new TreePath(getCurrentPath(), tree.getPattern()));
    if (apart == null) {
      operand.run();
      scan(tree.getPattern() == null ? tree.getType() : tree.getPattern(), null);
      return;
    }
    int start = context.start(tree.getExpression());
    edits.replace(start, start, apart.before());
    operand.run();
    edits.replace(context.end(tree.getExpression()), context.end(tree), apart.after());
  }

  @Override
  public Void visitBindingPattern(BindingPatternTree tree, @Nullable Void unused) {
    VariableTree variable = tree.getVariable();
    if (bound != null && !variable.getName().contentEquals("")) {
      new Bindings(context)
          .name(new TreePath(getCurrentPath(), variable), variable, edits)
          .ifPresent(bound::add);
    }
    return super.visitBindingPattern(tree, unused);
  }

  @Override
  public Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
    hidden.function(
        getCurrentPath(), tree, () -> unbound(() -> super.visitLambdaExpression(tree, unused)));
    return null;
  }

  @Override
  public Void visitClass(ClassTree tree, @Nullable Void unused) {
    creations.superclass(getCurrentPath(), tree);
    if (context.element(getCurrentPath()) instanceof TypeElement type
        && !context.classes().isMoving(type)) {
      context.classes().parameterized().failure(tree, type);
    }
    unbound(() -> super.visitClass(tree, unused));
    return null;
  }

  /** Reads what binds nothing that is known outside of it (JLS 6.3.1). */
  private void unbound(Runnable reading) {
    List<Variable> outside = bound;
    bound = null;
    reading.run();
    bound = outside;
  }
}
