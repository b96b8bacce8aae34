package dev.belay.processor;

import com.google.auto.service.AutoService;
import dev.belay.processor.attribute.JavacEnvironment;
import dev.belay.processor.attribute.NotJavac;
import dev.belay.processor.check.TemplateUse;
import dev.belay.processor.declare.TemplateStep;
import dev.belay.processor.report.Refusal;
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

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.belay.AsyncGenerator", "dev.belay.AsyncMethod", "dev.belay.AsyncResource");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    try {
      ProcessingEnvironment javac = JavacEnvironment.of(environment);
      TemplateStep step = new TemplateStep(javac);
      templates = step;
      TemplateUse.install(javac, step::isGenerated);
    } catch (NotJavac e) {
      Refusal.print(environment, e.getMessage());
    }
  }

  /** The annotations are ours alone; unclaimed, javac's processing lint would complain of them. */
  @Override
  @SuppressWarnings("DoNotClaimAnnotations")
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (templates != null) {
      try {
        templates.process(round);
      } catch (NotJavac e) {
        Refusal.print(processingEnv, e.getMessage());
      }
    }
    return true;
  }
}
