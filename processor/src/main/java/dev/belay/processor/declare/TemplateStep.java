package dev.belay.processor.declare;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.AsyncResource;
import dev.belay.processor.attribute.Attribution;
import dev.belay.processor.attribute.NotJavac;
import dev.belay.processor.report.Figure;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import dev.belay.processor.write.GeneratedWriter;
import dev.belay.processor.write.SourceText;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Takes the templates of each round to their companions, and resource classes to their scopes:
 * find, judge, model, attribute, compile, write. A class one of whose bodies mentions what does not
 * exist yet waits for the next round.
 */
public final class TemplateStep {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final ErrorPrinter printer;
  private final SilentErrors silent;
  private final RuntimeCheck runtime;
  private final Companions companions;
  private final ClassResources classes;
  private final Set<String> roots = new HashSet<>();
  private final Set<Wanted> waiting = new LinkedHashSet<>();
  private final Set<String> written = new HashSet<>();
  private final Map<Wanted, List<SilentErrors.Silent>> reasons = new LinkedHashMap<>();

  /** What the first round leaves to Lombok. Where it is, every error may be cured. */
  private Set<CompilationUnitTree> lombok = Set.of();

  private int rounds;

  /**
   * What is to be generated for a class of the user's.
   *
   * @param scope its scope, or else the companion of its templates
   * @param type its qualified name
   */
  private record Wanted(boolean scope, String type) {}

  /**
   * @param environment javac's own, not a wrapper
   */
  public TemplateStep(ProcessingEnvironment environment) {
    this.environment = environment;
    this.trees = Trees.instance(environment);
    this.printer = new ErrorPrinter(trees);
    this.silent = SilentErrors.install(environment, printer);
    this.runtime = new RuntimeCheck(environment);
    this.companions = new Companions(environment, trees, printer);
    this.classes = new ClassResources(environment, trees, printer);
  }

  /**
   * One annotation round.
   *
   * @param present the annotations that occur in it: to look for one that does not is expensive
   * @param gallery takes a picture of every machine that is written, if anybody wants them
   */
  public void process(
      Set<? extends TypeElement> present,
      RoundEnvironment round,
      Optional<Consumer<Figure>> gallery)
      throws NotJavac {
    ElementFilter.typesIn(round.getRootElements())
        .forEach(type -> roots.add(type.getQualifiedName().toString()));
    for (Class<? extends Annotation> annotation : Annotations.ALL) {
      if (present.stream()
          .anyMatch(it -> it.getQualifiedName().contentEquals(annotation.getName()))) {
        round.getElementsAnnotatedWith(annotation).forEach(element -> find(annotation, element));
      }
    }
    rounds++;
    if (rounds == 1) {
      lombok = Lombok.units(TemplateStep.class.getClassLoader(), trees, round.getRootElements());
    }
    if (round.processingOver()) {
      if (rounds == 2 && !lombok.isEmpty() && !waiting.isEmpty()) {
        compile(gallery); // Lombok does not run: there was no further round
      }
      giveUp();
      if (round.errorRaised()) {
        silent.judged();
      }
    } else if (!waiting.isEmpty()) {
      compile(gallery);
    }
  }

  private void find(Class<? extends Annotation> annotation, Element element) {
    if (element instanceof TypeElement type) {
      // Of another annotation, javac says that it does not belong there.
      if (annotation == AsyncResource.class) {
        waiting.add(new Wanted(true, type.getQualifiedName().toString()));
      }
    } else if (element.getEnclosingElement() instanceof TypeElement type) {
      waiting.add(new Wanted(false, type.getQualifiedName().toString()));
    }
  }

  private void compile(Optional<Consumer<Figure>> gallery) throws NotJavac {
    if (!runtime.fits()) {
      waiting.clear();
      return;
    }
    Map<Wanted, Candidate> candidates = candidates();
    Map<String, String> stubs = new LinkedHashMap<>();
    Set<CompilationUnitTree> units = new LinkedHashSet<>();
    for (Candidate candidate : candidates.values()) {
      SourceText stub = GeneratedWriter.stub(candidate.generated());
      stubs.put(stub.qualifiedName(), stub.text());
      candidate.templates().forEach(each -> units.add(each.path().getCompilationUnit()));
    }
    Attribution attribution = Attribution.run(environment, units, stubs, roots);
    TemplateCompiler compiler = compiler(attribution, gallery);
    candidates.forEach(
        (wanted, candidate) -> {
          List<SilentErrors.Silent> missing = compiler.compile(candidate);
          if (missing.isEmpty()) {
            waiting.remove(wanted);
            written.add(candidate.name());
            reasons.remove(wanted);
          } else {
            reasons.put(wanted, missing);
          }
        });
  }

  private TemplateCompiler compiler(Attribution attribution, Optional<Consumer<Figure>> gallery) {
    return new TemplateCompiler(
        environment, attribution, printer, silent, !lombok.isEmpty(), gallery);
  }

  /** The waiting classes whose declarations are complete. */
  private Map<Wanted, Candidate> candidates() {
    Map<Wanted, Candidate> candidates = new LinkedHashMap<>();
    for (Wanted wanted : waiting) {
      TypeElement type = environment.getElementUtils().getTypeElement(wanted.type());
      if (type != null
          && !isLeftToLombok(type)
          && (wanted.scope() ? ClassResources.isComplete(type) : Companions.isComplete(type))) {
        boolean quiet = reasons.containsKey(wanted);
        candidate(wanted, type, quiet).ifPresent(candidate -> candidates.put(wanted, candidate));
      }
    }
    return candidates;
  }

  /** A fault of ours is a report with a position, not a stack trace in the user's build. */
  private Optional<Candidate> candidate(Wanted wanted, TypeElement type, boolean quiet) {
    try {
      return wanted.scope() ? classes.candidate(type, quiet) : companions.candidate(type, quiet);
    } catch (RuntimeException e) {
      TreePath path = quiet ? null : trees.getPath(type);
      if (path != null) {
        printer.print(
            path,
            List.of(
                Finding.of(
                    Message.InternalFault, new Span(-1, -1), wanted.type(), String.valueOf(e))));
      }
      return Optional.empty();
    }
  }

  private boolean isLeftToLombok(TypeElement type) {
    TreePath path = lombok.isEmpty() || rounds > 1 ? null : trees.getPath(type);
    return path != null && lombok.contains(path.getCompilationUnit());
  }

  /** Whether a class is one of ours, which was written in this compilation. */
  public boolean isGenerated(String qualifiedName) {
    return written.contains(qualifiedName);
  }

  /** The rounds are over, and some bodies still mention what nobody has generated. */
  private void giveUp() throws NotJavac {
    TemplateCompiler compiler =
        compiler(Attribution.run(environment, List.of(), Map.of()), Optional.empty());
    candidates()
        .forEach(
            (wanted, candidate) -> {
              compiler.writeStub(candidate);
              silent.add(wanted.type(), reasons.getOrDefault(wanted, List.of()));
            });
  }
}
