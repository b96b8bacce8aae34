package dev.belay.processor;

import com.google.auto.service.AutoService;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Claims our annotations, and that of generated code; unclaimed, javac's processing lint would
 * complain of them. {@link BelayProcessor} cannot: it is asked about every annotation, and a
 * processor claims either all that it is asked about or none. It comes first, since javac starts no
 * further processor when all annotations are claimed.
 *
 * <p>For that reason nothing is claimed where others would not be started: when there are no
 * annotations but ours, and other processors on the path.
 */
@AutoService(Processor.class)
public final class ClaimedAnnotations extends AbstractProcessor {
  private static final Set<String> OURS =
      Set.of(
          "dev.belay.AsyncGenerator",
          "dev.belay.AsyncMethod",
          "dev.belay.AsyncResource",
          // What we generate carries it, and javac would complain of that, too.
          "javax.annotation.processing.Generated");
  private static final String SERVICES = "META-INF/services/javax.annotation.processing.Processor";

  private final boolean isAlone = isAlone(ClaimedAnnotations.class.getClassLoader());

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return OURS;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  @SuppressWarnings("DoNotClaimAnnotations") // to claim them is what this class is for
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    return isAlone || round.getRootElements().stream().anyMatch(ClaimedAnnotations::hasOthers);
  }

  /**
   * Whether ours is the only jar with processors. javac loads those of all jars with one loader.
   */
  private static boolean isAlone(@Nullable ClassLoader loader) {
    try {
      return loader != null && Collections.list(loader.getResources(SERVICES)).size() <= 1;
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether something in a class has an annotation that is not one of ours. */
  private static boolean hasOthers(Element element) {
    return element.getAnnotationMirrors().stream()
            .map(each -> ((TypeElement) each.getAnnotationType().asElement()).getQualifiedName())
            .anyMatch(name -> !OURS.contains(name.toString()))
        || element.getEnclosedElements().stream().anyMatch(ClaimedAnnotations::hasOthers)
        || (element instanceof ExecutableElement method
            && method.getParameters().stream().anyMatch(ClaimedAnnotations::hasOthers));
  }
}
