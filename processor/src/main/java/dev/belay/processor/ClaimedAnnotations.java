package dev.belay.processor;

import com.google.auto.service.AutoService;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * Claims our annotations and nothing else; unclaimed, javac's processing lint would complain of
 * them. {@link BelayProcessor} cannot: it is asked about every annotation, and a processor claims
 * either all that it is asked about or none. It comes first, since javac starts no further
 * processor when all annotations are claimed.
 */
@AutoService(Processor.class)
public final class ClaimedAnnotations extends AbstractProcessor {
  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("dev.belay.AsyncGenerator", "dev.belay.AsyncMethod", "dev.belay.AsyncResource");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // to claim them is what this class is for
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return true;
  }
}
