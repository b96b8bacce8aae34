package dev.belay.processor.behaviour.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source file of cases.
 *
 * @param name the qualified name of its main class
 * @param text what is in it
 */
public record Source(String name, String text) {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  /** A file in {@code cases}, such as {@code statements/Loops.java}. */
  public static Source resource(String path) {
    String text = read(path);
    Matcher matcher = PACKAGE.matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException(path + " has no package");
    }
    String file = path.substring(path.lastIndexOf('/') + 1);
    return new Source(matcher.group(1) + "." + file.replace(".java", ""), text);
  }

  /** A class of the package {@code cases}, with the usual imports. */
  public static Source of(String simpleName, String members) {
    return new Source(
        "cases." + simpleName,
        """
        package cases;

        import static cases.Probe.*;
        import static dev.belay.Async.*;

        import dev.belay.*;
        import dev.belay.processor.behaviour.harness.Failure;
        import java.io.IOException;
        import java.util.*;
        import java.util.concurrent.*;
        import java.util.function.*;

        """
            + members);
  }

  private static String read(String path) {
    try (InputStream in = Source.class.getResourceAsStream("/cases/" + path)) {
      if (in == null) {
        throw new IllegalArgumentException("no such file in cases: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
