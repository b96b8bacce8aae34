package dev.belay.processor.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * {@code Row(int first, var second)}. JDK 21's tree of it is newer than this code, so it is known
 * by the name of its kind, and its children by their order.
 *
 * @param type the record
 * @param of the same with its arguments, which may be inferred
 * @param patterns those of its components
 */
record RecordPattern(TypeElement type, DeclaredType of, List<TreePath> patterns) {

  /** The record pattern that a path leads to, if it is one. */
  static Optional<RecordPattern> of(BodyContext context, TreePath path) {
    if (!isOne(path.getLeaf())) {
      return Optional.empty();
    }
    List<Tree> children = CaseLabel.children(path.getLeaf());
    TypeMirror type = context.type(new TreePath(path, children.get(0)));
    if (!(type instanceof DeclaredType declared
        && declared.asElement() instanceof TypeElement element)) {
      return Optional.empty();
    }
    List<TreePath> patterns = new ArrayList<>();
    children.subList(1, children.size()).forEach(each -> patterns.add(new TreePath(path, each)));
    return Optional.of(new RecordPattern(element, of(context, path, declared), patterns));
  }

  static boolean isOne(Tree tree) {
    return tree.getKind().name().equals("DECONSTRUCTION_PATTERN");
  }

  /** {@code _}, which has a tree of its own. */
  static boolean isAny(Tree tree) {
    return tree.getKind().name().equals("ANY_PATTERN");
  }

  private static DeclaredType of(BodyContext context, TreePath path, DeclaredType named) {
    return context.oracle().types().capture(context.type(path)) instanceof DeclaredType inferred
            && inferred.asElement().equals(named.asElement())
        ? inferred
        : named;
  }

  /** Whether the record is a class of the body, or in one: an accessor cannot name that. */
  boolean isLocal() {
    Element owner = type;
    while (owner instanceof TypeElement) {
      owner = owner.getEnclosingElement();
    }
    return !(owner instanceof PackageElement);
  }

  /** The types of its components. */
  List<TypeMirror> components(Types types) {
    return type.getRecordComponents().stream().map(each -> types.asMemberOf(of, each)).toList();
  }
}
