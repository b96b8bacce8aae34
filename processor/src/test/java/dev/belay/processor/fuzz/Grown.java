package dev.belay.processor.fuzz;

/**
 * A statement that has grown.
 *
 * @param tree its text
 * @param completes whether a statement may follow it (JLS 14.22)
 */
record Grown(Tree tree, boolean completes) {
  static Grown completing(Tree tree) {
    return new Grown(tree, true);
  }

  static Grown leaving(Tree tree) {
    return new Grown(tree, false);
  }
}
