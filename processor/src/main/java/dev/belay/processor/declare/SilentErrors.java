package dev.belay.processor.declare;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import dev.belay.processor.report.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * What the nested compilation has found wrong with bodies. Their companions have no machines, so
 * that javac goes on and reports the error itself, in its own words. Where it does not, nobody
 * would know, and the report is ours:
 *
 * <ul>
 *   <li>javac finds nothing wrong, because another processor has changed its trees and not the
 *       source: it is about to write the class, which it does not do after an error;
 *   <li>javac never looks at bodies, because of {@code -proc:only}, or because {@code -Werror} has
 *       made an error of a warning about the last round.
 * </ul>
 */
final class SilentErrors implements TaskListener {
  private final ErrorPrinter printer;
  private final Map<String, List<Silent>> errors = new HashMap<>();
  private boolean isJudged;

  /**
   * An error in a template.
   *
   * @param isConsequence whether javac reports its cause before it looks at bodies
   */
  record Silent(TreePath template, Finding finding, boolean isConsequence) {}

  private SilentErrors(ErrorPrinter printer) {
    this.printer = printer;
  }

  static SilentErrors install(ProcessingEnvironment javac, ErrorPrinter printer) {
    SilentErrors errors = new SilentErrors(printer);
    JavacTask.instance(javac).addTaskListener(errors);
    return errors;
  }

  /**
   * Keeps errors in mind.
   *
   * @param type the qualified name of the class that the templates are in
   */
  void add(String type, List<Silent> found) {
    if (!found.isEmpty()) {
      // One has others in its wake.
      errors.put(type, found.subList(0, 1));
    }
  }

  /** Errors have been reported by the end of the rounds: javac looks at nothing more. */
  void judged() {
    isJudged = true;
  }

  @Override
  public void started(TaskEvent event) {
    switch (event.getKind()) {
      case ANALYZE -> isJudged = true;
      case GENERATE -> tell(errors.remove(event.getTypeElement().getQualifiedName().toString()));
      default -> {}
    }
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() == TaskEvent.Kind.COMPILATION && !isJudged) {
      errors.values().stream()
          .filter(found -> found.stream().noneMatch(Silent::isConsequence))
          .forEach(this::tell);
      errors.clear();
    }
  }

  private void tell(@Nullable List<Silent> found) {
    if (found != null) {
      found.forEach(each -> printer.print(each.template(), List.of(each.finding())));
    }
  }
}
