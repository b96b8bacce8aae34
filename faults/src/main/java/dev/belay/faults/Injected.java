package dev.belay.faults;

/** The failure of a fault. */
final class Injected extends RuntimeException {
  private static final long serialVersionUID = 1;

  Injected(String place) {
    super("injected at " + place);
  }
}
