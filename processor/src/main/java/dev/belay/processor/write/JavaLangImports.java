package dev.belay.processor.write;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Imports of {@code java.lang}: none, but where a class of the package has the name of one there,
 * and would be meant instead (JLS 6.4.1).
 */
final class JavaLangImports {
  private static final Pattern IMPORT = Pattern.compile("(?m)^import java\\.lang\\.(\\w+);\n");
  private static final Pattern NO_IMPORTS = Pattern.compile("\\A((?:package [^\\n]*\\n\\n)?)\\n");

  private JavaLangImports() {}

  /**
   * Leaves out those that Java does not need.
   *
   * @param declared whether the package has a class of a name
   */
  static String only(Predicate<String> declared, String text) {
    int body = text.indexOf("/**"); // behind it, such a line is the user's
    String head =
        IMPORT
            .matcher(text.substring(0, body))
            .replaceAll(found -> declared.test(found.group(1)) ? found.group() : "");
    return NO_IMPORTS.matcher(head).replaceFirst("$1") + text.substring(body);
  }
}
