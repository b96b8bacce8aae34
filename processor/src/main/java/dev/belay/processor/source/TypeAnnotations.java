package dev.belay.processor.source;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.lang.annotation.ElementType;
import java.lang.annotation.Target;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Annotations of types that the source names by one word and the generated file by several, between
 * which they would have to stand.
 *
 * <pre>{@code
 * @Nullable Entry<K, V> e       // Map.@Nullable Entry<K, V> e; here Map.Entry<K, V> e
 * }</pre>
 */
final class TypeAnnotations {
  private final BodyContext context;
  private final Edits edits;

  TypeAnnotations(BodyContext context, Edits edits) {
    this.context = context;
    this.edits = edits;
  }

  /**
   * Leaves out those of a type that is a member of another.
   *
   * @param name the word that names it
   */
  void leaveOut(TreePath name, TypeElement named) {
    if (!named.getNestingKind().isNested()) {
      return;
    }
    TreePath type = name;
    TreePath up = type.getParentPath();
    while (up.getLeaf() instanceof ArrayTypeTree
        || up.getLeaf() instanceof AnnotatedTypeTree
        || (up.getLeaf() instanceof ParameterizedTypeTree outer
            && outer.getType() == type.getLeaf())) {
      if (up.getLeaf() instanceof AnnotatedTypeTree annotated) {
        leaveOut(up, annotated.getAnnotations());
      }
      type = up;
      up = up.getParentPath();
    }
    if (up.getLeaf() instanceof VariableTree variable && variable.getType() == type.getLeaf()) {
      leaveOut(new TreePath(up, variable.getModifiers()), variable.getModifiers().getAnnotations());
    } else if (up.getLeaf() instanceof MethodTree method
        && method.getReturnType() == type.getLeaf()) {
      leaveOut(new TreePath(up, method.getModifiers()), method.getModifiers().getAnnotations());
    }
  }

  private void leaveOut(TreePath path, List<? extends AnnotationTree> annotations) {
    for (AnnotationTree each : annotations) {
      int from = context.start(each);
      int to = context.end(each);
      TreePath named = new TreePath(new TreePath(path, each), each.getAnnotationType());
      if (isOfTypes(context.element(named)) && context.isWritten(each) && edits.covers(from, to)) {
        edits.replace(from, to, "");
      }
    }
  }

  private static boolean isOfTypes(@Nullable Element annotation) {
    Target target = annotation == null ? null : annotation.getAnnotation(Target.class);
    return target != null && List.of(target.value()).contains(ElementType.TYPE_USE);
  }
}
