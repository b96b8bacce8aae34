package dev.belay.processor.check.match;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import dev.belay.AsyncGenerator;
import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.processor.check.spi.RuleContext;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** What a rule has to know of templates. */
public final class Templates {
  private Templates() {}

  /** Whether a method's body is compiled by Belay, so that the method cannot be called. */
  public static boolean isTemplate(ExecutableElement method) {
    return method.getAnnotation(AsyncGenerator.class) != null
        || method.getAnnotation(AsyncMethod.class) != null
        || method.getAnnotation(AsyncResource.class) != null;
  }

  /**
   * The template whose own body a tree stands in, not inside a lambda or a class of it.
   *
   * @return null if there is none
   */
  public static @Nullable TreePath enclosing(RuleContext context) {
    TreePath body = context.body();
    return body != null
            && body.getLeaf() instanceof MethodTree method
            && context.element(method) instanceof ExecutableElement element
            && isTemplate(element)
        ? body
        : null;
  }

  /** A class that is declared in a method, or inside one that is. */
  public static boolean isLocal(TypeElement type) {
    for (Element each = type; each instanceof TypeElement nested; ) {
      if (nested.getNestingKind() == NestingKind.LOCAL
          || nested.getNestingKind() == NestingKind.ANONYMOUS) {
        return true;
      }
      each = nested.getEnclosingElement();
    }
    return false;
  }

  /** The simple name of the companion of a class. */
  public static String companion(TypeElement owner) {
    return names(owner) + "Async";
  }

  /** The simple name of the scope of a resource class. */
  public static String scope(TypeElement owner) {
    return names(owner) + "Scope";
  }

  private static String names(TypeElement owner) {
    List<String> names = new ArrayList<>();
    for (Element each = owner; each instanceof TypeElement; ) {
      names.add(0, each.getSimpleName().toString());
      each = each.getEnclosingElement();
    }
    return String.join("_", names);
  }

  /** The arguments of a call of the companion, as far as the declaration tells them. */
  public static String arguments(Tree call, ExecutableElement method) {
    List<String> arguments = new ArrayList<>();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      String receiver = "this";
      if (call instanceof MemberSelectTree select
          && select.getExpression() instanceof IdentifierTree identifier
          && !identifier.getName().contentEquals("super")) {
        receiver = identifier.getName().toString();
      }
      arguments.add(receiver);
    }
    int count = method.getParameters().size();
    if (method.getAnnotation(AsyncMethod.class) == null) {
      count--;
    }
    for (int i = 0; i < count; i++) {
      arguments.add(method.getParameters().get(i).getSimpleName().toString());
    }
    return String.join(", ", arguments);
  }
}
