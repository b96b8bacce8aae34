package dev.belay.processor.attribute;

import java.io.Writer;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor of the same build, which does one thing in the first round. */
final class OtherProcessor extends AbstractProcessor {

  /** What it does. */
  interface Action {
    void run(ProcessingEnvironment environment) throws Exception;
  }

  private final Action action;
  private boolean isDone;

  OtherProcessor(Action action) {
    this.action = action;
  }

  static OtherProcessor generating(String name, String text) {
    return new OtherProcessor(
        environment -> {
          try (Writer writer = environment.getFiler().createSourceFile(name).openWriter()) {
            writer.write(text);
          }
        });
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("*");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latest();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!isDone) {
      isDone = true;
      try {
        action.run(processingEnv);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
    return false;
  }
}
