package dev.belay.processor.refusal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor of the build, which generates a source in a given round. */
final class OtherProcessor extends AbstractProcessor {
  private final int round;
  private final Map<String, String> files = new LinkedHashMap<>();
  private int current;

  private OtherProcessor(int round) {
    this.round = round;
  }

  static OtherProcessor inRound(int round) {
    return new OtherProcessor(round);
  }

  OtherProcessor generating(String name, String text) {
    files.put(name, text);
    return this;
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
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
    if (++current == round) {
      files.forEach(this::write);
    }
    return false;
  }

  private void write(String name, String text) {
    try (Writer writer = processingEnv.getFiler().createSourceFile(name).openWriter()) {
      writer.write(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
