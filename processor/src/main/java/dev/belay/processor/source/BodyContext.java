package dev.belay.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Fresh;
import dev.belay.processor.lower.ir.Target;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.Accessibility;
import dev.belay.processor.model.PrivateTypes;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What the readers of one body share: the trees, what they have named so far, what they found. */
final class BodyContext {
  private final Trees trees;
  private final TypeOracle oracle;
  private final CompilationUnitTree unit;
  private final String source;
  private final TypeElement type;
  private final Body.Kind kind;
  private final BodyMap map;
  private final Fresh fresh = new Fresh();
  private final Map<Element, Variable> variables = new HashMap<>();
  private final Map<Element, TypeText.View> bound = new HashMap<>();
  private final IdentityHashMap<Tree, List<Variable>> labels = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, Target> targets = new IdentityHashMap<>();
  private final IdentityHashMap<Tree, Variable> results = new IdentityHashMap<>();
  private final Map<String, Tree> inferred = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final HiddenMembers hidden;
  private final OwnCalls ownCalls;
  private final LocalClasses classes = new LocalClasses(this);
  private final NamedClasses named = new NamedClasses(this);
  private TypeMirror resultType;
  private @Nullable Variable self;
  private @Nullable Element yieldParameter;

  BodyContext(
      Trees trees,
      TypeOracle oracle,
      CompilationUnitTree unit,
      String source,
      TypeElement type,
      Body.Kind kind,
      BodyMap map,
      HiddenMembers hidden,
      OwnCalls ownCalls) {
    this.trees = trees;
    this.oracle = oracle;
    this.unit = unit;
    this.source = source;
    this.type = type;
    this.kind = kind;
    this.map = map;
    this.hidden = hidden;
    this.ownCalls = ownCalls;
    oracle.witnesses(new SeveralBounds(oracle, classes)::view);
    this.resultType = oracle.types().getNoType(TypeKind.VOID);
  }

  Trees trees() {
    return trees;
  }

  TypeOracle oracle() {
    return oracle;
  }

  BodyMap map() {
    return map;
  }

  Fresh fresh() {
    return fresh;
  }

  Body.Kind kind() {
    return kind;
  }

  /** The type that the template declares to return. */
  TypeMirror resultType() {
    return resultType;
  }

  void resultType(TypeMirror type) {
    resultType = type;
  }

  /** The class that declares the template. */
  TypeElement type() {
    return type;
  }

  LocalClasses classes() {
    return classes;
  }

  NamedClasses named() {
    return named;
  }

  HiddenMembers hidden() {
    return hidden;
  }

  OwnCalls ownCalls() {
    return ownCalls;
  }

  String source() {
    return source;
  }

  Optional<Variable> self() {
    return Optional.ofNullable(self);
  }

  void self(Variable variable) {
    self = variable;
  }

  /** The parameter that stands for the consumer; it does not exist at run time. */
  void yieldParameter(Element element) {
    yieldParameter = element;
  }

  boolean isYieldParameter(Element element) {
    return element.equals(yieldParameter);
  }

  /** How a variable of a pattern is read, where its pattern names another type. */
  void bound(Element element, TypeText.View seen) {
    bound.put(element, seen);
  }

  TypeText.@Nullable View bound(Element element) {
    return bound.get(element);
  }

  /** Whether a variable of a pattern is bound with an object around it, in which it is assigned. */
  boolean isHeld(Element element) {
    Variable variable = variables.get(element);
    TypeText.View seen = variable == null ? bound.get(element) : variable.type().seen();
    return seen != null && seen.isPlace();
  }

  /** The variables that a label binds, and its guard, are those in a list. */
  void binds(Tree group, List<Variable> bindings) {
    labels.put(group, bindings);
  }

  List<Variable> bindings(Tree group) {
    return labels.getOrDefault(group, List.of());
  }

  void name(Element element, Variable variable) {
    variables.put(element, variable);
  }

  @Nullable Variable variable(@Nullable Element element) {
    return variables.get(element);
  }

  /** The target that stands for a statement which jumps can name. */
  Target target(Tree statement, @Nullable String label) {
    return targets.computeIfAbsent(statement, any -> fresh.target(label));
  }

  /** The variable that takes the value of a switch expression. */
  void result(Tree expression, Variable variable) {
    results.put(expression, variable);
  }

  Variable result(Tree expression) {
    Variable result = results.get(expression);
    if (result == null) {
      throw new IllegalStateException("a switch expression that was not taken apart");
    }
    return result;
  }

  int start(Tree tree) {
    return (int) trees.getSourcePositions().getStartPosition(unit, tree);
  }

  int end(Tree tree) {
    int end = (int) trees.getSourcePositions().getEndPosition(unit, tree);
    if (end <= 0 || source.charAt(end - 1) != ';') {
      return end;
    }
    // Of a variable among the resources of a try, javac takes the semicolon for the end.
    if (tree instanceof IdentifierTree name) {
      return endOf(name.getName(), end);
    }
    return tree instanceof MemberSelectTree select ? endOf(select.getIdentifier(), end) : end;
  }

