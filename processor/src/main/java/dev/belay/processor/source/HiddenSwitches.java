package dev.belay.processor.source;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * {@code switch} over what private classes are. Constants of a private enum are numbers; a label
 * with a pattern of a private class takes every object that its test takes.
 *
 * <pre>{@code
 * switch (state) { case OPEN: ... }     // switch ((state).ordinal()) { case 0: ... }
 * case Row r when r.n() > 0 -> ...
 * // case Object matched when Hidden.only_Row(matched) instanceof Record r && (((Row_) r)...) -> ...
 * }</pre>
 *
 * <p>Neither is exhaustive to javac, which gets a {@code default} that throws what Java throws.
 */
final class HiddenSwitches {
  private static final Fragment MATCH_EXCEPTION =
      Fragment.of("new ", TypeText.named("java.lang", "MatchException").text(), "(null, null)");
  static final Fragment CHANGED_ENUM =
      Fragment.of("new ", TypeText.named("java.lang", "IncompatibleClassChangeError").text(), "()");

  private final BodyContext context;

  HiddenSwitches(BodyContext context) {
    this.context = context;
  }

  static List<? extends CaseTree> cases(Tree tree) {
    return tree instanceof SwitchTree choice
        ? choice.getCases()
        : ((SwitchExpressionTree) tree).getCases();
  }

  /** Whether a switch has numbers instead of the constants of a private enum. */
  boolean isNumbered(TreePath path) {
    return context.type(Guards.selector(path)) instanceof DeclaredType type
        && type.asElement() instanceof TypeElement element
        && element.getKind() == ElementKind.ENUM
        && PrivateTypes.isHidden(element)
        && cases(path.getLeaf()).stream()
            .map(each -> CaseLabel.of(context, each))
            .noneMatch(label -> label.hasPattern() || !label.guards().isEmpty());
  }

  /** The selector of such a switch. */
  void selector(TreePath path, Edits edits) {
    if (isNumbered(path) && Guards.selector(path).getLeaf() instanceof ParenthesizedTree brackets) {
      ExpressionTree inner = brackets.getExpression();
      edits.replace(context.start(inner), context.start(inner), "(");
      edits.close(context.end(inner), context.end(inner), ").ordinal()");
    }
  }

  /** The constant of a private enum in the label of such a switch. */
  void constant(Tree label, VariableElement constant, Edits edits) {
    TypeElement type = TypeOracle.enclosingType(constant);
    if (PrivateTypes.isHidden(type)) {
      List<? extends Element> constants =
          type.getEnclosedElements().stream()
              .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
              .toList();
      edits.replace(
          context.start(label), context.end(label), String.valueOf(constants.indexOf(constant)));
    }
  }

  /** What is thrown where no label takes a value, if javac would miss that; else null. */
  @Nullable Fragment missing(TreePath path) {
    List<? extends CaseTree> cases = cases(path.getLeaf());
    boolean total =
        cases.stream()
            .map(each -> new TreePath(path, each))
            .anyMatch(each -> label(each).isDefault() || isUnconditional(each));
    if (total) {
      return null;
    }
    if (cases.stream().anyMatch(each -> isApart(new TreePath(path, each)))) {
      return MATCH_EXCEPTION;
    }
    return path.getLeaf() instanceof SwitchExpressionTree && isNumbered(path) ? CHANGED_ENUM : null;
  }

  /** The same, for a switch that stays text. */
  void complete(TreePath path, Edits edits) {
    Fragment missing = missing(path);
    if (missing != null) {
      boolean arrows = cases(path.getLeaf()).get(0).getCaseKind() == CaseTree.CaseKind.RULE;
      int end = context.end(path.getLeaf()) - 1;
      String last = isLeft(path) ? " break;" : "";
      String label = arrows ? " default -> throw " : last + " default: throw ";
      edits.replace(end, end, label, missing, "; ");
    }
  }

  /** Whether the groups before a label that becomes a test do not let it be one. */
  boolean isFallenInto(TreePath path) {
    if (!isApart(path)) {
      return false;
    }
    TreePath choice = path.getParentPath();
    List<? extends CaseTree> cases = cases(choice.getLeaf());
    int index = cases.indexOf((CaseTree) path.getLeaf());
    return index > 0
        && new Completion(context).completesGroup(new TreePath(choice, cases.get(index - 1)));
  }

  /** Whether a label that becomes a test stands behind default, where none may (JLS 14.11.1). */
  boolean isBehindDefault(TreePath path) {
    TreePath choice = path.getParentPath();
    List<? extends CaseTree> cases = cases(choice.getLeaf());
    return isApart(path)
        && cases.subList(0, cases.indexOf((CaseTree) path.getLeaf())).stream()
            .anyMatch(each -> label(new TreePath(choice, each)).isDefault());
  }

  /** Whether the last group of a statement would fall into what is added behind it. */
  private boolean isLeft(TreePath path) {
    List<? extends CaseTree> cases = cases(path.getLeaf());
    TreePath last = new TreePath(path, cases.get(cases.size() - 1));
    return path.getLeaf() instanceof SwitchTree && new Completion(context).completesGroup(last);
  }

