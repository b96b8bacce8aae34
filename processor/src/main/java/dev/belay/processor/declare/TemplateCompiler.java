package dev.belay.processor.declare;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.belay.processor.attribute.Attribution;
import dev.belay.processor.lower.Lowering;
import dev.belay.processor.lower.MachinePlan;
import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.model.Template;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import dev.belay.processor.source.BodyReader;
import dev.belay.processor.source.HiddenMembers;
import dev.belay.processor.write.GeneratedWriter;
import dev.belay.processor.write.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles the bodies of one class after another, in one attribution. */
final class TemplateCompiler {
  private final ProcessingEnvironment environment;
  private final Attribution attribution;
  private final ErrorPrinter printer;
  private final List<Finding> missing = new ArrayList<>();

  TemplateCompiler(
      ProcessingEnvironment environment, Attribution attribution, ErrorPrinter printer) {
    this.environment = environment;
    this.attribution = attribution;
    this.printer = printer;
  }

  /** Writes signatures alone, for a class whose bodies have errors. */
  void writeStub(Candidate candidate) {
    write(candidate, GeneratedWriter.stub(candidate.generated()));
  }

  /**
   * Writes the companion of a class.
   *
   * @return what its bodies mention and nobody has declared; empty when the class is done with,
   *     whether it was compiled or reported
   */
  List<Finding> compile(Candidate candidate) {
    List<Finding> unresolved = new ArrayList<>();
    boolean erroneous = !candidate.clean() || attribution.isMalformed();
    for (Candidate.Method method : candidate.templates()) {
      List<Diagnostic<? extends JavaFileObject>> errors = errors(method);
      erroneous |= !errors.isEmpty();
      errors.stream().filter(Unresolved::is).map(Unresolved::finding).forEach(unresolved::add);
    }
    if (!unresolved.isEmpty()) {
      return unresolved;
    }
    HiddenMembers hidden = new HiddenMembers();
    BodyReader reader = new BodyReader(attribution, hidden);
    List<MachinePlan> plans = new ArrayList<>();
    if (!erroneous) {
      for (Candidate.Method method : candidate.templates()) {
        planSafely(method, reader).ifPresent(plans::add);
      }
    }
    if (!missing.isEmpty()) {
      unresolved.addAll(missing);
      missing.clear();
      return unresolved;
    }
    boolean complete = plans.size() == candidate.templates().size() && candidate.clean();
    // With errors reported, signatures alone keep javac from reporting every caller as well.
    SourceText file =
        complete
            ? GeneratedWriter.write(
                candidate.generated(), plans, hidden.name(), hidden.all(), hidden.constants())
            : GeneratedWriter.stub(candidate.generated());
    write(candidate, file);
    return List.of();
  }

  /** A fault of ours is a report with a position, not a stack trace in the user's build. */
  private Optional<MachinePlan> planSafely(Candidate.Method method, BodyReader reader) {
    try {
      return plan(method, reader);
    } catch (RuntimeException e) {
      StackTraceElement[] trace = e.getStackTrace();
      String where = trace.length == 0 ? "" : " at " + trace[0];
      printer.print(
          method.path(),
          List.of(
              Finding.of(
                  Message.InternalFault,
                  new Span(start(method), start(method)),
                  method.template().name(),
                  e + where)));
      return Optional.empty();
    }
  }

  private Optional<MachinePlan> plan(Candidate.Method method, BodyReader reader) {
    CompilationUnitTree outer = method.path().getCompilationUnit();
    Optional<MethodTree> twin = twin(method);
    Optional<CompilationUnitTree> unit = attribution.unit(outer);
    if (twin.isEmpty() || unit.isEmpty()) {
      printer.print(
          method.path(),
          List.of(
              Finding.of(
                  Message.NestedCompilation,
                  new Span(start(method), start(method)),
                  method.template().name(),
                  attribution.failure().orElse("the method was not found"))));
      return Optional.empty();
    }
    BodyReader.Result result = reader.read(unit.get(), twin.get(), kind(method.template().kind()));
    printer.print(method.path(), result.findings());
    if (!result.findings().isEmpty()) {
      return Optional.empty();
    }
    if (result.erroneous()) {
      missing.add(
          Finding.of(
              Message.UnresolvedType,
              new Span(start(method), start(method)),
              "a type that '" + method.template().name() + "' uses is not known"));
      return Optional.empty();
    }
    return Optional.of(Lowering.lower(result.body()));
  }

  private static Body.Kind kind(Template.Kind kind) {
    return switch (kind) {
      case GENERATOR -> Body.Kind.GENERATOR;
      case CONVERSATION -> Body.Kind.CONVERSATION;
      case METHOD -> Body.Kind.METHOD;
      case RESOURCE -> Body.Kind.RESOURCE;
    };
  }

  private Optional<MethodTree> twin(Candidate.Method method) {
    return attribution.method(method.path().getCompilationUnit(), start(method));
  }

  private long start(Candidate.Method method) {
    Tree tree = method.path().getLeaf();
    return Trees.instance(environment)
        .getSourcePositions()
        .getStartPosition(method.path().getCompilationUnit(), tree);
  }

  private List<Diagnostic<? extends JavaFileObject>> errors(Candidate.Method method) {
    CompilationUnitTree outer = method.path().getCompilationUnit();
    Optional<MethodTree> twin = twin(method);
    Optional<CompilationUnitTree> unit = attribution.unit(outer);
    if (twin.isEmpty() || unit.isEmpty()) {
      return List.of();
    }
    long end = attribution.trees().getSourcePositions().getEndPosition(unit.get(), twin.get());
    return attribution.errors(outer, start(method), end);
  }

  private void write(Candidate candidate, SourceText file) {
    try {
      JavaFileObject target =
          environment.getFiler().createSourceFile(file.qualifiedName(), candidate.type());
      try (var writer = target.openWriter()) {
        writer.write(file.text());
      }
    } catch (FilerException e) {
      report(candidate, "the companion exists already: " + e.getMessage());
    } catch (IOException e) {
      report(candidate, "the companion could not be written: " + e.getMessage());
    }
  }

  private void report(Candidate candidate, String why) {
    printer.print(
        candidate.path(),
        List.of(
            Finding.of(
                Message.NestedCompilation,
                new Span(-1, -1),
                candidate.type().getSimpleName().toString(),
                why)));
  }
}
