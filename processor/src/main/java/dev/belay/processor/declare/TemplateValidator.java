package dev.belay.processor.declare;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import dev.belay.AsyncGenerator;
import dev.belay.AsyncMethod;
import dev.belay.processor.model.Accessibility;
import dev.belay.processor.model.ConsumerTypes;
import dev.belay.processor.model.PrivateTypes;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Judges the declaration of a template. The body is judged by who reads it. */
final class TemplateValidator {
  private final Trees trees;
  private final TreePath path;
  private final MethodTree tree;
  private final ExecutableElement method;
  private final Accessibility access;
  private final List<Finding> findings = new ArrayList<>();

  private TemplateValidator(Trees trees, TreePath path, ExecutableElement method) {
    this.trees = trees;
    this.path = path;
    this.tree = (MethodTree) path.getLeaf();
    this.method = method;
    this.access = Accessibility.of(method);
  }

  /** What is wrong with the declaration; empty if nothing is. */
  static List<Finding> validate(Trees trees, TreePath path, ExecutableElement method) {
    TemplateValidator validator = new TemplateValidator(trees, path, method);
    validator.judge();
    return List.copyOf(validator.findings);
  }

  private void judge() {
    List<Class<? extends Annotation>> annotations = Annotations.on(method);
    if (annotations.size() > 1) {
      report(Message.TemplateKinds, null);
      return;
    }
    if (tree.getBody() == null) {
      report(Message.TemplateHasNoBody, null);
    }
    if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      report(Message.TemplateSynchronized, null);
    }
    judgeTypes();
    if (annotations.contains(AsyncMethod.class)) {
      judgeMethod();
    } else {
      judgeYielding(annotations.get(0));
    }
  }

  /** The companion has to name every type of the declaration. */
  private void judgeTypes() {
    if (method.getEnclosingElement() instanceof TypeElement type
        && PrivateTypes.isHidden(type)
        && !method.getModifiers().contains(Modifier.STATIC)) {
      reportPrivate(type, tree);
    }
    if (method.getEnclosingElement() instanceof TypeElement type
        && !method.getModifiers().contains(Modifier.STATIC)) {
      for (TypeMirror argument : ((DeclaredType) type.asType()).getTypeArguments()) {
        judgeType(argument, tree);
      }
    }
    judgeVariables();
    judgeType(method.getReturnType(), tree.getReturnType());
    for (int i = 0; i < parameters().size(); i++) {
      Tree parameter = tree.getParameters().get(i).getType();
      TypeMirror type = parameters().get(i).asType();
      if (ConsumerTypes.isConsumer(type) || isOverloaded() || takesLambda(type)) {
        judgeType(type, parameter);
      } else {
        judgeAccess(type, parameter); // a type variable takes what is private
      }
    }
  }

  /** Whether callers may want to pass a lambda, which cannot be one of a type variable. */
  private static boolean takesLambda(TypeMirror type) {
    return PrivateTypes.all(type).stream()
        .filter(each -> each.getKind() == ElementKind.INTERFACE)
        .anyMatch(each -> !each.getModifiers().contains(Modifier.SEALED) && !isNoFunction(each));
  }

  /** Whether an interface shows by itself that it is no functional one (JLS 9.8). */
  private static boolean isNoFunction(TypeElement type) {
    long count =
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
            .filter(each -> each.getModifiers().contains(Modifier.ABSTRACT))
            .count();
    return count > 1 || (count == 0 && type.getInterfaces().isEmpty());
  }

  /** Two methods that differ in private classes alone would be one. */
  private boolean isOverloaded() {
    return method.getEnclosingElement() instanceof TypeElement type
        && type.getEnclosedElements().stream()
            .anyMatch(
                each ->
                    !each.equals(method)
                        && each.getSimpleName().equals(method.getSimpleName())
                        && each instanceof ExecutableElement other
                        && !Annotations.on(other).isEmpty());
  }

  private void judgeVariables() {
    Set<String> outer = Signatures.typeVariablesAround(method);
    for (int i = 0; i < method.getTypeParameters().size(); i++) {
      Tree parameter = tree.getTypeParameters().get(i);
      String name = method.getTypeParameters().get(i).getSimpleName().toString();
      if (outer.contains(name)) {
        long start =
            trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), parameter);
        findings.add(
            Finding.of(
                Message.Unsupported,
                new Span(start, start),
                "a type variable '" + name + "' that hides the one of its class",
                "the companion is one method that has the type variables of both",
                "rename one of them"));
      }
      for (TypeMirror bound : method.getTypeParameters().get(i).getBounds()) {
        judgeType(bound, parameter);
      }
    }
  }

  private void judgeType(TypeMirror type, Tree within) {
    PrivateTypes.in(type).ifPresent(hidden -> reportPrivate(hidden, within));
    judgeAccess(type, within);
  }

  private void judgeAccess(TypeMirror type, Tree within) {
    access
        .deniedIn(type)
        .ifPresent(
            denied ->
                report(denied, within, Message.InaccessibleType, Accessibility.reason(denied)));
  }

  private void reportPrivate(TypeElement hidden, Tree within) {
    report(hidden, within, Message.PrivateType);
  }

  private void report(TypeElement type, Tree within, Message message, String... reason) {
    String name = type.getSimpleName().toString();
    if (findings.stream().anyMatch(each -> each.arguments().contains(name))) {
      return; // at its own place: a variable whose bound it is has been judged before
    }
    Tree[] token = {within};
    new TreeScanner<Void, @Nullable Void>() {
      @Override
      public Void visitIdentifier(IdentifierTree identifier, @Nullable Void unused) {
        if (identifier.getName().contentEquals(name)) {
          token[0] = identifier;
        }
        return null;
      }

      @Override
      public Void visitBlock(BlockTree block, @Nullable Void unused) {
        return null;
      }
    }.scan(within, null);
    long start = trees.getSourcePositions().getStartPosition(path.getCompilationUnit(), token[0]);
    List<String> arguments = new ArrayList<>(List.of(name));
    arguments.addAll(List.of(reason));
    findings.add(Finding.of(message, new Span(start, start), arguments.toArray(String[]::new)));
  }

  private void judgeMethod() {
    for (int i = 0; i < parameters().size(); i++) {
      if (ConsumerTypes.isConsumer(parameters().get(i).asType())) {
        report(Message.YieldInMethod, tree.getParameters().get(i));
      }
    }
  }

  private void judgeYielding(Class<? extends Annotation> annotation) {
    if (method.getReturnType().getKind() != TypeKind.VOID) {
      report(
          Message.GeneratorNotVoid,
          tree.getReturnType(),
          method.getReturnType().toString(),
          annotation == AsyncGenerator.class ? "sequence" : "scope");
    }
    List<Integer> yields = new ArrayList<>();
    for (int i = 0; i < parameters().size(); i++) {
      if (ConsumerTypes.isConsumer(parameters().get(i).asType())) {
        yields.add(i);
      }
    }
    if (yields.isEmpty()) {
      report(Message.YieldMissing, null, annotation.getSimpleName());
      return;
    }
    int last = yields.get(yields.size() - 1);
    VariableTree parameter = tree.getParameters().get(last);
    if (yields.size() > 1) {
      report(Message.YieldMoreThanOne, tree.getParameters().get(yields.get(0)));
    } else if (last != parameters().size() - 1) {
      report(Message.YieldNotLast, parameter);
    }
    DeclaredType type = (DeclaredType) parameters().get(last).asType();
    if (type.getTypeArguments().isEmpty()) {
      report(Message.YieldRaw, parameter);
    }
    if (ConsumerTypes.isExchange(type) && annotation != AsyncGenerator.class) {
      report(Message.ExchangeInResource, parameter);
    }
  }

  private List<? extends VariableElement> parameters() {
    return method.getParameters();
  }

  private void report(Message message, @Nullable Tree token, String... arguments) {
    SourcePositions positions = trees.getSourcePositions();
    List<String> all = new ArrayList<>();
    all.add(method.getSimpleName().toString());
    all.addAll(List.of(arguments));
    Tree at = token == null ? tree : token;
    long start = positions.getStartPosition(path.getCompilationUnit(), at);
    findings.add(new Finding(message, all, new Span(start, start)));
  }
}
