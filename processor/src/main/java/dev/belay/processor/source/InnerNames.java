package dev.belay.processor.source;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.processor.lower.ir.Fragment;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import org.jspecify.annotations.Nullable;

/**
 * Simple names of inner classes. In a generic class such a name means the inner class of this very
 * parameterization (JLS 6.5.5.1); the machine, which is elsewhere, has to say of which.
 *
 * <pre>{@code
 * List<Entry> all = new ArrayList<Entry>();        // in Table<K>
 * List<Table<K>.Entry> all = new ArrayList<Table<K>.Entry>();
 * }</pre>
 */
final class InnerNames {
  private InnerNames() {}

  /** Writes a name as the machine has to. */
  static void write(
      BodyContext context, Edits edits, TreePath path, IdentifierTree tree, TypeElement type) {
    Fragment name = of(context, path, type);
    if (name != null) {
      new TypeAnnotations(context, edits).leaveOut(path, type);
      edits.replace(context.start(tree), context.end(tree), name);
    }
  }

  /** What a name becomes; null where the simple name means the same. */
  private static @Nullable Fragment of(BodyContext context, TreePath path, TypeElement type) {
    if (type.getNestingKind() == NestingKind.MEMBER && TypeOracle.isLocal(type)) {
      return null; // a member of a class of the body, where its simple name is enough
    }
    Tree above = path.getParentPath().getLeaf();
    boolean isPlain =
        above instanceof MemberSelectTree
            && !(context.element(path.getParentPath()) instanceof TypeElement);
    boolean isBase =
        above instanceof ParameterizedTypeTree whole && whole.getType() == path.getLeaf();
    TreePath named = isBase ? path.getParentPath() : path;
    return !isPlain && context.type(named) instanceof DeclaredType use
        ? context.oracle().name(type, use)
        : context.oracle().name(type);
  }
}
