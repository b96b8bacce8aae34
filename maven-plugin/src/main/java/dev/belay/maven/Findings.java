package dev.belay.maven;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What javac said about one source set.
 *
 * @param found what the checker found
 * @param broken what javac, or a processor, calls an error: the source could not be read in full
 * @param notes what else Belay had to say, about itself or its settings
 */
record Findings(List<Message> found, List<Message> broken, List<Message> notes) {
  /** A finding begins with the name of its rule, and ends with how to silence it. */
  private static final Pattern FINDING =
      Pattern.compile("\\[(\\w+)\\] .*@SuppressWarnings\\(\"\\1\"\\)\\s*", Pattern.DOTALL);

  /** What Belay says of itself: something is not checked, or not written. */
  static final Set<String> OF_ITSELF =
      Set.of("BadOption", "RuleFault", "RuleNotLoaded", "ReportNotWritten");

  private static final Pattern OURS =
      Pattern.compile(
          "\\[(" + String.join("|", new TreeSet<>(OF_ITSELF)) + ")\\] .*", Pattern.DOTALL);

  /**
   * One message.
   *
   * @param text as javac prints it, with the line of source
   */
  record Message(Diagnostic.Kind kind, String text) {}

  Findings {
    found = List.copyOf(found);
    broken = List.copyOf(broken);
    notes = List.copyOf(notes);
  }

  static Findings of(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    return new Findings(
        messages(diagnostics, Findings::isFinding),
        messages(diagnostics, each -> each.getKind() == Diagnostic.Kind.ERROR && !isFinding(each)),
        messages(
            diagnostics,
            each ->
                each.getKind() != Diagnostic.Kind.ERROR
                    && !isFinding(each)
                    && OURS.matcher(each.getMessage(Locale.ENGLISH)).matches()));
  }

  private static boolean isFinding(Diagnostic<?> diagnostic) {
    return String.valueOf(diagnostic.getCode()).endsWith("proc.messager")
        && FINDING.matcher(diagnostic.getMessage(Locale.ENGLISH)).matches();
  }

  private static List<Message> messages(
      List<Diagnostic<? extends JavaFileObject>> diagnostics, Predicate<Diagnostic<?>> wanted) {
    return diagnostics.stream()
        .filter(wanted)
        .map(each -> new Message(each.getKind(), each.toString()))
        .toList();
  }
}
