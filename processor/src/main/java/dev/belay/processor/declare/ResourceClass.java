package dev.belay.processor.declare;

import com.sun.source.tree.Tree;
import dev.belay.processor.report.Message;
import java.util.List;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/**
 * A class annotated as a resource, as it was found to be declared.
 *
 * @param constructors those that the scope can call
 * @param open the method that opens; null if there is none that could
 * @param close the method that closes, likewise
 * @param problems what is wrong
 */
record ResourceClass(
    List<ExecutableElement> constructors,
    @Nullable ExecutableElement open,
    @Nullable ExecutableElement close,
    List<Problem> problems) {
  ResourceClass {
    constructors = List.copyOf(constructors);
    problems = List.copyOf(problems);
  }

  /** An error, at a token of the class. */
  record Problem(Tree token, Message message, List<String> arguments) {
    Problem {
      arguments = List.copyOf(arguments);
    }
  }
}
