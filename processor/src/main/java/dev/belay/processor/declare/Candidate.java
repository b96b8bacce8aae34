package dev.belay.processor.declare;

import com.sun.source.util.TreePath;
import dev.belay.processor.model.Companion;
import dev.belay.processor.model.Template;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * A class with templates, in one round.
 *
 * @param templates those whose declarations are valid, in the order of the companion's
 * @param clean whether all are
 */
record Candidate(TypeElement type, Companion companion, List<Method> templates, boolean clean) {
  Candidate {
    templates = List.copyOf(templates);
  }

  /** One template: element and tree of the outer compilation, and its model. */
  record Method(ExecutableElement element, TreePath path, Template template) {}
}
