package dev.belay.machines;

import java.util.concurrent.Callable;

/**
 * A wrong use.
 *
 * @param name for reports
 * @param error what it is answered with
 * @param says what is in the message
 * @param attempt prepares it
 */
record Misuse(
    String name, Class<? extends Throwable> error, String says, Callable<Attempt> attempt) {

  /** The wrong use of something, and whether that is unharmed afterwards. */
  record Attempt(Callable<?> misuse, Check unharmed) {}

  /** Fails if there was harm. */
  interface Check {
    void run() throws Throwable;
  }

  static Misuse of(
      String name, Class<? extends Throwable> error, String says, Callable<Attempt> attempt) {
    return new Misuse(name, error, says, attempt);
  }

  @Override
  public String toString() {
    return name;
  }
}
