package dev.belay.processor.attribute;

import com.sun.source.util.Trees;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds javac's own {@link ProcessingEnvironment} behind what a build tool hands to processors.
 *
 * <p>Two tools wrap it, and {@link Trees#instance} refuses what they wrap it in:
 *
 * <ul>
 *   <li>Gradle, for a processor that declares itself incremental: a class of its own with a field
 *       {@code delegate}.
 *   <li>IntelliJ's own build (JPS): a dynamic proxy; JetBrains documents the static method {@code
 *       org.jetbrains.jps.javac.APIWrappers.unwrap(Class, Object)} for this purpose.
 * </ul>
 */
public final class JavacEnvironment {
  private static final String JAVAC_PACKAGE = "com.sun.tools.javac.";
  private static final String GRADLE_PACKAGE = "org.gradle.";
  private static final String JPS_WRAPPERS = "org.jetbrains.jps.javac.APIWrappers";

  /** More wrappers than this are a cycle. */
  private static final int DEEPEST = 8;

  private JavacEnvironment() {}

  /**
   * Returns javac's own environment, which is {@code environment} itself in most builds.
   *
   * @throws NotJavac when the compiler is another one, such as Eclipse's, or hides behind a wrapper
   *     that is not known here; the message is one sentence for the user
   */
  public static ProcessingEnvironment of(ProcessingEnvironment environment) throws NotJavac {
    ProcessingEnvironment candidate = environment;
    for (int depth = 0; depth < DEEPEST && !isJavac(candidate); depth++) {
      candidate = unwrapped(candidate).orElseThrow(() -> refusal(environment));
    }
    try {
      Trees.instance(candidate);
    } catch (IllegalArgumentException | LinkageError e) {
      throw refusal(environment);
    }
    return candidate;
  }

  private static boolean isJavac(ProcessingEnvironment environment) {
    return environment.getClass().getName().startsWith(JAVAC_PACKAGE);
  }

  private static Optional<ProcessingEnvironment> unwrapped(ProcessingEnvironment wrapper) {
    try {
      return wrapper.getClass().getName().startsWith(GRADLE_PACKAGE)
          ? gradleDelegate(wrapper)
          : jpsDelegate(wrapper);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessingEnvironment> gradleDelegate(ProcessingEnvironment wrapper)
      throws ReflectiveOperationException {
    Field delegate = wrapper.getClass().getDeclaredField("delegate");
    delegate.setAccessible(true);
    return environment(delegate.get(wrapper), wrapper);
  }

  private static Optional<ProcessingEnvironment> jpsDelegate(ProcessingEnvironment wrapper)
      throws ReflectiveOperationException {
    ClassLoader loader = wrapper.getClass().getClassLoader();
    if (loader == null) {
      return Optional.empty();
    }
    Method unwrap =
        loader.loadClass(JPS_WRAPPERS).getDeclaredMethod("unwrap", Class.class, Object.class);
    try {
      return environment(unwrap.invoke(null, ProcessingEnvironment.class, wrapper), wrapper);
    } catch (InvocationTargetException e) {
      return Optional.empty();
    }
  }

  private static Optional<ProcessingEnvironment> environment(
      Object delegate, ProcessingEnvironment wrapper) {
    return delegate instanceof ProcessingEnvironment found && found != wrapper
        ? Optional.of(found)
        : Optional.empty();
  }

  private static NotJavac refusal(ProcessingEnvironment environment) {
    return new NotJavac(
        "Belay reads method bodies through javac's tree API, and this build runs its annotation"
            + " processors in another compiler ("
            + environment.getClass().getName()
            + "); compile this module with javac.");
  }
}
