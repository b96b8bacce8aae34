package dev.belay.processor.attribute;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/**
 * Keeps the errors of the nested compilation to itself; nothing of it reaches the user's console.
 */
final class NestedErrors implements DiagnosticListener<JavaFileObject> {
  private final List<Diagnostic<? extends JavaFileObject>> errors = new ArrayList<>();

  @Override
  public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (diagnostic.getKind() == Diagnostic.Kind.ERROR) {
      errors.add(diagnostic);
    }
  }

  boolean areIn(Collection<? extends JavaFileObject> files) {
    return errors.stream().anyMatch(error -> files.contains(error.getSource()));
  }

  List<Diagnostic<? extends JavaFileObject>> all() {
    return List.copyOf(errors);
  }

  /** The errors of one file whose position is in {@code start} (included) to {@code end}. */
  List<Diagnostic<? extends JavaFileObject>> within(JavaFileObject file, long start, long end) {
    return errors.stream()
        .filter(error -> file.equals(error.getSource()))
        .filter(error -> start <= error.getPosition() && error.getPosition() < end)
        .toList();
  }
}
