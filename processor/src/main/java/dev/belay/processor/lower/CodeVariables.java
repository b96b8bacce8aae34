package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Piece.Access;
import dev.belay.processor.lower.ir.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which variables code mentions, how often, and where first. */
final class CodeVariables {
  private final Map<Variable, Integer> counts = new LinkedHashMap<>();
  private final Map<Variable, Fragment> first = new HashMap<>();
  private final Set<Variable> written = new HashSet<>();

  private CodeVariables() {}

  static CodeVariables of(List<? extends Code> codes) {
    CodeVariables variables = new CodeVariables();
    codes.stream().flatMap(Code::fragments).forEach(variables::scan);
    return variables;
  }

  /** In the order of their first mention. */
  Set<Variable> mentioned() {
    return counts.keySet();
  }

  int count(Variable variable) {
    return counts.getOrDefault(variable, 0);
  }

  boolean writes(Variable variable) {
    return written.contains(variable);
  }

  /** The very fragment that mentions a variable first, which for a local one declares it. */
  @Nullable Fragment first(Variable variable) {
    return first.get(variable);
  }

  /** A declaration names its variable without saying that it writes it. */
  private static boolean isAssigned(List<Piece> pieces, int next) {
    return next < pieces.size()
        && pieces.get(next) instanceof Piece.Text text
        && text.text().startsWith(" = ");
  }

  private void scan(Fragment fragment) {
    for (int i = 0; i < fragment.pieces().size(); i++) {
      if (fragment.pieces().get(i) instanceof Piece.Use use) {
        counts.merge(use.variable(), 1, Integer::sum);
        first.putIfAbsent(use.variable(), fragment);
        if (use.access() != Access.READ || isAssigned(fragment.pieces(), i + 1)) {
          written.add(use.variable());
        }
      }
    }
  }
}
