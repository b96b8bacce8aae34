package dev.belay.processor.check;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.RuntimeJar;
import dev.belay.processor.report.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.Diagnostic;

/**
 * Waits for the first file that javac has entered, and starts the checker there. A plugin is called
 * before there is anything, and has no way to say something without a place.
 */
final class Entered implements TaskListener {
  private final JavacTask task;
  private final List<String> arguments;

  /**
   * @param arguments options of the checker, each with or without {@code -A}
   */
  Entered(JavacTask task, List<String> arguments) {
    this.task = task;
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() != TaskEvent.Kind.ENTER || event.getCompilationUnit() == null) {
      return;
    }
    task.removeTaskListener(this);
    CompilationUnitTree first = event.getCompilationUnit();
    if (!RuntimeJar.isThere()) {
      print(Diagnostic.Kind.ERROR, Message.RuntimeNotFound, first);
      return;
    }
    try {
      Host host =
          Host.of(
              task,
              options(),
              (message, why) -> print(Diagnostic.Kind.WARNING, message, first, why));
      Checker.install(host, generated -> false);
    } catch (BadOption e) {
      print(
          Diagnostic.Kind.ERROR,
          Message.BadOption,
          first,
          String.valueOf(e.getMessage()),
          e.instead());
    }
  }

  private void print(
      Diagnostic.Kind kind, Message message, CompilationUnitTree at, String... filling) {
    String text = Finding.of(message, new Span(0, 0), filling).text();
    Trees.instance(task).printMessage(kind, text, at, at);
  }

  /** Javac warns of an option that no processor knows; of a plugin's it knows nothing. */
  private Map<String, String> options() throws BadOption {
    Set<String> known = Checker.options();
    Map<String, String> options = new LinkedHashMap<>();
    for (String argument : arguments) {
      String option = argument.startsWith("-A") ? argument.substring(2) : argument;
      int end = option.indexOf('=');
      String name = end < 0 ? option : option.substring(0, end);
      if (end < 0 || (!known.contains(name) && !RuleSettings.isOfRule(name))) {
        throw new BadOption("-Xplugin:Belay " + argument, "see docs/options.md");
      }
      options.put(name, option.substring(end + 1));
    }
    return options;
  }
}
