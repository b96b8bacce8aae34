package dev.belay.processor.declare;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.belay.processor.model.Accessibility;
import dev.belay.processor.model.ClassTemplates;
import dev.belay.processor.model.PrivateTypes;
import dev.belay.processor.model.StageTypes;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds the methods that a resource class opens and closes with, and judges them. */
final class ResourceMethods {
  private final Trees trees;
  private final Types types;
  private final Elements elements;
  private final TypeElement type;
  private final ClassTree tree;
  private final List<ResourceClass.Problem> problems;

  /**
   * @param problems where errors are added
   */
  ResourceMethods(
      ProcessingEnvironment environment,
      TypeElement type,
      ClassTree tree,
      List<ResourceClass.Problem> problems) {
    this.trees = Trees.instance(environment);
    this.types = environment.getTypeUtils();
    this.elements = environment.getElementUtils();
    this.type = type;
    this.tree = tree;
    this.problems = problems;
  }

  /**
   * The method that opens.
   *
   * @param named where its name is given
   * @return null if it has been reported
   */
  @Nullable ExecutableElement opens(String name, Tree named) {
    List<ExecutableElement> methods = methods(name);
    if (methods.isEmpty()) {
      report(
          named, Message.ResourceMethodMissing, simpleName(), name, "open", "void " + name + "()");
      return null;
    }
    List<ExecutableElement> fitting =
        methods.stream().filter(each -> each.getParameters().isEmpty()).toList();
    if (fitting.isEmpty()) {
      unfit(
          parameter(methods.get(0), 0),
          name,
          "has a parameter",
          "nothing is passed to it",
          "keep what it needs in a field that the constructor sets");
      return null;
    }
    return judged(fitting.get(0), named, "open");
  }

  /** The method that closes; as {@link #opens}. */
  @Nullable ExecutableElement closes(String name, Tree named) {
    List<ExecutableElement> methods = methods(name);
    if (methods.isEmpty()) {
      report(
          named,
          Message.ResourceMethodMissing,
          simpleName(),
          name,
          "close",
          "void " + name + "(Throwable failure)");
      return null;
    }
    List<ExecutableElement> fitting = methods.stream().filter(ClassTemplates::isClosing).toList();
    if (fitting.isEmpty()) {
      boolean first =
          !StageTypes.isNamed(
              methods.get(0).getParameters().get(0).asType(), "java.lang.Throwable");
      unfit(
          parameter(methods.get(0), first ? 0 : 1),
          name,
          "has other parameters than a Throwable",
          "it is passed what the use of the resource failed with, or nothing",
          "declare it with one parameter of type Throwable, or with none");
      return null;
    }
    if (fitting.size() > 1) {
      report(token(fitting.get(1), named), Message.ResourceMethodAmbiguous, name, "closes");
      return null;
    }
    ExecutableElement close = judged(fitting.get(0), named, "close");
    if (close != null && !closesWell(close.getReturnType())) {
      Tree result = returned(close);
      unfit(
          result == null ? named : result,
          name,
          "returns " + close.getReturnType(),
          "its result says whether the failure is suppressed, or when the resource is closed",
          "return void, boolean, or a CompletionStage");
      return null;
    }
    return close;
  }

  /** Those of the class itself, if there are any, and otherwise the inherited ones. */
  private List<ExecutableElement> methods(String name) {
    List<ExecutableElement> all =
        ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
            .filter(each -> each.getSimpleName().contentEquals(name))
            .toList();
    List<ExecutableElement> own = all.stream().filter(this::isOwn).toList();
    return own.isEmpty() ? all : own;
  }

  private boolean isOwn(ExecutableElement method) {
    return type.equals(method.getEnclosingElement());
  }

  private boolean closesWell(TypeMirror result) {
    return result.getKind() == TypeKind.VOID
        || result.getKind() == TypeKind.BOOLEAN
        || StageTypes.isNamed(result, "java.lang.Boolean")
        || StageTypes.isStage(types, result);
  }