  private int endOf(Name name, int limit) {
    int last = source.lastIndexOf(name.toString(), limit - name.length());
    return last < 0 ? limit - 1 : last + name.length();
  }

  int line(Tree tree) {
    return (int) unit.getLineMap().getLineNumber(start(tree));
  }

  /** Replacements in a stretch of the source. */
  Edits edits(int start, int end) {
    return new Edits(source, start, end, at -> (int) unit.getLineMap().getLineNumber(at));
  }

  /** Whether a tree stands in the source. */
  boolean isWritten(Tree tree) {
    return start(tree) >= 0 && end(tree) >= start(tree);
  }

  /** Whether a tree stands in the source, as this very word. */
  boolean isWritten(Tree tree, String word) {
    if (!isWritten(tree)) {
      return false;
    }
    String text = text(tree);
    return text.equals(word) || text.contains("\\u");
  }

  /** The position behind the brace that opens a class. */
  int insideOf(ClassTree tree) {
    int from = Math.max(start(tree), end(tree.getModifiers()));
    for (Tree part : heads(tree)) {
      from = Math.max(from, end(part));
    }
    return Brackets.behind(source, '{', from);
  }

  private static List<Tree> heads(ClassTree tree) {
    List<Tree> heads = new ArrayList<>(tree.getTypeParameters());
    if (tree.getExtendsClause() != null) {
      heads.add(tree.getExtendsClause());
    }
    heads.addAll(tree.getImplementsClause());
    heads.addAll(tree.getPermitsClause());
    return heads;
  }

  /** The position behind the next opening bracket. */
  int behindBracket(int from) {
    return Brackets.behind(source, '(', from);
  }

  String text(Tree tree) {
    return source.substring(start(tree), end(tree));
  }

  @Nullable Element element(TreePath path) {
    return trees.getElement(path);
  }

  /** The attributed type; {@code Object} where javac has none to offer. */
  TypeMirror type(TreePath path) {
    TypeMirror found = trees.getTypeMirror(path);
    return found == null ? oracle.types().getNoType(TypeKind.NONE) : found;
  }

  /** A type to be written in the generated file; reported at {@code token} if it cannot be. */
  TypeText typeText(TypeMirror type, Tree token) {
    PrivateTypes.all(type).stream()
        .filter(hidden -> !HiddenTypes.isSpeakable(hidden, oracle.types()))
        .forEach(hidden -> inferred.putIfAbsent(hidden.getSimpleName().toString(), token));
    Set<TypeElement> before = Set.copyOf(oracle.denied());
    TypeText text = oracle.text(type);
    for (TypeElement denied : oracle.denied()) {
      if (!before.contains(denied)) {
        inaccessible(denied, token);
      }
    }
    return text;
  }

  /** A class that the companion cannot name; the first use of each is reported. */
  void inaccessible(TypeElement type, Tree token) {
    String name = type.getSimpleName().toString();
    if (!isReported(Message.InaccessibleType, name)) {
      report(Message.InaccessibleType, token, name, Accessibility.reason(type));
    }
  }

  private boolean isReported(Message message, String name) {
    return findings.stream()
        .anyMatch(one -> one.message() == message && one.arguments().contains(name));
  }

  /** A private class for which nothing stands, and whose use has no place of its own. */
  void unspeakable(TypeElement type, Tree token) {
    inferred.putIfAbsent(type.getSimpleName().toString(), token);
  }

  void report(Message message, Tree token, String... arguments) {
    Finding finding = Finding.of(message, new Span(start(token), end(token)), arguments);
    boolean isKnown =
        findings.stream()
            .anyMatch(
                other ->
                    other.message() == message && other.span().start() == finding.span().start());
    if (!isKnown) {
      findings.add(finding);
    }
  }

  void unsupported(Tree token, String what, String why, String instead) {
    report(Message.Unsupported, token, what, why, instead);
  }

  /** The same for what leads to others of its kind: the first one of a body is enough. */
  void unsupportedOnce(Tree token, String what, String why, String instead) {
    if (findings.stream().noneMatch(one -> one.arguments().contains(what))) {
      unsupported(token, what, why, instead);
    }
  }

  /**
   * All findings. A private class is reported once in a body: at its name, or where the source does
   * not have the name, at the first expression of its type.
   */
  List<Finding> findings() {
    inferred.forEach((name, token) -> reportPrivate(name, token));
    inferred.clear();
    return findings;
  }

  /** Whether a private class has been refused, which is why what it is in may be, too. */
  boolean isPrivateRefused() {
    return !inferred.isEmpty()
        || findings.stream().anyMatch(one -> one.message() == Message.PrivateType);
  }

  void reportPrivate(String name, Tree token) {
    if (!isReported(Message.PrivateType, name)) {
      report(Message.PrivateType, token, name);
    }
  }
}
