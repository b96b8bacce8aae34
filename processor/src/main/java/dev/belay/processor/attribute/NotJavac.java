package dev.belay.processor.attribute;

/** Refusal: the compiler that runs this processor is not the javac of the running JDK. */
public final class NotJavac extends Exception {
  private static final long serialVersionUID = 1L;

  NotJavac(String message) {
    super(message);
  }
}
