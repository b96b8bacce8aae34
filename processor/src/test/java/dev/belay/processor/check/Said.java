package dev.belay.processor.check;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;

/**
 * What a compilation said: of each message the kind, the line in the source, and the first line.
 */
final class Said {
  private Said() {}

  static List<String> by(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(
            it ->
                it.getKind()
                    + " "
                    + it.getLineNumber()
                    + " "
                    + it.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .toList();
  }
}
