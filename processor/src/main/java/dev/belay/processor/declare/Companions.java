package dev.belay.processor.declare;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.processor.model.Companion;
import dev.belay.processor.model.CompanionModeler;
import dev.belay.processor.model.TemplateModeler;
import dev.belay.processor.report.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Makes candidates of classes that have annotated methods. */
final class Companions {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final ErrorPrinter printer;

  Companions(ProcessingEnvironment environment, Trees trees, ErrorPrinter printer) {
    this.environment = environment;
    this.trees = trees;
    this.printer = printer;
  }

  /** Whether every type in the declarations of the templates exists. */
  static boolean isComplete(TypeElement type) {
    return templates(type).stream().allMatch(Signatures::isComplete);
  }

  private static List<ExecutableElement> templates(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> !Annotations.on(method).isEmpty())
        .toList();
  }

  /**
   * The templates of a class that are declared as they should be; the others are reported.
   *
   * @param quiet whether they have been in an earlier round
   * @return empty if the parser lost the source of all, and has said so
   */
  Optional<Candidate> candidate(TypeElement type, boolean quiet) {
    if (!Signatures.isNamed(type)) {
      return Optional.empty();
    }
    List<Candidate.Method> templates = new ArrayList<>();
    TreePath first = null;
    boolean clean = true;
    for (ExecutableElement method : templates(type)) {
      TreePath path = trees.getPath(method);
      if (path == null || !Signatures.isNamed(method)) {
        clean = false; // the parser lost its source, and has said so
        continue;
      }
      first = first == null ? path : first;
      List<Finding> findings = TemplateValidator.validate(trees, path, method);
      clean &= findings.isEmpty();
      if (findings.isEmpty()) {
        templates.add(
            new Candidate.Method(method, path, TemplateModeler.model(environment, type, method)));
      } else if (!quiet) {
        printer.print(path, findings);
      }
    }
    Companion companion =
        CompanionModeler.model(
            environment.getElementUtils(),
            type,
            templates.stream().map(Candidate.Method::template).toList());
    TreePath path = first == null ? trees.getPath(type) : first;
    return path == null
        ? Optional.empty()
        : Optional.of(new Candidate(type, path, companion, templates, clean));
  }
}
