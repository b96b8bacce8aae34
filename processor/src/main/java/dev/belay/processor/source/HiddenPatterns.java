package dev.belay.processor.source;

import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.HiddenType;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.TypeText.View;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * Patterns of private classes, taken apart into tests and calls. A pattern needs a type that exists
 * at run time, and a private class lends it none; a supertype does, or an array around the object.
 *
 * <pre>{@code
 * o instanceof Row r        // Hidden.only_Row(o) instanceof Record r, and ((Row_) r) where it is read
 * o instanceof Cell c       // Hidden.found_Cell(o) instanceof Object[] c, and ((Cell_) c[0])
 * o instanceof Row[] all    // Hidden.all_Row(Row[].class, o) instanceof Object[] all, and ((Row_[]) all)
 * o instanceof Row r        // where r is assigned:
 * // Hidden.Found.<Row_>of(Row.class, o) instanceof Hidden.Held<Row_> r, and r.value
 * o instanceof Row(int n, Sub s)
 * // (Hidden.only_Row(o) instanceof Record matched
 * //     && new Hidden.PartOfInt(Hidden.<Row_>n(((Row_) matched))) instanceof Hidden.PartOfInt(int n)
 * //     && Hidden.only_Sub(Hidden.<Row_>s(((Row_) matched))) instanceof Record s)
 * }</pre>
 *
 * <p>What is total for its component takes null as well (JLS 14.30.3), so it gets a record of ours.
 */
final class HiddenPatterns {
  private static final Fragment OBJECTS = Fragment.of(TypeText.OBJECT.text(), "[]");

  private final BodyContext context;
  private final HiddenArrays arrays;
  private final @Nullable List<Variable> bound;

  /**
   * @param bound receives the variables that patterns bind; null leaves them to the text
   */
  HiddenPatterns(BodyContext context, @Nullable List<Variable> bound) {
    this.context = context;
    this.arrays = new HiddenArrays(context);
    this.bound = bound;
  }

  /** What stands around the object that a pattern tests; null for one that can stay. */
  HiddenArrays.@Nullable Form test(TreePath pattern) {
    return isApart(pattern) ? apart(pattern) : null;
  }

  /** Whether a pattern, or one inside of it, needs a private class. */
  boolean isApart(TreePath pattern) {
    if (pattern.getLeaf() instanceof BindingPatternTree binding) {
      Tree name = binding.getVariable().getType();
      TreePath at = new TreePath(pattern, binding.getVariable());
      return HiddenClasses.named(context, at, name) != null
          || (name instanceof ArrayTypeTree
              && arrays.element(context.type(new TreePath(at, name))) != null)
          || isParameterized(pattern, at, name);
    }
    return RecordPattern.of(context, pattern)
        .map(
            one ->
                PrivateTypes.isHidden(one.type())
                    || one.components(context.oracle().types()).stream().anyMatch(this::isHidden)
                    || one.patterns().stream().anyMatch(this::isApart))
        .orElse(false);
  }

  private boolean isHidden(TypeMirror component) {
    return !PrivateTypes.all(component).isEmpty();
  }

  /** Whether a pattern is of a class of the body that has type parameters, which no test sees. */
  private boolean isParameterized(TreePath pattern, TreePath variable, @Nullable Tree name) {
    ParameterizedClasses classes = context.classes().parameterized();
    Element bound = context.element(variable);
    return name != null
        && bound != null
        && classes.has(bound.asType())
        && context.isWritten(name)
        && !context.text(name).equals("var")
        && !(pattern.getParentPath().getLeaf() instanceof InstanceOfTree test
            && classes.has(
                context.type(new TreePath(pattern.getParentPath(), test.getExpression()))));
  }

  private @Nullable TypeElement hiddenElement(TypeMirror type) {
    TypeElement element = arrays.element(type);
    return element != null && PrivateTypes.isHidden(element) ? element : null;
  }

