package dev.belay.processor.declare;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.processor.attribute.Attribution;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The errors that the nested compilation has found in one template. */
final class BodyErrors {
  /** As javac words it in English; in other languages such names wait, which is only slower. */
  private static final Pattern VARIABLE = Pattern.compile("variable [a-z]");

  private final Trees trees;
  private final Attribution attribution;
  private final TreePath template;
  private final String name;
  private final List<Diagnostic<? extends JavaFileObject>> errors;

  /**
   * @param template its tree in the outer compilation
   * @param name the method's name
   */
  BodyErrors(Trees trees, Attribution attribution, TreePath template, String name, long start) {
    this.trees = trees;
    this.attribution = attribution;
    this.template = template;
    this.name = name;
    this.errors = errors(attribution, template.getCompilationUnit(), start);
  }

  private static List<Diagnostic<? extends JavaFileObject>> errors(
      Attribution attribution, CompilationUnitTree outer, long start) {
    Optional<MethodTree> twin = attribution.method(outer, start);
    Optional<CompilationUnitTree> unit = attribution.unit(outer);
    if (twin.isEmpty() || unit.isEmpty()) {
      return List.of();
    }
    long end = attribution.trees().getSourcePositions().getEndPosition(unit.get(), twin.get());
    return attribution.errors(outer, start, attribution.outerPosition(outer, end));
  }

  boolean isEmpty() {
    return errors.isEmpty();
  }

  /**
   * Whether another processor may yet declare a name that the body mentions, or one anywhere else,
   * from which the body inherits or what it mentions does.
   */
  boolean mayBeCured() {
    return !errors.isEmpty() && attribution.errors().stream().anyMatch(BodyErrors::isUnresolved);
  }

  /** The errors that a later round may cure, or else all. */
  List<SilentErrors.Silent> toTell() {
    boolean names = errors.stream().anyMatch(BodyErrors::isUnresolved);
    boolean isConsequence = !errors.isEmpty() && isUnitBroken();
    return errors.stream()
        .filter(error -> !names || isUnresolved(error))
        .map(error -> new SilentErrors.Silent(template, finding(error), isConsequence))
        .toList();
  }

  /**
   * Whether there are errors that javac reports before it looks at bodies, if it ever does: in
   * imports, in the template's own declaration, or in one of another file.
   */
  private boolean isUnitBroken() {
    CompilationUnitTree unit = template.getCompilationUnit();
    SourcePositions positions = trees.getSourcePositions();
    boolean imports =
        unit.getTypeDecls().stream()
            .findFirst()
            .map(first -> positions.getStartPosition(unit, first))
            .filter(start -> !attribution.errors(unit, 0, start).isEmpty())
            .isPresent();
    BlockTree body = ((MethodTree) template.getLeaf()).getBody();
    long start = positions.getStartPosition(unit, template.getLeaf());
    return imports
        || attribution.errorsElsewhere().stream().anyMatch(BodyErrors::isUnresolved)
        || (body != null
            && !attribution.errors(unit, start, positions.getStartPosition(unit, body)).isEmpty());
  }

  /** Whether a later round may cure an error. */
  private static boolean isUnresolved(Diagnostic<? extends JavaFileObject> error) {
    String code = error.getCode() == null ? "" : error.getCode();
    if (code.contains("doesnt.exist")) {
      return true;
    }
    // Rounds bring types. A missing method, or a variable that cannot be meant for a type, is a
    // slip of the pen, and javac says so at once if it is not kept waiting.
    return code.contains("cant.resolve")
        && !code.contains(".args")
        && !VARIABLE.matcher(error.getMessage(Locale.ROOT)).find();
  }

  private Finding finding(Diagnostic<? extends JavaFileObject> error) {
    String text =
        error
            .getMessage(Locale.getDefault())
            .lines()
            .map(String::strip)
            .collect(Collectors.joining(", "));
    CompilationUnitTree unit = template.getCompilationUnit();
    Span span =
        new Span(
            attribution.outerPosition(unit, error.getStartPosition()),
            attribution.outerPosition(unit, error.getEndPosition()));
    String code = String.valueOf(error.getCode());
    return code.contains("doesnt.exist") || code.contains("cant.resolve")
        ? Finding.of(Message.UnresolvedType, span, text)
        : Finding.of(Message.TreeChanged, span, name, text);
  }
}
