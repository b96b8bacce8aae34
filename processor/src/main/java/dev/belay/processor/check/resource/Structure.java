package dev.belay.processor.check.resource;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;

/** Releases that a signature tells: a usual name, no argument, an asynchronous return type. */
final class Structure {
  private static final Set<String> ASYNCHRONOUS =
      Set.of(
          "asyncClose",
          "close",
          "closeAsync",
          "disconnect",
          "disconnectAsync",
          "disposeAsync",
          "disposeLater",
          "forceCloseAsync",
          "release",
          "releaseAsync",
          "rollbackAsync",
          "shutdown",
          "shutdownAsync",
          "shutdownGracefully",
          "terminate");

  private static final Set<String> TWINS =
      Set.of("close", "disconnect", "dispose", "disposeNow", "release", "rollback", "shutdown");

  private Structure() {}

  /** Most methods are dismissed by their name. */
  static boolean mayRelease(String method) {
    return ASYNCHRONOUS.contains(method);
  }

  /** The same for the blocking counterparts. */
  static boolean mayBeTwin(String method) {
    return TWINS.contains(method);
  }

  static Optional<Release> release(ExecutableElement method, Asynchrony returned) {
    String name = method.getSimpleName().toString();
    if (returned == Asynchrony.NONE
        || !mayRelease(name)
        || !method.getParameters().isEmpty()
        || method.getModifiers().contains(Modifier.STATIC)
        || method.getModifiers().contains(Modifier.PRIVATE)) {
      return Optional.empty();
    }
    return Optional.of(
        new Release(name, returned == Asynchrony.EAGER ? Release.Kind.EAGER : Release.Kind.LAZY));
  }

  /** The same release where it starts by itself, though it returns a publisher. */
  static Release hot(Release release) {
    return new Release(release.method(), Release.Kind.EAGER);
  }

  /** What the lazy counterpart of a release that starts by itself would be called. */
  static String lazyTwin(String release) {
    return "rx" + Character.toUpperCase(release.charAt(0)) + release.substring(1);
  }

  /** What the blocking counterpart of an asynchronous release would be called. */
  static List<String> twins(String asynchronous) {
    return switch (asynchronous) {
      case "asyncClose", "closeAsync", "forceCloseAsync" -> List.of("close");
      case "disconnectAsync" -> List.of("disconnect");
      case "disposeAsync" -> List.of("dispose");
      case "disposeLater" -> List.of("disposeNow");
      case "releaseAsync" -> List.of("release");
      case "rollbackAsync" -> List.of("rollback");
      case "shutdownAsync" -> List.of("shutdown", "close");
      default -> List.of();
    };
  }
}
