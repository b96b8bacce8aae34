package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a test wants to know of attributed units. */
final class Bodies {
  private final Map<String, String> variables = new TreeMap<>();
  private final List<String> errors = new ArrayList<>();
  private String failure = "";

  void read(Attribution attribution, List<CompilationUnitTree> units) {
    failure = attribution.failure().orElse("");
    for (CompilationUnitTree outer : units) {
      attribution
          .errors(outer, 0, Long.MAX_VALUE)
          .forEach(error -> errors.add(error.getMessage(Locale.ROOT)));
      attribution.unit(outer).ifPresent(unit -> read(attribution.trees(), unit));
    }
  }

  private void read(Trees trees, CompilationUnitTree unit) {
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree variable, Void unused) {
        variables.put(
            variable.getName().toString(), trees.getTypeMirror(getCurrentPath()).toString());
        return super.visitVariable(variable, unused);
      }
    }.scan(unit, null);
  }

  /** The types of fields, parameters and local variables by name. */
  Map<String, String> variables() {
    return variables;
  }

  List<String> errors() {
    return errors;
  }

  String failure() {
    return failure;
  }
}
