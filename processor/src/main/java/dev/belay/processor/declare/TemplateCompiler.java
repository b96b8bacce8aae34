package dev.belay.processor.declare;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.processor.attribute.Attribution;
import dev.belay.processor.draw.Drawing;
import dev.belay.processor.lower.Lowering;
import dev.belay.processor.lower.MachinePlan;
import dev.belay.processor.lower.StateChart;
import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.model.Template;
import dev.belay.processor.report.Figure;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import dev.belay.processor.source.BodyReader;
import dev.belay.processor.source.HiddenMembers;
import dev.belay.processor.source.LombokInBodies;
import dev.belay.processor.source.OwnCalls;
import dev.belay.processor.write.GeneratedWriter;
import dev.belay.processor.write.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.Modifier;
import javax.tools.JavaFileObject;

/** Compiles the bodies of one class after another, in one attribution. */
final class TemplateCompiler {
  private final ProcessingEnvironment environment;
  private final Attribution attribution;
  private final ErrorPrinter printer;
  private final SilentErrors silent;
  private final boolean patient;
  private final Optional<Consumer<Figure>> gallery;
  private final List<SilentErrors.Silent> missing = new ArrayList<>();

  /**
   * @param patient whether any error may be cured by a later round
   * @param gallery takes a picture of every machine that is written, if anybody wants them
   */
  TemplateCompiler(
      ProcessingEnvironment environment,
      Attribution attribution,
      ErrorPrinter printer,
      SilentErrors silent,
      boolean patient,
      Optional<Consumer<Figure>> gallery) {
    this.environment = environment;
    this.attribution = attribution;
    this.printer = printer;
    this.silent = silent;
    this.patient = patient;
    this.gallery = gallery;
  }

  /** Writes signatures alone, for a class whose bodies have errors. */
  void writeStub(Candidate candidate) {
    write(candidate, GeneratedWriter.stub(candidate.generated()));
  }

  /**
   * Writes the companion of a class.
   *
   * @return errors that a later round may cure; empty when the class is done with, whether it was
   *     compiled or reported
   */
  List<SilentErrors.Silent> compile(Candidate candidate) {
    List<BodyErrors> errors = candidate.templates().stream().map(this::errors).toList();
    boolean refused = candidate.templates().stream().filter(this::isRefused).count() > 0;
    if (!refused
        && errors.stream().anyMatch(patient ? each -> !each.isEmpty() : BodyErrors::mayBeCured)) {
      return errors.stream().flatMap(each -> each.toTell().stream()).toList();
    }
    HiddenMembers hidden = new HiddenMembers();
    OwnCalls calls = new OwnCalls(candidate.generated());
    BodyReader reader = new BodyReader(attribution, hidden, calls);
    List<MachinePlan> plans = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    boolean erroneous =
        attribution.isMalformed() || errors.stream().anyMatch(each -> !each.isEmpty());
    if (candidate.clean() && !refused && !erroneous) {
      for (Candidate.Method method : candidate.templates()) {
        safely(
                method.path(),
                method.template().name(),
                () -> plan(candidate, method, reader, figures))
            .ifPresent(plans::add);
      }
    }
    if (!missing.isEmpty()) {
      List<SilentErrors.Silent> unknown = List.copyOf(missing);
      missing.clear();
      return unknown;
    }
    boolean complete = plans.size() == candidate.templates().size() && candidate.clean();
    Optional<SourceText> file =
        complete && !refused
            ? safely(
                candidate.path(),
                candidate.type().getSimpleName(),
                () ->
                    Optional.of(
                        GeneratedWriter.write(
                            candidate.generated(), plans, hidden.accessors(), calls.called())))
            : Optional.empty();
    if (file.isPresent()) {
      write(candidate, file.get());
      gallery.ifPresent(figures::forEach);
      return List.of();
    }
    if (candidate.clean() && !refused && erroneous) {
      silent.add(candidate.type().getQualifiedName().toString(), toTell(candidate, errors));
    }
    writeStub(candidate);
    return List.of();
  }

  /** There are errors; if they are in no body, the file as a whole could not be read. */
  private List<SilentErrors.Silent> toTell(Candidate candidate, List<BodyErrors> errors) {
    List<SilentErrors.Silent> found =
        errors.stream().flatMap(each -> each.toTell().stream()).toList();
    String why =
        attribution.errors(candidate.path().getCompilationUnit(), 0, Long.MAX_VALUE).stream()
            .map(error -> error.getMessage(Locale.getDefault()))
            .findFirst()
            .orElse("another file has syntax errors");
    return found.isEmpty()
        ? List.of(
            new SilentErrors.Silent(
                candidate.path(),
                Finding.of(
                    Message.NestedCompilation,
                    new Span(-1, -1),
                    candidate.type().getSimpleName().toString(),
                    why),
                false))
        : found;
  }

