package dev.belay.processor.behaviour.harness;

/**
 * Unwinds a native body that is being closed, as a {@code return} would. {@link NativeSource} keeps
 * it from being caught.
 */
final class Closing extends Throwable {
  private static final long serialVersionUID = 1L;

  Closing() {
    super("closing", null, false, false);
  }
}
