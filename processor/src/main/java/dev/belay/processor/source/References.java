package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.TypeText;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import org.jspecify.annotations.Nullable;

/**
 * References to methods that the companion cannot name.
 *
 * <pre>{@code
 * Posts::count       // Hidden::count
 * this::hello        // (a1) -> Hidden.hello(self, a1)
 * super::hello       // (a1) -> Hidden.super_hello(self, a1)
 * find(n)::hello     // the object is computed and checked once, where the reference stands:
 *   ((Function<Posts, F>) r -> (a1) -> Hidden.hello(r, a1)).apply(Objects.requireNonNull(find(n)))
 * }</pre>
 */
final class References {
  private final BodyContext context;
  private final Members members;
  private final Sightings sightings;

  References(BodyContext context, Members members) {
    this.context = context;
    this.sightings = new Sightings(context);
    this.members = members;
  }

  /**
   * What takes the place of a reference.
   *
   * @param before all of it, or what stands before the object
   * @param after what stands behind the object; null where the object is not computed
   */
  record Replaced(Fragment before, @Nullable Fragment after) {}

  /** Replaces a reference; false for one that can stay. */
  boolean replace(TreePath path, MemberReferenceTree tree, Edits edits) {
    Replaced replaced = of(path, tree);
    if (replaced == null) {
      return false;
    }
    Fragment after = replaced.after();
    if (after == null) {
      edits.replace(context.start(tree), context.end(tree), replaced.before());
      return true;
    }
    int start = context.start(tree.getQualifierExpression());
    int end = context.end(tree.getQualifierExpression());
    edits.replace(start, start, replaced.before());
    edits.replace(end, context.end(tree), after);
    return true;
  }

  /** Whether a reference to a method of a private class has the class in front of it. */
  boolean namesPrivate(TreePath path, MemberReferenceTree tree) {
    return context.element(path) instanceof ExecutableElement method
        && PrivateTypes.isHidden(TypeOracle.enclosingType(method))
        && context.element(new TreePath(path, tree.getQualifierExpression()))
            instanceof TypeElement;
  }

  /** The replacement; null for a reference that can stay. */
  @Nullable Replaced of(TreePath path, MemberReferenceTree tree) {
    Fragment array =
        new HiddenArrays(context)
            .reference(
                path,
                tree,
                parameterTypes(path).orElse(List.of()),
                members.lambdaParameters(path, 1));
    if (array != null) {
      return new Replaced(array, null);
    }
    if (!(context.element(path) instanceof ExecutableElement method)) {
      return null;
    }
    ExpressionTree receiver = tree.getQualifierExpression();
    TypeElement from = members.supers().of(path, receiver);
    if (from != null) {
      Seen above =
          function(path)
              .map(function -> sightings.aboveOf(method, from, function))
              .orElseGet(() -> sightings.above(method, from));
      String accessor = context.hidden().superCall(above, context.oracle());
      Fragment self = captured(members.outer(path, from));
      return new Replaced(lambda(path, method, accessor, self), null);
    }
    if (!members.isHidden(method, path)) {
      return null;
    }
    Seen seen = seen(path, method, receiver);
    String accessor = context.hidden().call(seen, context.oracle());
    Element named = context.element(new TreePath(path, receiver));
    if (method.getKind() == ElementKind.CONSTRUCTOR || named instanceof TypeElement) {
      if (method.getKind() == ElementKind.CONSTRUCTOR
          && HiddenMembers.outerOf(TypeOracle.enclosingType(method)) != null) {
        return new Replaced(lambda(path, method, accessor, members.captured(path)), null);
      }
      Optional<List<TypeText>> types =
          accessor.startsWith("<") ? parameterTypes(path) : Optional.empty();
      if (types.isPresent()) {
        return new Replaced(typed(path, method, types.get(), accessor), null);
      }
      if (seen.isGiven()) {
        return new Replaced(lambda(path, method, accessor, Fragment.EMPTY), null);
      }
      return new Replaced(Fragment.text(context.hidden().name() + "::" + accessor), null);
    }
    if (receiver instanceof IdentifierTree name) {
      Variable variable = context.variable(named);
      if (name.getName().contentEquals("this")) {
        return new Replaced(lambda(path, method, accessor, members.captured(path)), null);
      }
      if (variable != null && named != null && !context.map().isAssigned(named)) {
        Fragment object =
            members.isOfOwnLabel(path, variable)
                ? Fragment.read(variable)
                : Fragment.of(new Piece.Capture(variable));
        return new Replaced(lambda(path, method, accessor, object), null);
      }
    }
    return computed(path, new TreePath(path, receiver), method, accessor);
  }

  /**
   * The types of the parameters that a reference takes. Inference does not look into a generic
   * accessor, and does into a lambda that says them (JLS 18.2.1).
   */
  private Optional<List<TypeText>> parameterTypes(TreePath path) {
    TypeOracle oracle = context.oracle();
    return function(path)
        .map(ExecutableType::getParameterTypes)
        .filter(types -> types.stream().allMatch(oracle::isDenotable))
        .map(types -> types.stream().map(oracle::text).toList());
  }

