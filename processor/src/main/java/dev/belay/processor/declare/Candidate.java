package dev.belay.processor.declare;

import com.sun.source.util.TreePath;
import dev.belay.processor.model.Generated;
import dev.belay.processor.model.Template;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A class for which another one is to be generated, in one round.
 *
 * @param path the class's own, or that of the first of its templates
 * @param generated the companion, or the scope
 * @param templates those whose declarations are valid, in the order of the model's
 * @param clean whether all are
 */
record Candidate(
    TypeElement type, TreePath path, Generated generated, List<Method> templates, boolean clean) {
  Candidate {
    templates = List.copyOf(templates);
  }

  /** The name of the class to be generated. */
  String name() {
    return generated.qualifiedName();
  }

  /** One template: element and tree of the outer compilation, and its model. */
  record Method(ExecutableElement element, TreePath path, Template template) {}
}
