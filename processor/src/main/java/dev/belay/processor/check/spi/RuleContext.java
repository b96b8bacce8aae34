package dev.belay.processor.check.spi;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.processor.check.resource.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What a rule may ask while it looks at a tree.
 *
 * @param trees javac's trees, attributed
 * @param elements javac's declarations
 * @param types javac's types
 * @param resources what is a resource, and how it is released
 * @param path the tree that the rule was given, with everything around it
 */
public record RuleContext(
    Trees trees, Elements elements, Types types, Resources resources, TreePath path) {

  /** The same context at another tree. */
  public RuleContext at(TreePath other) {
    return new RuleContext(trees, elements, types, resources, other);
  }

  /** The context of the tree around this one; null at the root. */
  public @Nullable RuleContext parent() {
    TreePath parent = path.getParentPath();
    return parent == null ? null : at(parent);
  }

  /** What a tree of this file declares or refers to; null if nothing, or if it is not resolved. */
  public @Nullable Element element(Tree tree) {
    return trees.getElement(new TreePath(path, tree));
  }

  /** The method that is called; null if javac could not resolve it. */
  public @Nullable ExecutableElement method(MethodInvocationTree call) {
    return element(call.getMethodSelect()) instanceof ExecutableElement method ? method : null;
  }

  /** The method that is referred to; null if javac could not resolve it. */
  public @Nullable ExecutableElement method(MemberReferenceTree reference) {
    return element(reference) instanceof ExecutableElement method ? method : null;
  }

  /** The type of a tree; of kind NONE if it has none. */
  public TypeMirror type(Tree tree) {
    TypeMirror type = trees.getTypeMirror(new TreePath(path, tree));
    return type == null ? types.getNoType(javax.lang.model.type.TypeKind.NONE) : type;
  }

  /** The method, constructor or lambda whose body the tree stands in; null outside of any. */
  public @Nullable TreePath body() {
    for (TreePath up = path.getParentPath(); up != null; up = up.getParentPath()) {
      Tree leaf = up.getLeaf();
      if (leaf instanceof MethodTree || leaf instanceof LambdaExpressionTree) {
        return up;
      }
    }
    return null;
  }

  /** The first character of a tree, counted from zero. */
  public int start(Tree tree) {
    return (int) trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), tree);
  }

  /** The first character behind a tree. */
  public int end(Tree tree) {
    return (int) trees.getSourcePositions().getEndPosition(path.getCompilationUnit(), tree);
  }

  /** How the user wrote a tree. */
  public String text(Tree tree) {
    try {
      CharSequence file = path.getCompilationUnit().getSourceFile().getCharContent(true);
      int start = start(tree);
      int end = end(tree);
      return start < 0 || end < start ? tree.toString() : file.subSequence(start, end).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How the user wrote a short expression; an ellipsis for a long one. */
  public String brief(ExpressionTree tree) {
    String text = text(tree);
    return text.length() > 40 || text.indexOf('\n') >= 0 ? "..." : text;
  }
}
