package dev.belay.processor.check.match;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.util.TreePath;
import dev.belay.processor.check.resource.Release;
import dev.belay.processor.check.spi.RuleContext;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Calls and what they are called on. */
public final class Calls {
  private Calls() {}

  /** An expression without the parentheses and casts around it. */
  public static ExpressionTree strip(ExpressionTree tree) {
    ExpressionTree inner = tree;
    while (true) {
      if (inner instanceof ParenthesizedTree parenthesized) {
        inner = parenthesized.getExpression();
      } else if (inner instanceof TypeCastTree cast) {
        inner = cast.getExpression();
      } else {
        return inner;
      }
    }
  }

  /** What stands before the dot; null for a call without one. */
  public static @Nullable ExpressionTree receiver(MethodInvocationTree call) {
    return call.getMethodSelect() instanceof MemberSelectTree select
        ? strip(select.getExpression())
        : null;
  }

  /** The name of the called method, as written. */
  public static String name(MethodInvocationTree call) {
    if (call.getMethodSelect() instanceof MemberSelectTree select) {
      return select.getIdentifier().toString();
    }
    return call.getMethodSelect() instanceof IdentifierTree identifier
        ? identifier.getName().toString()
        : "";
  }

  /** The type that a method is called on: that of the receiver, or the class that declares it. */
  public static TypeMirror receiverType(
      RuleContext context, MethodInvocationTree call, ExecutableElement method) {
    ExpressionTree receiver = receiver(call);
    return receiver == null && method.getEnclosingElement() instanceof TypeElement owner
        ? owner.asType()
        : context.type(receiver == null ? call : receiver);
  }

  /** How a call releases what it is called on; empty if it does not. */
  public static Optional<Release> release(RuleContext context, MethodInvocationTree call) {
    ExecutableElement method = context.method(call);
    return method == null || receiver(call) == null
        ? Optional.empty()
        : context.resources().release(receiverType(context, call, method), method);
  }

  /** Whether a class declares a method, or one of its supertypes has the qualified name. */
  public static boolean isOwnedBy(
      RuleContext context, ExecutableElement method, String qualifiedName) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && context.resources().names(owner.asType()).contains(qualifiedName);
  }

  /** The first expression of a chain of calls: {@code a} of {@code a.b().c(d)}. */
  public static ExpressionTree root(ExpressionTree chain) {
    ExpressionTree root = strip(chain);
    while (root instanceof MethodInvocationTree call) {
      ExpressionTree receiver = receiver(call);
      if (receiver == null) {
        return root;
      }
      root = receiver;
    }
    return root;
  }

  /** Whether a chain of calls contains one with such a name. */
  public static boolean chainHas(ExpressionTree chain, Set<String> names) {
    ExpressionTree each = strip(chain);
    while (each instanceof MethodInvocationTree call) {
      if (names.contains(name(call))) {
        return true;
      }
      ExpressionTree receiver = receiver(call);
      if (receiver == null) {
        return false;
      }
      each = receiver;
    }
    return false;
  }

  /** Whether a chain goes on, behind one of its calls, with a call of such a name. */
  public static boolean isContinuedBy(TreePath call, Set<String> names) {
    TreePath up = call.getParentPath();
    while (up != null
        && up.getLeaf() instanceof MemberSelectTree
        && up.getParentPath().getLeaf() instanceof MethodInvocationTree next) {
      if (names.contains(name(next))) {
        return true;
      }
      up = up.getParentPath().getParentPath();
    }
    return false;
  }

  /** The local variable, parameter or field that an expression names; null for any other one. */
  public static @Nullable VariableElement variable(RuleContext context, ExpressionTree tree) {
    ExpressionTree inner = strip(tree);
    return (inner instanceof IdentifierTree || inner instanceof MemberSelectTree)
            && context.element(inner) instanceof VariableElement variable
        ? variable
        : null;
  }

  /** A call by which tests set up or verify a mock: it does not do what it says. */
  public static boolean isOnMock(RuleContext context, MethodInvocationTree call) {
    for (ExpressionTree each = receiver(call); each instanceof MethodInvocationTree inner; ) {
      Element method = context.method(inner);
      if (method != null
          && method.getEnclosingElement() instanceof TypeElement owner
          && isMocking(owner.getQualifiedName().toString())) {
        return true;
      }
      each = receiver(inner);
    }
    return false;
  }

  private static boolean isMocking(String type) {
    return type.startsWith("org.mockito.")
        || type.startsWith("org.easymock.")
        || type.startsWith("io.mockk.");
  }

  /** The call that a function is an argument of; null if it is none. */
  public static @Nullable TreePath callAround(TreePath function) {
    TreePath up = function.getParentPath();
    while (up != null
        && (up.getLeaf() instanceof ParenthesizedTree || up.getLeaf() instanceof TypeCastTree)) {
      up = up.getParentPath();
    }
    return up != null && up.getLeaf() instanceof MethodInvocationTree ? up : null;
  }
}
