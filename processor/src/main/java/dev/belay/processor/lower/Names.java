package dev.belay.processor.lower;

import dev.belay.processor.lower.ir.Body;
import dev.belay.processor.lower.ir.Code;
import dev.belay.processor.lower.ir.Fragment;
import dev.belay.processor.lower.ir.Piece;
import dev.belay.processor.lower.ir.Variable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives every variable of a machine its name: the user's own wherever that is possible. Names of
 * ours are words that the body does not contain, so nothing in its text can mean them by accident.
 */
final class Names {
  /** What a machine inherits and generated code reads: fields, which a variable would hide. */
  private static final Set<String> INHERITED = Set.of("END", "GOING_ON", "WAITING");

  private final Frame frame;
  private final Body body;
  private final Set<String> taken;
  private final Map<Variable, String> names = new LinkedHashMap<>();

  /** The number that the last name made of a suggestion has. */
  private final Map<String, Integer> numbers = new HashMap<>();

  private Names(Body body, Frame frame) {
    this.body = body;
    this.frame = frame;
    this.taken = new HashSet<>(body.words());
    taken.add(Emitter.at(body));
  }

  static Map<Variable, String> of(Body body, Frame frame, List<Code> code) {
    Names names = new Names(body, frame);
    frame.fields().forEach(names::name);
    Set<Variable> used = new LinkedHashSet<>();
    code.stream().flatMap(Code::fragments).forEach(each -> collect(each, used));
    used.forEach(names::name);
    return names.names;
  }

  private void name(Variable variable) {
    if (names.containsKey(variable)) {
      return;
    }
    names.put(variable, isOwn(variable) ? variable.name() : fresh(variable.name()));
  }

  /** Whether the variable can keep the name that the user gave it. */
  private boolean isOwn(Variable variable) {
    if (INHERITED.contains(variable.name())) {
      return false;
    }
    switch (variable.origin()) {
      case TEMPORARY, SELF -> {
        return false;
      }
      default -> {}
    }
    if (variable.origin() == Variable.Origin.PARAMETER) {
      return true;
    }
    // A field that is cleared must not be hidden by another variable of its name, and a hoisted
    // variable is declared before others of its name.
    return frame.isLocal(variable) || !body.redeclared().contains(variable.name());
  }

  private String fresh(String suggestion) {
    int number = numbers.getOrDefault(suggestion, 1);
    String name = number == 1 ? suggestion : suggestion + number;
    while (!taken.add(name)) {
      name = suggestion + ++number;
    }
    numbers.put(suggestion, number);
    return name;
  }

  private static void collect(Fragment fragment, Set<Variable> used) {
    for (Piece piece : fragment.pieces()) {
      if (piece instanceof Piece.Use use) {
        used.add(use.variable());
      }
    }
  }
}
