package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Variable;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where each variable of a body lives.
 *
 * @param fields those that have to survive a suspension, and the arguments
 * @param hoisted those that do not, but are used on both sides of a place where control comes in
 * @param pinned arguments that are read each time the body is entered
 * @param live what is live at each suspension point, and before statements
 * @param outcome a field for the outcome of whatever await has been the last; null: a local
 *     variable for each
 */
record Frame(
    Set<Variable> fields,
    Set<Variable> hoisted,
    Set<Variable> pinned,
    Liveness.Live live,
    @Nullable Variable outcome) {

  /** Decides for a body whose points are numbered. */
  static Frame of(Body body) {
    Liveness.Live live = Liveness.of(body);
    BitSet surviving = new BitSet();
    live.points().values().forEach(surviving::or);
    Occurrences occurrences = Occurrences.of(body);
    Set<Variable> fields = new LinkedHashSet<>();
    body.self().ifPresent(fields::add);
    fields.addAll(body.parameters());
    Set<Variable> hoisted = new LinkedHashSet<>();
    for (Variable variable : occurrences.variables()) {
      if (variable.constant() != null) {
        // Declared once more in front, with its value; nothing is assigned where it was declared.
        if (occurrences.isDivided(variable)) {
          hoisted.add(variable);
        }
      } else if (surviving.get(variable.id()) || occurrences.isScattered(variable)) {
        fields.add(variable);
      } else if (occurrences.isDivided(variable)
          || (occurrences.isMoved(variable) && body.redeclared().contains(variable.name()))) {
        hoisted.add(variable);
      }
    }
    return new Frame(fields, hoisted, occurrences.captured(), live, null);
  }

  /** Nothing is hoisted: methods that share a variable share a field. */
  Frame shared(Variable outcome) {
    Set<Variable> all = new LinkedHashSet<>(fields);
    all.addAll(hoisted);
    all.add(outcome);
    return new Frame(all, Set.of(), pinned, live, outcome);
  }

  /** True when the variable is declared where the user declared it. */
  boolean isLocal(Variable variable) {
    return !fields.contains(variable) && !hoisted.contains(variable);
  }

  boolean isField(Variable variable) {
    return fields.contains(variable);
  }

  /** True for a field that keeps an object alive, and may be set to null. */
  boolean isClearable(Variable variable) {
    return fields.contains(variable)
        && variable.type().isReference()
        && variable.constant() == null
        && !pinned.contains(variable);
  }
}
