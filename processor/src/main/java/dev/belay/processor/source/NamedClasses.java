package dev.belay.processor.source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Variable;
import dev.belay.processor.model.PrivateTypes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Anonymous classes that get a name, since a variable that lives across a suspension has their
 * type, or since they are exceptions, which a machine with type parameters cannot have inside.
 *
 * <pre>{@code
 * var point = new Object() { int x = base; };
 *
 * final class Point extends Object { int x = base; }      // in the machine
 * point = new AroundPoint(base).new Point();
 * }</pre>
 */
final class NamedClasses {
  private final BodyContext context;
  private final Map<TypeElement, Fragment> creations = new HashMap<>();

  NamedClasses(BodyContext context) {
    this.context = context;
  }

  /** What stands before the arguments of a creation; null where the class keeps no name. */
  @Nullable Fragment creation(TreePath path, NewClassTree tree) {
    TypeElement type = element(path, tree);
    if (type == null) {
      return null;
    }
    ParameterizedClasses classes = context.classes().parameterized();
    boolean isNew = !creations.containsKey(type) && !context.classes().isMoving(type);
    if (isNew
        && classes.isFailure(type)
        && !new Members(context).isNested(path)
        && isKnown(new TreePath(path, tree.getClassBody()))) {
      name(path, tree, type, "failure");
      classes.failure(tree.getClassBody(), type);
    }
    return creations.get(type);
  }

  /** Whether all variables that a class captures are those of the machine, and not of a text. */
  private boolean isKnown(TreePath body) {
    Set<Element> used = new HashSet<>();
    Set<Element> own = new HashSet<>();
    new TreePathScanner<Void, @Nullable Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        Element element = context.element(getCurrentPath());
        if (element != null && TypeOracle.isVariable(element)) {
          used.add(element);
        }
        return null;
      }

      @Override
      public Void visitVariable(VariableTree tree, @Nullable Void unused) {
        Element element = context.element(getCurrentPath());
        if (element != null) {
          own.add(element);
        }
        return super.visitVariable(tree, unused);
      }
    }.scan(body, null);
    return used.stream().allMatch(each -> own.contains(each) || context.variable(each) != null);
  }

  /**
   * Names every class that is made in an initializer and occurs in its type. What lambdas make
   * stays without a name: it may capture what only they can see.
   */
  void name(TreePath initializer, TypeMirror type, String variable) {
    new TreePathScanner<Void, @Nullable Void>() {
      @Override
      public Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        TypeElement element = element(getCurrentPath(), tree);
        if (element != null && mentions(type, element)) {
          name(getCurrentPath(), tree, element, variable);
        }
        return super.visitNewClass(tree, unused);
      }

      @Override
      public Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        return null;
      }

      @Override
      public Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
      }
    }.scan(initializer, null);
  }

  private @Nullable TypeElement element(TreePath path, NewClassTree tree) {
    return tree.getClassBody() != null
            && context.element(new TreePath(path, tree.getClassBody())) instanceof TypeElement type
        ? type
        : null;
  }

  private static boolean mentions(TypeMirror type, TypeElement element) {
    return type instanceof DeclaredType declared
        && (declared.asElement().equals(element)
            || declared.getTypeArguments().stream().anyMatch(one -> mentions(one, element)));
  }

  private void name(TreePath path, NewClassTree tree, TypeElement type, String variable) {
    Members members = new Members(context);
    TypeElement parent = members.created(path, tree);
    if (tree.getEnclosingExpression() != null
        || parent == null
        || PrivateTypes.isHidden(parent)
        || members.needsOuter(tree, parent)
        || !(context.element(path) instanceof ExecutableElement constructor)) {
      return;
    }
    ClassTree body = tree.getClassBody();
    Fragment text =
        context
            .classes()
            .moving(
                type,
                () ->
                    FragmentReader.read(
                        context,
                        new TreePath(path, body),
                        context.insideOf(body),
                        context.end(body)));
    boolean isInterface = !type.getInterfaces().isEmpty();
    TypeMirror above = isInterface ? type.getInterfaces().get(0) : type.getSuperclass();
    Fragment head =
        Fragment.of(
            isInterface ? " implements " : " extends ", context.oracle().text(above).text());
    String base = variable.isEmpty() ? "unnamed" : variable;
    String suggestion = Character.toUpperCase(base.charAt(0)) + base.substring(1);
    Variable holder = context.classes().holder(parent);
    creations.put(
        type,
        context
            .classes()
            .keep(
                type,
                suggestion,
                name ->
                    Fragment.of(
                        "final class " + name,
                        head,
                        " {",
                        constructor(name, constructor, holder),
                        text)));
  }

  /** {@code Point(int a1) { super(a1); }}; nothing where Java would write the same. */
  private Fragment constructor(
      String name, ExecutableElement constructor, @Nullable Variable holder) {
    List<? extends VariableElement> parameters = constructor.getParameters();
    if (parameters.isEmpty() && holder == null) {
      return Fragment.EMPTY;
    }
    List<Object> parts = new ArrayList<>();
    List<String> arguments = new ArrayList<>();
    parts.add("\n  " + name + "(");
    for (VariableElement parameter : parameters) {
      parts.add(arguments.isEmpty() ? "" : ", ");
      arguments.add("a" + (arguments.size() + 1));
      parts.add(context.oracle().text(parameter.asType()).text());
      parts.add(" " + arguments.get(arguments.size() - 1));
    }
    parts.add(")");
    String separator = " throws ";
    for (TypeMirror thrown : constructor.getThrownTypes()) {
      parts.add(separator);
      parts.add(context.oracle().text(thrown).text());
      separator = ", ";
    }
    parts.add(" {\n    ");
    if (holder != null) {
      parts.add(new Piece.Capture(holder));
      parts.add(".");
    }
    parts.add("super(" + String.join(", ", arguments) + ");\n  }\n");
    return Fragment.of(parts.toArray());
  }

  /** The position behind the last argument. */
  int behindArguments(NewClassTree tree) {
    int last = context.behindBracket(context.end(tree.getIdentifier()));
    for (ExpressionTree argument : tree.getArguments()) {
      last = Math.max(last, context.end(argument));
    }
    return last;
  }
}
