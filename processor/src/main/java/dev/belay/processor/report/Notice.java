package dev.belay.processor.report;

import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.Diagnostic;

/** Messages about the compilation as a whole, without a position. */
public final class Notice {
  private Notice() {}

  /** Prints an error. */
  public static void error(ProcessingEnvironment environment, Message message, String... filling) {
    environment.getMessager().printMessage(Diagnostic.Kind.ERROR, message.format(List.of(filling)));
  }

  /** Prints a warning. */
  public static void warn(ProcessingEnvironment environment, Message message, String... filling) {
    environment
        .getMessager()
        .printMessage(Diagnostic.Kind.WARNING, message.format(List.of(filling)));
  }
}