  /** The function that a reference is to be. */
  private Optional<ExecutableType> function(TreePath path) {
    return context.type(path) instanceof DeclaredType target
        ? context.oracle().functions().function(target)
        : Optional.empty();
  }

  /** The method, with the types that the function gives it where it has type parameters. */
  private Seen seen(TreePath path, ExecutableElement method, ExpressionTree qualifier) {
    Optional<ExecutableType> function = function(path);
    if (!sightings.isGiven(method) || function.isEmpty()) {
      return sightings.declared(method);
    }
    TreePath at = new TreePath(path, qualifier);
    boolean isOfType = context.element(at) instanceof TypeElement;
    return sightings.referred(method, function.get(), context.type(at), isOfType);
  }

  /** {@code (Row_ a1) -> Hidden.<Row_>key(a1)}. */
  private Fragment typed(
      TreePath path, ExecutableElement method, List<TypeText> types, String accessor) {
    String list = members.lambdaParameters(path, types.size());
    return Fragment.of(
        parameters(types, list),
        " -> " + context.hidden().prefix() + accessor + "(",
        arguments(path, method, names(list)),
        ")");
  }

  /**
   * The parameters of a lambda for a reference: with their types where Java knows these of the
   * reference before it infers others from it (JLS 15.13.1).
   */
  Fragment heads(TreePath path, ExecutableElement method, String list) {
    return (isExact(method) ? parameterTypes(path) : Optional.<List<TypeText>>empty())
        .map(types -> parameters(types, list))
        .orElse(Fragment.text("(" + list + ")"));
  }

  private boolean isExact(ExecutableElement method) {
    TypeElement owner = TypeOracle.enclosingType(method);
    boolean isInferred =
        method.getKind() == ElementKind.CONSTRUCTOR && !owner.getTypeParameters().isEmpty();
    return !isInferred
        && !method.isVarArgs()
        && method.getTypeParameters().isEmpty()
        && context.oracle().elements().getAllMembers(owner).stream()
                .filter(each -> each.getSimpleName().equals(method.getSimpleName()))
                .count()
            == 1;
  }

  private static List<String> names(String list) {
    return list.isEmpty() ? List.of() : List.of(list.split(", ", -1));
  }

  private static Fragment parameters(List<TypeText> types, String list) {
    List<String> names = names(list);
    List<Object> parts = new ArrayList<>();
    parts.add("(");
    for (int i = 0; i < names.size(); i++) {
      parts.add(i == 0 ? "" : ", ");
      parts.add(types.get(i).text());
      parts.add(" " + names.get(i));
    }
    parts.add(")");
    return Fragment.of(parts.toArray());
  }

  private Replaced computed(
      TreePath path, TreePath receiver, ExecutableElement method, String accessor) {
    String object = "r";
    for (int i = 2; context.map().words().contains(object); i++) {
      object = "r" + i;
    }
    Fragment type = context.oracle().text(context.type(receiver)).text();
    HiddenFunctions.Place place = HiddenFunctions.of(context, context.type(path));
    Fragment function =
        place == null ? context.oracle().text(context.type(path)).text() : place.type();
    // With its type, since javac takes no other lambda for one in a guard.
    Fragment before =
        Fragment.of(
            "((",
            TypeText.named("java.util.function", "Function").text(),
            "<",
            type,
            ", ",
            function,
            ">) (",
            type,
            " " + object + ") -> ",
            lambda(path, method, accessor, Fragment.text(object)),
            ").apply(",
            TypeText.named("java.util", "Objects").text(),
            ".requireNonNull(");
    return new Replaced(before, Fragment.text("))"));
  }

  private Fragment lambda(
      TreePath path, ExecutableElement method, String accessor, Fragment object) {
    String list = members.lambdaParameters(path, method.getParameters().size());
    Fragment arguments = arguments(path, method, names(list));
    boolean alone = arguments.equals(Fragment.text("")) || object.pieces().isEmpty();
    return Fragment.of(
        heads(path, method, list),
        " -> " + context.hidden().prefix() + accessor + "(",
        object,
        alone ? "" : ", ",
        arguments,
        ")");
  }

  /** What a lambda hands on: its parameters, some of them perhaps in an array. */
  private Fragment arguments(TreePath path, ExecutableElement method, List<String> names) {
    return function(path)
        .map(function -> new HiddenVarargs(context).handedOn(path, method, function, names))
        .orElseGet(() -> Fragment.text(String.join(", ", names)));
  }

  /** The same object, for a lambda. */
  static Fragment captured(Fragment object) {
    List<Object> parts = new ArrayList<>();
    for (Piece piece : object.pieces()) {
      parts.add(piece instanceof Piece.Use use ? new Piece.Capture(use.variable()) : piece);
    }
    return Fragment.of(parts.toArray());
  }
}
