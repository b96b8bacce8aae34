package dev.belay.processor.report;

/**
 * The runtime's jar on the processor path, whose annotations are what we look for. Build tools put
 * it there, since ours depends on it; a command line may forget it.
 */
public final class RuntimeJar {
  private RuntimeJar() {}

  /** Whether its classes can be loaded. */
  public static boolean isThere() {
    try {
      Class<?> unused =
          Class.forName("dev.belay.AsyncMethod", false, RuntimeJar.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
