package dev.belay.processor.refusal;

import com.google.testing.compile.JavaFileObjects;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.JavaFileObject;

/**
 * A source file in which {@code «} stands before every token that an error is expected at.
 *
 * @param path the file's path, such as {@code t/T.java}
 * @param marked its text, marks included
 */
record Source(String path, String marked) {
  private static final char MARK = '«';

  static Source of(String path, String marked) {
    return new Source(path, marked);
  }

  /** The class {@code t.T} with the given members, everything imported that they may need. */
  static Source members(String marked) {
    return type("class T {\n" + marked + "}\n");
  }

  /** The file {@code t/T.java} with the given types. */
  static Source type(String marked) {
    return of("t/T.java", header("t") + marked);
  }

  /** A file of package {@code t} with everything imported that it may need. */
  static Source file(String name, String marked) {
    return of("t/" + name + ".java", header("t") + marked);
  }

  static String header(String packageName) {
    return "package "
        + packageName
        + ";\n"
        + "import static dev.belay.Async.*;\n"
        + "import dev.belay.*;\n"
        + "import java.io.*;\n"
        + "import java.util.*;\n"
        + "import java.util.concurrent.*;\n"
        + "import java.util.function.*;\n";
  }

  JavaFileObject file() {
    return JavaFileObjects.forSourceString(
        path.substring(0, path.length() - ".java".length()).replace('/', '.'), text());
  }

  String text() {
    return marked.replace(String.valueOf(MARK), "");
  }

  /** Where the marks are, as {@code file:line:column}. */
  List<String> marks() {
    List<String> marks = new ArrayList<>();
    List<String> lines = marked.lines().collect(Collectors.toList());
    for (int line = 0; line < lines.size(); line++) {
      int before = 0;
      String text = lines.get(line);
      for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
        marks.add(path + ":" + (line + 1) + ":" + (at + 1 - before));
        before++;
      }
    }
    return marks;
  }
}