  /** Reports what Lombok makes of a body, which the source does not say. */
  private boolean isRefused(Candidate.Method method) {
    Optional<CompilationUnitTree> unit = attribution.unit(method.path().getCompilationUnit());
    Optional<MethodTree> twin = twin(method);
    if (attribution.isMalformed() || unit.isEmpty() || twin.isEmpty()) {
      return false;
    }
    List<Finding> findings = LombokInBodies.of(attribution, unit.get(), twin.get());
    print(method, findings);
    return !findings.isEmpty();
  }

  /** A fault of ours is a report with a position, not a stack trace in the user's build. */
  private <T> Optional<T> safely(TreePath path, CharSequence name, Supplier<Optional<T>> step) {
    try {
      return step.get();
    } catch (RuntimeException e) {
      // The first frames are often javac's; the first of ours says more.
      String where =
          Stream.of(e.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith("dev.belay."))
              .findFirst()
              .map(frame -> " at " + frame)
              .orElse("");
      Span span = new Span(start(path), start(path));
      printer.print(
          path, List.of(Finding.of(Message.InternalFault, span, name.toString(), e + where)));
      return Optional.empty();
    }
  }

  private Optional<MachinePlan> plan(
      Candidate candidate, Candidate.Method method, BodyReader reader, List<Figure> figures) {
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
    if (isStatic(unit.get(), twin.get()) != isStatic(method)) {
      print(
          method,
          List.of(
              Finding.of(
                  Message.TreeChanged,
                  new Span(-1, -1),
                  method.template().name(),
                  "it is static in javac's tree, and not in the source, or the other way round")));
      return Optional.empty();
    }
    BodyReader.Result result = reader.read(unit.get(), twin.get(), kind(method.template().kind()));
    print(method, result.findings());
    if (!result.findings().isEmpty()) {
      return Optional.empty();
    }
    if (result.erroneous()) {
      missing.add(
          new SilentErrors.Silent(
              method.path(),
              Finding.of(
                  Message.UnresolvedType,
                  new Span(start(method), start(method)),
                  "a type that '" + method.template().name() + "' uses is not known"),
              true));
      return Optional.empty();
    }
    if (gallery.isPresent()) {
      figures.add(figure(candidate, method, result.body()));
    }
    return Optional.of(Lowering.lower(result.body()));
  }

  private static Figure figure(Candidate candidate, Candidate.Method method, Body body) {
    String name = candidate.type().getSimpleName() + "." + method.template().name();
    return new Figure(
        name,
        method.path().getCompilationUnit().getSourceFile().toUri(),
        body.lines().first(),
        Drawing.svg(StateChart.of(body), "The state machine of " + name));
  }

  private static boolean isStatic(Candidate.Method method) {
    return method.element().getModifiers().contains(Modifier.STATIC);
  }

  private boolean isStatic(CompilationUnitTree unit, MethodTree twin) {
    Element element = attribution.trees().getElement(attribution.trees().getPath(unit, twin));
    return element != null && element.getModifiers().contains(Modifier.STATIC);
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
    return start(method.path());
  }

  private long start(TreePath path) {
    return Trees.instance(environment)
        .getSourcePositions()
        .getStartPosition(path.getCompilationUnit(), path.getLeaf());
  }

  private BodyErrors errors(Candidate.Method method) {
    return new BodyErrors(
        Trees.instance(environment),
        attribution,
        method.path(),
        method.template().name(),
        start(method));
  }

  /** Prints findings that have the nested compilation's positions. */
  private void print(Candidate.Method method, List<Finding> findings) {
    CompilationUnitTree unit = method.path().getCompilationUnit();
    printer.print(
        method.path(),
        findings.stream()
            .map(
                found ->
                    new Finding(
                        found.message(),
                        found.arguments(),
                        new Span(
                            attribution.outerPosition(unit, found.span().start()),
                            attribution.outerPosition(unit, found.span().end()))))
            .toList());
  }

  private void write(Candidate candidate, SourceText file) {
    try {
      JavaFileObject target =
          environment.getFiler().createSourceFile(file.qualifiedName(), candidate.type());
      try (var writer = target.openWriter()) {
        writer.write(file.text());
      }
    } catch (FilerException e) {
      report(
          candidate,
          file,
          "a class of that name exists already",
          "rename it, or the class that it would be generated for");
    } catch (IOException e) {
      report(
          candidate,
          file,
          "its file cannot be written: " + e.getMessage(),
          "make the directory of generated sources one that can be written to");
    }
  }

  private void report(Candidate candidate, SourceText file, String why, String instead) {
    TreePath type = Trees.instance(environment).getPath(candidate.type());
    TreePath path = type == null ? candidate.path() : type;
    printer.print(
        path.getCompilationUnit(),
        path.getLeaf(),
        Finding.of(
            Message.CompanionNotWritten, new Span(-1, -1), file.qualifiedName(), why, instead));
  }
}