  /** What stands around what a pattern tests. */
  HiddenArrays.Form apart(TreePath pattern) {
    if (!isApart(pattern)) {
      int end = context.end(pattern.getLeaf());
      Fragment text =
          FragmentReader.label(context, pattern, context.start(pattern.getLeaf()), end, bound);
      return around(Fragment.EMPTY, Fragment.of(" instanceof ", text));
    }
    return pattern.getLeaf() instanceof BindingPatternTree binding
        ? binding(new TreePath(pattern, binding.getVariable()), binding.getVariable())
        : record(RecordPattern.of(context, pattern).orElseThrow());
  }

  private HiddenArrays.Form binding(TreePath path, VariableTree variable) {
    TreePath name = new TreePath(path, variable.getType());
    TypeMirror type = context.type(name);
    boolean unnamed = variable.getName().contentEquals("");
    TypeElement element = hiddenElement(type);
    boolean isHidden = element != null || PrivateTypes.isHidden(type);
    if (unnamed) {
      return around(Fragment.of(arrays.tested(type), ".isInstance("), Fragment.text(")"));
    }
    if (!isHidden || isHeld(path)) {
      return held(path, variable, type);
    }
    if (element != null) {
      return around(
          Fragment.of(
              ask(element, HiddenType.Use.ALL),
              arrays.type(element, HiddenArrays.depth(type)),
              ", "),
          bound(path, variable, OBJECTS, View.as(context.oracle().text(type).text())));
    }
    TypeElement own = (TypeElement) ((DeclaredType) type).asElement();
    TypeElement above = HiddenClasses.above(context, own);
    Fragment seen = context.oracle().name(own);
    return above == null
        ? around(
            ask(own, HiddenType.Use.FOUND), bound(path, variable, OBJECTS, View.elementAs(seen)))
        : around(
            ask(own, HiddenType.Use.ONLY),
            bound(path, variable, context.oracle().name(above), View.as(seen)));
  }

  /** Whether a pattern binds what holds the object: its variable is assigned. */
  private boolean isHeld(TreePath path) {
    Element bound = context.element(path);
    return bound != null && context.map().isAssigned(bound);
  }

  private HiddenArrays.Form held(TreePath path, VariableTree variable, TypeMirror type) {
    String prefix = context.hidden().held();
    Fragment seen = context.oracle().text(type).text();
    Fragment tested = arrays.tested(type);
    return around(
        Fragment.of(prefix + "Found.<", seen, ">of(", tested, ", "),
        bound(path, variable, Fragment.of(prefix + "Held<", seen, ">"), View.HELD));
  }

  /**
   * A record pattern: its components are asked in their order, each only where those before it
   * match, and what an accessor throws is the cause of a {@code MatchException} (JLS 14.30.2).
   */
  private HiddenArrays.Form record(RecordPattern pattern) {
    TypeElement type = pattern.type();
    boolean isHidden = PrivateTypes.isHidden(type);
    TypeElement above = isHidden ? HiddenClasses.above(context, type) : type;
    if (above == null) {
      throw new IllegalStateException("a record without a superclass: " + type);
    }
    Fragment before = isHidden ? ask(type, HiddenType.Use.ONLY) : Fragment.EMPTY;
    String matched = context.map().fresh("matched");
    List<Object> after = new ArrayList<>();
    after.add(isHidden ? ") instanceof " : " instanceof ");
    after.add(context.oracle().name(above));
    after.add(" " + matched);
    View seen = isHidden ? View.as(context.oracle().name(type)) : View.ITSELF;
    List<TypeMirror> components = pattern.components(context.oracle().types());
    for (int i = 0; i < pattern.patterns().size(); i++) {
      RecordComponentElement component = type.getRecordComponents().get(i);
      Fragment value =
          pattern.isLocal()
              ? asked(component, components.get(i), matched)
              : asked(component, pattern, seen.of(matched));
      after.add(" && ");
      after.add(component(pattern.patterns().get(i), components.get(i)).around(value));
    }
    after.add(")");
    return around(Fragment.of("(", before), Fragment.of(after.toArray()));
  }

