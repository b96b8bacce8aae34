package dev.belay.processor.source;

import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/**
 * {@code Row(int first, var second)}. JDK 21's tree of it is newer than this code, so it is known
 * by the name of its kind, and its children by their order.
 *
 * @param type the record
 * @param patterns those of its components
 */
record RecordPattern(TypeElement type, List<TreePath> patterns) {

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
    return Optional.of(new RecordPattern(element, patterns));
  }

  static boolean isOne(Tree tree) {
    return tree.getKind().name().equals("DECONSTRUCTION_PATTERN");
  }

  /** {@code _}, which has a tree of its own. */
  static boolean isAny(Tree tree) {
    return tree.getKind().name().equals("ANY_PATTERN");
  }

  boolean isGeneric() {
    return !type.getTypeParameters().isEmpty();
  }

  /** The types of its components. */
  List<TypeMirror> components() {
    return type.getRecordComponents().stream().map(RecordComponentElement::asType).toList();
  }
}
