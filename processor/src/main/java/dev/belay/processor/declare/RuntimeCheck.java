package dev.belay.processor.declare;

import dev.belay.internal.Protocol;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Notice;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;

/**
 * Compares the runtime that templates are compiled against with the one that we were built with.
 */
final class RuntimeCheck {
  private static final String PROTOCOL = "dev.belay.internal.Protocol";

  private final ProcessingEnvironment environment;
  private Optional<Boolean> verdict = Optional.empty();

  RuntimeCheck(ProcessingEnvironment environment) {
    this.environment = environment;
  }

  /** Whether generated code will find what it needs; if not, that is said, once. */
  boolean fits() {
    if (verdict.isEmpty()) {
      String found = version();
      boolean fits = found.equals(String.valueOf(Protocol.VERSION));
      if (!fits) {
        Notice.error(environment, Message.RuntimeVersion, String.valueOf(Protocol.VERSION), found);
      }
      verdict = Optional.of(fits);
    }
    return verdict.get();
  }

  private String version() {
    TypeElement type = environment.getElementUtils().getTypeElement(PROTOCOL);
    return type == null
        ? "none"
        : ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
            .filter(field -> field.getSimpleName().contentEquals("VERSION"))
            .map(VariableElement::getConstantValue)
            .map(String::valueOf)
            .findFirst()
            .orElse("none");
  }
}
