package dev.belay.processor.declare;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.AsyncResource;
import dev.belay.processor.model.Accessibility;
import dev.belay.processor.model.PrivateTypes;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Judges the declaration of a resource class; its methods are {@link ResourceMethods}' matter. */
final class ResourceClassValidator {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final TypeElement type;
  private final ClassTree tree;
  private final List<ResourceClass.Problem> problems = new ArrayList<>();

  private ResourceClassValidator(
      ProcessingEnvironment environment, TypeElement type, TreePath path) {
    this.environment = environment;
    this.trees = Trees.instance(environment);
    this.type = type;
    this.tree = (ClassTree) path.getLeaf();
  }

  static ResourceClass validate(
      ProcessingEnvironment environment, TypeElement type, TreePath path) {
    return new ResourceClassValidator(environment, type, path).judge();
  }

  private ResourceClass judge() {
    if (PrivateTypes.isHidden(type)) {
      String hidden = PrivateTypes.hidden(type).orElse(type).getSimpleName().toString();
      report(tree, Message.PrivateType, hidden);
      return new ResourceClass(List.of(), null, null, problems);
    }
    if (!isCreatable()) {
      return new ResourceClass(List.of(), null, null, problems);
    }
    List<ExecutableElement> constructors = constructors();
    judgeTypeParameters(type, tree.getTypeParameters());
    AsyncResource names = type.getAnnotation(AsyncResource.class);
    ResourceMethods methods = new ResourceMethods(environment, type, tree, problems);
    ExecutableElement open = methods.opens(names.open(), named("open"));
    ExecutableElement close = methods.closes(names.close(), named("close"));
    if (open != null && open.equals(close)) {
      report(named("close"), Message.ResourceMethodAmbiguous, names.close(), "opens and closes");
    }
    return new ResourceClass(constructors, open, close, problems);
  }

  /** Where an attribute of the annotation gives a name, or else the class. */
  private Tree named(String attribute) {
    for (AnnotationTree annotation : tree.getModifiers().getAnnotations()) {
      for (ExpressionTree argument : annotation.getArguments()) {
        if (annotation.getAnnotationType().toString().endsWith("AsyncResource")
            && argument instanceof AssignmentTree assignment
            && assignment.getVariable().toString().equals(attribute)) {
          return assignment.getExpression();
        }
      }
    }
    return tree;
  }

  private boolean isCreatable() {
    ElementKind kind = type.getKind();
    boolean inner =
        type.getEnclosingElement() instanceof TypeElement
            && !type.getModifiers().contains(Modifier.STATIC);
    String is =
        kind == ElementKind.ENUM
            ? "an enum"
            : kind.isInterface()
                ? "an interface"
                : type.getModifiers().contains(Modifier.ABSTRACT)
                    ? "abstract"
                    : inner ? "an inner class" : "";
    if (!is.isEmpty()) {
      report(
          tree,
          Message.ResourceClassKind,
          type.getSimpleName().toString(),
          is,
          inner && is.equals("an inner class")
              ? "make it static, and pass the outer object to its constructor"
              : "annotate a class that can be instantiated, or write a static @AsyncResource method");
    }
    return is.isEmpty();
  }

  private List<ExecutableElement> constructors() {
    List<ExecutableElement> all = ElementFilter.constructorsIn(type.getEnclosedElements());
    List<ExecutableElement> accessible =
        all.stream().filter(each -> !each.getModifiers().contains(Modifier.PRIVATE)).toList();
    if (accessible.isEmpty() && !all.isEmpty()) {
      Tree written = trees.getTree(all.get(0));
      report(
          written == null ? tree : written,
          Message.ResourceConstructorPrivate,
          type.getSimpleName().toString());
    }
    List<ExecutableElement> nameable = new ArrayList<>();
    for (ExecutableElement constructor : accessible) {
      int before = problems.size();
      judgeConstructor(constructor, trees.getTree(constructor));
      if (problems.size() == before) {
        nameable.add(constructor);
      }
    }
    return nameable;
  }

  private void judgeConstructor(ExecutableElement constructor, @Nullable MethodTree written) {
    List<? extends VariableElement> parameters = constructor.getParameters();
    List<? extends VariableTree> trees = written == null ? List.of() : written.getParameters();
    for (int i = 0; i < parameters.size(); i++) {
      // A record's constructor has parameters that nobody wrote.
      Tree token = i < trees.size() ? trees.get(i).getType() : tree;
      judgeType(parameters.get(i).asType(), token);
    }
    if (written != null) {
      judgeTypeParameters(constructor, written.getTypeParameters());
    }
  }

  private void judgeTypeParameters(Element owner, List<? extends Tree> written) {
    List<? extends TypeParameterElement> parameters =
        owner instanceof TypeElement generic
            ? generic.getTypeParameters()
            : ((ExecutableElement) owner).getTypeParameters();
    for (int i = 0; i < Math.min(written.size(), parameters.size()); i++) {
      for (TypeMirror bound : parameters.get(i).getBounds()) {
        judgeType(bound, written.get(i));
      }
    }
  }

  /** The scope has to name every type of the declaration. */
  private void judgeType(TypeMirror mentioned, Tree token) {
    PrivateTypes.in(mentioned)
        .ifPresent(hidden -> report(token, Message.PrivateType, hidden.getSimpleName().toString()));
    Accessibility access = Accessibility.of(type);
    access
        .deniedIn(mentioned)
        .ifPresent(
            denied ->
                report(
                    token,
                    Message.InaccessibleType,
                    denied.getSimpleName().toString(),
                    Accessibility.reason(denied)));
  }

  private void report(@Nullable Tree token, Message message, String... arguments) {
    problems.add(
        new ResourceClass.Problem(token == null ? tree : token, message, List.of(arguments)));
  }
}
