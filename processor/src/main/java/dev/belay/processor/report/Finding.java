package dev.belay.processor.report;

import java.util.List;

/**
 * One mistake, at one place.
 *
 * @param message which one
 * @param arguments what its text is filled with
 * @param span where it is, in the file of the template
 */
public record Finding(Message message, List<String> arguments, Span span) {
  public Finding {
    arguments = List.copyOf(arguments);
  }

  public static Finding of(Message message, Span span, String... arguments) {
    return new Finding(message, List.of(arguments), span);
  }

  /** The whole text: id, what, why, what to write instead. */
  public String text() {
    return message.format(arguments);
  }
}
