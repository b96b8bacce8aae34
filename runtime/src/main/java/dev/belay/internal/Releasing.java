package dev.belay.internal;

/**
 * What awaits and releases ask of their body's root; in a release nothing is cut short. Each asks
 * twice, for a root and for a child, in place of one call of {@link Machine#root()}: for what is
 * either the body or another, the JIT would make an object of the body.
 */
final class Releasing {
  private Releasing() {}

  static void enter(Machine body) {
    Driver above = body.above();
    if (above == null) {
      body.shield();
    } else {
      above.shield();
    }
  }

  static void leave(Machine body) {
    Driver above = body.above();
    if (above == null) {
      body.unshield();
    } else {
      above.unshield();
    }
  }

  /** Whether a value that is there can simply be taken. */
  static boolean isUndisturbed(Machine body) {
    Driver above = body.above();
    return above == null ? body.isUndisturbed(body) : above.isUndisturbed(body);
  }
}