  /**
   * A value that begins with a bracket gets two more: where an accessor has two type arguments,
   * javac 17 takes the comma in a bracket for one between arguments, and the statement for a call.
   *
   * <pre>{@code
   * yield (n += pair.left())      // yield (((n += Hidden.<Pair_, Local_>left(pair))))
   * }</pre>
   */
  void yielded(YieldTree tree, Edits edits) {
    int start = context.start(tree.getValue());
    if (start >= 0 && context.source().startsWith("(", start)) {
      edits.replace(start, start, "((");
      edits.close(context.end(tree.getValue()), context.end(tree.getValue()), "))");
    }
  }

  private CaseLabel label(TreePath path) {
    return CaseLabel.of(context, (CaseTree) path.getLeaf());
  }

  /** Whether a label that stays takes every value of the selector (JLS 14.11.1). */
  private boolean isUnconditional(TreePath path) {
    Types types = context.oracle().types();
    return label(path).guards().isEmpty()
        && !isApart(path)
        && patterns(path).stream()
            .anyMatch(
                pattern ->
                    pattern.getLeaf() instanceof BindingPatternTree binding
                        && types.isSubtype(
                            types.erasure(context.type(Guards.selector(path.getParentPath()))),
                            types.erasure(
                                context.type(new TreePath(pattern, binding.getVariable())))));
  }

  /** Whether the label of a case is taken apart. */
  boolean isApart(TreePath path) {
    return patterns(path).stream().anyMatch(new HiddenPatterns(context, null)::isApart)
        || (!isNumbered(path.getParentPath())
            && ((CaseTree) path.getLeaf())
                .getExpressions().stream()
                    .anyMatch(each -> isHiddenConstant(new TreePath(path, each))));
  }

  /** Whether a label asks records for their components. */
  boolean asks(TreePath path) {
    return patterns(path).stream().anyMatch(each -> RecordPattern.isOne(each.getLeaf()));
  }

  private boolean isHiddenConstant(TreePath path) {
    return context.element(path) instanceof VariableElement constant
        && constant.getKind() == ElementKind.ENUM_CONSTANT
        && PrivateTypes.isHidden(TypeOracle.enclosingType(constant));
  }

  /** The patterns of a label. */
  private static List<TreePath> patterns(TreePath path) {
    List<TreePath> found = new ArrayList<>();
    for (Tree child : CaseLabel.children(path.getLeaf())) {
      if (child.getKind().name().startsWith("PATTERN_CASE")) {
        TreePath label = new TreePath(path, child);
        found.add(new TreePath(label, CaseLabel.children(child).get(0)));
      }
    }
    return found;
  }

  /** Puts a test in the place of a label that stays text. */
  void label(TreePath path, Edits edits) {
    CaseLabel label = label(path);
    int start = context.start(CaseLabel.children(path.getLeaf()).get(0));
    if (edits.isBeside(start, label.patterns())) {
      return; // only its guard is read
    }
    edits.replace(start, label.patterns(), test(path, null, Fragment.EMPTY));
    for (ExpressionTree guard : label.guards()) {
      edits.replace(label.patterns(), context.start(guard), " && (");
      edits.close(context.end(guard), context.end(guard), ")");
    }
  }

  /**
   * What a label becomes, up to its guard.
   *
   * @param bound receives the variables that its patterns bind; null leaves them to the text
   * @param first what is asked before anything, with its {@code &&}; often nothing
   */
  Fragment test(TreePath path, @Nullable List<Variable> bound, Fragment first) {
    String matched = context.map().fresh("matched");
    List<Fragment> tests = new ArrayList<>();
    for (TreePath pattern : patterns(path)) {
      tests.add(new HiddenPatterns(context, bound).apart(pattern).around(Fragment.text(matched)));
    }
    for (ExpressionTree constant : ((CaseTree) path.getLeaf()).getExpressions()) {
      if (context.element(new TreePath(path, constant)) instanceof VariableElement field) {
        tests.add(Fragment.of(matched + " == ", constant(field)));
      }
    }
    Fragment any = tests.get(0);
    for (Fragment other : tests.subList(1, tests.size())) {
      any = Fragment.of(any, " || ", other);
    }
    return Fragment.of(
        isApart(path) ? TypeText.OBJECT.text() : selected(path.getParentPath()),
        " " + matched + " when ",
        first,
        tests.size() > 1 ? Fragment.of("(", any, ")") : any);
  }

  /** The type of what is chosen by, from which that of a record in a label may be inferred. */
  private Fragment selected(TreePath path) {
    return context.oracle().text(context.type(Guards.selector(path))).text();
  }

  private Fragment constant(VariableElement field) {
    TypeElement type = TypeOracle.enclosingType(field);
    return PrivateTypes.isHidden(type)
        ? Fragment.text(
            context.hidden().prefix()
                + context.hidden().get(new Sightings(context).declared(field), context.oracle())
                + "()")
        : Fragment.of(context.oracle().name(type), "." + field.getSimpleName());
  }
}
