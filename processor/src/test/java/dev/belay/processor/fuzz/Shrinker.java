package dev.belay.processor.fuzz;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a program with a fault smaller, as long as it has the same symptom. */
final class Shrinker {
  private static final int TRIED_AT_ONCE = 40;
  private static final int PATIENCE = Integer.getInteger("belay.fuzz.patience", 60);

  private Shrinker() {}

  static Fuzzed shrink(Fuzzed program, String symptom) {
    Fuzzed smallest = program;
    for (int i = 0; i < PATIENCE; i++) {
      Fuzzed smaller = smaller(smallest, symptom);
      if (smaller.equals(smallest)) {
        break;
      }
      smallest = smaller;
    }
    return smallest;
  }

  /** The smallest of the first variants that have the symptom; the program itself if none has. */
  private static Fuzzed smaller(Fuzzed program, String symptom) {
    List<Tree> variants =
        program.body().smaller().stream()
            .filter(tree -> tree.size() < program.body().size())
            .sorted(Comparator.comparingInt(Tree::size))
            .toList();
    for (int from = 0; from < variants.size(); from += TRIED_AT_ONCE) {
      Map<String, Fuzzed> tried = new LinkedHashMap<>();
      int to = Math.min(variants.size(), from + TRIED_AT_ONCE);
      for (int i = from; i < to; i++) {
        tried.put(program.name() + "v" + i, program.with(variants.get(i)));
      }
      Map<String, Verdict> verdicts = Batch.judge(tried);
      for (Map.Entry<String, Fuzzed> each : tried.entrySet()) {
        if (verdicts.get(each.getKey()).symptom().equals(symptom)) {
          return each.getValue();
        }
      }
    }
    return program;
  }
}
