package dev.belay.processor.report;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Says once that nothing can be compiled. */
public final class Refusal {
  private Refusal() {}

  /**
   * Prints the refusal as an error without a position.
   *
   * @param why one sentence
   */
  public static void print(ProcessingEnvironment environment, @Nullable String why) {
    String text = Message.NotJavac.format(List.of(why == null ? "" : why));
    environment.getMessager().printMessage(Diagnostic.Kind.ERROR, text);
  }
}
