package dev.belay.processor.declare;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.belay.AsyncResource;
import dev.belay.processor.attribute.Attribution;
import dev.belay.processor.attribute.NotJavac;
import dev.belay.processor.model.Companion;
import dev.belay.processor.model.CompanionModeler;
import dev.belay.processor.model.TemplateModeler;
import dev.belay.processor.report.Finding;
import dev.belay.processor.write.CompanionWriter;
import dev.belay.processor.write.SourceText;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Takes the templates of each round to their companions: find, judge, model, attribute, compile,
 * write. A class one of whose bodies mentions what does not exist yet waits for the next round.
 */
public final class TemplateStep {
  private final ProcessingEnvironment environment;
  private final Trees trees;
  private final ErrorPrinter printer;
  private final Unresolved unresolved;
  private final Set<String> roots = new HashSet<>();
  private final Set<String> waiting = new LinkedHashSet<>();
  private final Set<String> written = new HashSet<>();
  private final Map<String, List<Finding>> reasons = new LinkedHashMap<>();

  /**
   * @param environment javac's own, not a wrapper
   */
  public TemplateStep(ProcessingEnvironment environment) {
    this.environment = environment;
    this.trees = Trees.instance(environment);
    this.printer = new ErrorPrinter(trees);
    this.unresolved = Unresolved.install(environment, trees, printer);
  }

  /**
   * One annotation round.
   *
   * @param present the annotations that occur in it: to look for one that does not is expensive
   */
  public void process(Set<? extends TypeElement> present, RoundEnvironment round) throws NotJavac {
    ElementFilter.typesIn(round.getRootElements())
        .forEach(type -> roots.add(type.getQualifiedName().toString()));
    for (Class<? extends Annotation> annotation : Annotations.ALL) {
      if (present.stream()
          .anyMatch(it -> it.getQualifiedName().contentEquals(annotation.getName()))) {
        round.getElementsAnnotatedWith(annotation).forEach(element -> find(annotation, element));
      }
    }
    if (round.processingOver()) {
      giveUp();
    } else if (!waiting.isEmpty()) {
      compile();
    }
  }

  private void find(Class<? extends Annotation> annotation, Element element) {
    if (element instanceof TypeElement type) {
      if (annotation != AsyncResource.class) {
        return; // javac says that the annotation does not belong there
      }
      ClassResources.refuse(trees, printer, type);
    } else if (element.getEnclosingElement() instanceof TypeElement type) {
      waiting.add(type.getQualifiedName().toString());
    }
  }

  private void compile() throws NotJavac {
    List<Candidate> candidates = candidates();
    Map<String, String> stubs = new LinkedHashMap<>();
    Set<CompilationUnitTree> units = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      SourceText stub = CompanionWriter.stub(candidate.companion());
      stubs.put(stub.qualifiedName(), stub.text());
      candidate.templates().forEach(each -> units.add(each.path().getCompilationUnit()));
    }
    Attribution attribution = Attribution.run(environment, units, stubs, roots);
    TemplateCompiler compiler = new TemplateCompiler(environment, attribution, printer);
    for (Candidate candidate : candidates) {
      String name = candidate.type().getQualifiedName().toString();
      List<Finding> missing = compiler.compile(candidate);
      if (missing.isEmpty()) {
        waiting.remove(name);
        written.add(stubName(candidate));
        reasons.remove(name);
      } else {
        reasons.put(name, missing);
      }
    }
  }

  /** The waiting classes whose declarations are complete. */
  private List<Candidate> candidates() {
    List<Candidate> candidates = new ArrayList<>();
    for (String name : waiting) {
      TypeElement type = environment.getElementUtils().getTypeElement(name);
      if (type != null && templates(type).stream().allMatch(Signatures::isComplete)) {
        candidates.add(candidate(type));
      }
    }
    return candidates;
  }

  private static List<ExecutableElement> templates(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> !Annotations.on(method).isEmpty())
        .toList();
  }

  /** The templates of a class that are declared as they should be; the others are reported. */
  private Candidate candidate(TypeElement type) {
    List<Candidate.Method> templates = new ArrayList<>();
    boolean clean = true;
    for (ExecutableElement method : templates(type)) {
      TreePath path = trees.getPath(method);
      if (path == null) {
        clean = false; // the parser lost its source, and has said so
        continue;
      }
      List<Finding> findings = TemplateValidator.validate(trees, path, method);
      clean &= findings.isEmpty();
      if (findings.isEmpty()) {
        templates.add(
            new Candidate.Method(method, path, TemplateModeler.model(environment, type, method)));
      } else if (!reasons.containsKey(type.getQualifiedName().toString())) {
        printer.print(path, findings);
      }
    }
    Companion companion =
        CompanionModeler.model(
            environment.getElementUtils(),
            type,
            templates.stream().map(Candidate.Method::template).toList());
    return new Candidate(type, companion, templates, clean);
  }

  private static String stubName(Candidate candidate) {
    return CompanionWriter.stub(candidate.companion()).qualifiedName();
  }

  /** Whether a class is one of ours: a companion that was written in this compilation. */
  public boolean isGenerated(String qualifiedName) {
    return written.contains(qualifiedName);
  }

  /** The rounds are over, and some bodies still mention what nobody has generated. */
  private void giveUp() throws NotJavac {
    TemplateCompiler compiler =
        new TemplateCompiler(
            environment, Attribution.run(environment, List.of(), Map.of()), printer);
    for (Candidate candidate : candidates()) {
      compiler.writeStub(candidate);
      String name = candidate.type().getQualifiedName().toString();
      unresolved.add(name, reasons.getOrDefault(name, List.of()));
    }
  }
}