  /** The method, if the scope can call it or compile it. */
  private @Nullable ExecutableElement judged(ExecutableElement method, Tree named, String purpose) {
    int before = problems.size();
    String name = method.getSimpleName().toString();
    Tree at = token(method, named);
    boolean compiled = !StageTypes.isStage(types, method.getReturnType());
    if (method.getModifiers().contains(Modifier.STATIC)) {
      unfit(at, name, "is static", "each use " + purpose + "s an instance", "remove 'static'");
    } else if (!method.getTypeParameters().isEmpty()) {
      unfit(
          at,
          name,
          "has type parameters",
          "nothing in a use of the resource says what they are",
          "move them to the class");
    } else if (!Annotations.on(method).isEmpty()) {
      unfit(
          at,
          name,
          "carries @" + Annotations.on(method).get(0).getSimpleName(),
          "it is compiled as a method of the resource class",
          "remove the annotation of the method");
    } else if (compiled) {
      judgeTemplate(method, at, name);
    } else if (!isCallable(method)) {
      unfit(
          at,
          name,
          "cannot be called by other classes",
          "it returns a stage, so the generated scope calls it as it stands",
          "make it package-private");
    }
    Tree result = returned(method);
    if (problems.size() == before) {
      PrivateTypes.in(method.getReturnType())
          .ifPresent(
              hidden ->
                  report(
                      result == null ? at : result,
                      Message.PrivateType,
                      hidden.getSimpleName().toString()));
      Accessibility access = Accessibility.of(type);
      access
          .deniedIn(method.getReturnType())
          .ifPresent(
              denied ->
                  report(
                      result == null ? at : result,
                      Message.InaccessibleType,
                      denied.getSimpleName().toString(),
                      Accessibility.reason(denied)));
    }
    return problems.size() == before ? method : null;
  }

  private void judgeTemplate(ExecutableElement method, Tree at, String name) {
    if (!isOwn(method)) {
      unfit(
          at,
          name,
          "is inherited from " + owner(method),
          "it returns no stage, so its body is compiled, and that belongs to another class",
          "declare it in '" + simpleName() + "'");
    } else if (method.getModifiers().contains(Modifier.SYNCHRONIZED)) {
      report(at, Message.TemplateSynchronized, name);
    } else if (method.getModifiers().contains(Modifier.NATIVE)) {
      report(at, Message.TemplateHasNoBody, name);
    }
  }

  private static String owner(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement owner
        ? owner.getSimpleName().toString()
        : "";
  }

  private boolean isCallable(ExecutableElement method) {
    boolean near = elements.getPackageOf(method).equals(elements.getPackageOf(type));
    return method.getModifiers().contains(Modifier.PUBLIC)
        || (near && !method.getModifiers().contains(Modifier.PRIVATE));
  }

  private String simpleName() {
    return type.getSimpleName().toString();
  }

  /** The method's name, if it is written in the class. */
  private Tree token(ExecutableElement method, Tree otherwise) {
    Tree written = isOwn(method) ? trees.getTree(method) : null;
    return written == null ? otherwise : written;
  }

  /** The type of the parameter that does not belong there. */
  private Tree parameter(ExecutableElement method, int number) {
    MethodTree written = isOwn(method) ? trees.getTree(method) : null;
    return written == null ? tree : name(written.getParameters().get(number).getType());
  }

  private @Nullable Tree returned(ExecutableElement method) {
    MethodTree written = isOwn(method) ? trees.getTree(method) : null;
    return written == null ? null : name(written.getReturnType());
  }

  /** The position of {@code Future<?>} is its bracket. */
  private static Tree name(Tree type) {
    return type instanceof ParameterizedTypeTree generic ? generic.getType() : type;
  }

  private void unfit(Tree token, String name, String what, String why, String instead) {
    report(token, Message.ResourceMethodUnfit, name, what, why, instead);
  }

  private void report(@Nullable Tree token, Message message, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    problems.add(new ResourceClass.Problem(token == null ? tree : token, message, all));
  }
}
