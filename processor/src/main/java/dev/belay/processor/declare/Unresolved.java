package dev.belay.processor.declare;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * Classes whose bodies mention what nobody has declared by the end of the rounds. They get a
 * companion without machines, so that javac goes on and reports the name itself. Only where javac
 * finds nothing wrong, because another processor has changed its trees and not the source, the
 * report is ours.
 */
final class Unresolved implements TaskListener {
  /** As javac words it in English; in other languages such names wait, which is only slower. */
  private static final Pattern VARIABLE = Pattern.compile("variable [a-z]");

  private final Trees trees;
  private final ErrorPrinter printer;
  private final Map<String, List<Finding>> findings = new HashMap<>();

  private Unresolved(Trees trees, ErrorPrinter printer) {
    this.trees = trees;
    this.printer = printer;
  }

  static Unresolved install(ProcessingEnvironment javac, Trees trees, ErrorPrinter printer) {
    Unresolved unresolved = new Unresolved(trees, printer);
    JavacTask.instance(javac).addTaskListener(unresolved);
    return unresolved;
  }

  /** Whether a later round may cure an error of the nested compilation. */
  static boolean is(Diagnostic<? extends JavaFileObject> error) {
    String code = error.getCode() == null ? "" : error.getCode();
    if (code.contains("doesnt.exist")) {
      return true;
    }
    // Rounds bring types. A missing method, or a variable that cannot be meant for a type, is a
    // slip
    // of the pen, and javac says so at once if it is not kept waiting.
    return code.contains("cant.resolve")
        && !code.contains(".args")
        && !VARIABLE.matcher(error.getMessage(Locale.ROOT)).find();
  }

  static Finding finding(Diagnostic<? extends JavaFileObject> error) {
    String text =
        error
            .getMessage(Locale.getDefault())
            .lines()
            .map(String::strip)
            .collect(Collectors.joining(", "));
    return Finding.of(
        Message.UnresolvedType, new Span(error.getStartPosition(), error.getEndPosition()), text);
  }

  void add(String type, List<Finding> missing) {
    findings.merge(
        type, missing, (old, more) -> Stream.concat(old.stream(), more.stream()).toList());
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getKind() != TaskEvent.Kind.ANALYZE || event.getTypeElement() == null) {
      return;
    }
    TreePath path = trees.getPath(event.getTypeElement());
    if (path == null) {
      return;
    }
    String top = event.getTypeElement().getQualifiedName().toString();
    findings.forEach(
        (type, missing) -> {
          if (type.equals(top) || type.startsWith(top + ".")) {
            judge(path, missing);
          }
        });
  }

  private void judge(TreePath path, List<Finding> missing) {
    for (Finding finding : missing) {
      TreePath method = method(path, finding.span().start());
      if (method != null && !hasErrors(method)) {
        printer.print(method, List.of(finding));
      }
    }
  }

  /** The method whose source a position lies in. */
  private @Nullable TreePath method(TreePath type, long position) {
    CompilationUnitTree unit = type.getCompilationUnit();
    TreePath[] found = new TreePath[1];
    new TreePathScanner<Void, @Nullable Void>() {
      @Override
      public Void visitMethod(MethodTree tree, @Nullable Void unused) {
        long start = trees.getSourcePositions().getStartPosition(unit, tree);
        if (start >= 0 && start <= position) {
          found[0] = getCurrentPath();
        }
        return super.visitMethod(tree, unused);
      }
    }.scan(type, null);
    return found[0];
  }

  /** Whether javac has reported something in a method: an expression without a type says so. */
  private boolean hasErrors(TreePath method) {
    boolean[] found = {false};
    new TreePathScanner<Void, @Nullable Void>() {
      @Override
      public Void scan(Tree tree, @Nullable Void unused) {
        if (tree != null) {
          TreePath parent = getCurrentPath() == null ? method : getCurrentPath();
          TreePath path = new TreePath(parent, tree);
          TypeMirror type = trees.getTypeMirror(path);
          found[0] |= type != null && type.getKind() == TypeKind.ERROR;
          found[0] |= tree instanceof IdentifierTree && trees.getElement(path) == null;
        }
        return super.scan(tree, unused);
      }
    }.scan(method, null);
    return found[0];
  }
}
