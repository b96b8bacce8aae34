package dev.belay.processor;

import com.google.auto.service.AutoService;
import dev.belay.processor.attribute.JavacEnvironment;
import dev.belay.processor.attribute.NotJavac;
import dev.belay.processor.check.BadOption;
import dev.belay.processor.check.Checker;
import dev.belay.processor.check.Host;
import dev.belay.processor.declare.TemplateStep;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Notice;
import dev.belay.processor.report.Refusal;
import dev.belay.processor.report.RuntimeJar;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Belay's annotation processor: wiring only. */
@AutoService(Processor.class)
public final class BelayProcessor extends AbstractProcessor {
  private @Nullable TemplateStep templates;
  private Optional<Checker> checker = Optional.empty();

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*"); // the checker looks at code without any annotation of ours
  }

  @Override
  public Set<String> getSupportedOptions() {
    try {
      return Checker.options();
    } catch (LinkageError e) {
      return Set.of(); // a Java without javac; see init
    }
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    if (!RuntimeJar.isThere()) {
      Notice.error(environment, Message.RuntimeNotFound);
      return;
    }
    try {
      ProcessingEnvironment javac = JavacEnvironment.of(environment);
      TemplateStep step = new TemplateStep(javac);
      templates = step;
      checker = Checker.install(Host.of(javac), step::isGenerated);
    } catch (NotJavac e) {
      Refusal.print(environment, e.getMessage());
    } catch (NoClassDefFoundError e) {
      Refusal.print(
          environment,
          "Belay reads method bodies through javac's tree API, and this Java"
              + " runtime has none ("
              + e.getMessage()
              + "); compile this module with javac.");
    } catch (BadOption e) {
      Notice.error(environment, Message.BadOption, String.valueOf(e.getMessage()), e.instead());
    }
  }

  /** Claims nothing: most of the annotations are others'. See {@link ClaimedAnnotations}. */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (templates != null) {
      try {
        if (checker.isPresent()) {
          checker.get().prepare(round.getRootElements());
        }
        templates.process(annotations, round, checker.flatMap(Checker::gallery));
      } catch (NotJavac e) {
        Refusal.print(processingEnv, e.getMessage());
      } catch (BadOption e) {
        Notice.error(processingEnv, Message.BadOption, String.valueOf(e.getMessage()), e.instead());
      }
    }
    return false;
  }
}
