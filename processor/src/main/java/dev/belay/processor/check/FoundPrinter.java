package dev.belay.processor.check;

import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.belay.processor.check.spi.Rule;
import dev.belay.processor.check.spi.RuleContext;
import dev.belay.processor.check.spi.Severity;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.util.function.Consumer;
import javax.tools.Diagnostic;

/** Gives findings to javac, which prints them with the line and a caret. */
final class FoundPrinter implements Consumer<Found> {
  private final Trees trees;

  FoundPrinter(Trees trees) {
    this.trees = trees;
  }

  @Override
  public void accept(Found found) {
    if (!found.isSuppressed()) {
      trees.printMessage(
          kind(found.severity()), found.text(), token(found.mistake().at()), found.unit());
    }
  }

  /** Javac points at the parenthesis of a call, and at the dot or name of what is called. */
  private static Tree token(Tree at) {
    return at instanceof MethodInvocationTree call ? call.getMethodSelect() : at;
  }

  private static Diagnostic.Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Diagnostic.Kind.ERROR;
      case WARNING -> Diagnostic.Kind.WARNING;
      case NOTE, OFF -> Diagnostic.Kind.NOTE;
    };
  }

  /** Says once that a rule has failed, and where. */
  static void printFault(Trees trees, Rule rule, RuleContext context, Throwable failure) {
    Finding finding =
        Finding.of(Message.RuleFault, new Span(0, 0), rule.info().name(), String.valueOf(failure));
    trees.printMessage(
        Diagnostic.Kind.WARNING,
        finding.text(),
        context.path().getLeaf(),
        context.path().getCompilationUnit());
  }
}
