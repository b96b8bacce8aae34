package dev.belay.processor.source;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** The calls that are not calls: what the compiler replaces. */
enum Intrinsic {
  AWAIT,
  EACH,
  USING,
  YIELD,
  YIELD_ALL;

  static Optional<Intrinsic> of(Trees trees, TreePath path) {
    if (!(path.getLeaf() instanceof MethodInvocationTree call)) {
      return Optional.empty();
    }
    return of(trees.getElement(new TreePath(path, call.getMethodSelect())));
  }

  /** What a method stands for. */
  static Optional<Intrinsic> of(@Nullable Element method) {
    if (method == null || !(method.getEnclosingElement() instanceof TypeElement owner)) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    return switch (owner.getQualifiedName().toString()) {
      case "dev.belay.Async" ->
          switch (name) {
            case "await" -> Optional.of(AWAIT);
            case "each" -> Optional.of(EACH);
            case "using" -> Optional.of(USING);
            default -> Optional.empty();
          };
      case "dev.belay.Yield", "dev.belay.Exchange" ->
          switch (name) {
            case "yield" -> Optional.of(YIELD);
            case "yieldAll" -> Optional.of(YIELD_ALL);
            default -> Optional.empty();
          };
      default -> Optional.empty();
    };
  }

  /** The token that names the intrinsic, for messages. */
  static ExpressionTree token(MethodInvocationTree call) {
    return call.getMethodSelect();
  }

  /** How the user wrote it. */
  static String written(MethodInvocationTree call) {
    ExpressionTree select = call.getMethodSelect();
    if (select instanceof MemberSelectTree member) {
      return member.getExpression() instanceof IdentifierTree receiver
          ? receiver.getName() + "." + member.getIdentifier()
          : member.getIdentifier().toString();
    }
    return select.toString();
  }
}