  private Fragment asked(RecordComponentElement component, RecordPattern pattern, Fragment record) {
    Seen asked = new Sightings(context).component(component.getAccessor(), pattern.of());
    String accessor = context.hidden().component(asked, context.oracle());
    return Fragment.of(context.hidden().prefix() + accessor + "(", record, ")");
  }

  /** A component of a class of the body, which is bound without its type arguments. */
  private Fragment asked(RecordComponentElement component, TypeMirror type, String record) {
    boolean isPrimitive = type.getKind().isPrimitive();
    Fragment cast =
        isPrimitive ? Fragment.EMPTY : Fragment.of("(", context.oracle().text(type).text(), ") ");
    return Fragment.of(
        context.hidden().asked() + "<",
        context.oracle().boxed(type).text(),
        ">of(() -> ",
        cast,
        record + "." + component.getSimpleName() + "())");
  }

  private HiddenArrays.Form component(TreePath pattern, TypeMirror type) {
    return isTotal(pattern, type) ? total(pattern, type) : apart(pattern);
  }

  /** Whether a pattern takes every value of a type, null as well (JLS 14.30.3). */
  private boolean isTotal(TreePath pattern, TypeMirror type) {
    if (RecordPattern.isAny(pattern.getLeaf())) {
      return true;
    }
    Element variable =
        pattern.getLeaf() instanceof BindingPatternTree binding
            ? context.element(new TreePath(pattern, binding.getVariable()))
            : null;
    Types types = context.oracle().types();
    return variable != null
        && types.isSubtype(types.erasure(type), types.erasure(variable.asType()));
  }

  /** {@code new Hidden.Part<>(value) instanceof Hidden.Part(Row_ next)}. */
  private HiddenArrays.Form total(TreePath pattern, TypeMirror type) {
    String part = context.hidden().part(context.oracle().text(type).shape());
    Fragment inner = Fragment.text("_");
    if (pattern.getLeaf() instanceof BindingPatternTree binding
        && !binding.getVariable().getName().contentEquals("")) {
      TreePath path = new TreePath(pattern, binding.getVariable());
      Element variable = context.element(path);
      TypeText bound =
          context.typeText(variable == null ? type : variable.asType(), binding.getVariable());
      inner = bound(path, binding.getVariable(), bound);
    }
    String diamond = type.getKind().isPrimitive() ? "" : "<>";
    return around(
        Fragment.text("new " + part + diamond + "("),
        Fragment.of(") instanceof " + part + "(", inner, ")"));
  }

  /** The end of an accessor's call, and a pattern that binds something else than it says. */
  private Fragment bound(TreePath path, VariableTree variable, Fragment type, View seen) {
    TypeText bound = new TypeText(type, TypeText.Shape.REFERENCE, seen);
    return Fragment.of(") instanceof ", bound(path, variable, bound));
  }

  /** A type and the name that is bound. */
  private Fragment bound(TreePath path, VariableTree variable, TypeText type) {
    if (bound != null) {
      Optional<Variable> named = new Bindings(context).variable(path, variable, type);
      named.ifPresent(bound::add);
      return Fragment.of(
          type.text(),
          " ",
          named.isPresent() ? new Piece.Binding(named.get()) : variable.getName().toString());
    }
    Element element = context.element(path);
    if (element != null) {
      context.bound(element, type.seen());
    }
    return Fragment.of(type.text(), " " + variable.getName());
  }

  private Fragment ask(TypeElement type, HiddenType.Use use) {
    return Fragment.text(context.hidden().ask(type, use, context.oracle()));
  }

  private static HiddenArrays.Form around(Fragment before, Fragment after) {
    return new HiddenArrays.Form(before, "", after);
  }
}
