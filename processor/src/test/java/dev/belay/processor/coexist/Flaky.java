package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.BelayProcessor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source file that can be read a number of times, and then no more. */
final class Flaky {
  private static final Pattern ID = Pattern.compile("\\[(\\w+)]");

  private final Path output;
  private final String path;
  private final String text;
  private final Set<String> ids = new LinkedHashSet<>();

  /**
   * @param output gets what is generated
   */
  Flaky(Path output, String path, String text) {
    this.output = output;
    this.path = path;
    this.text = text;
  }

  /** The errors of a compilation in which the file can be read so many times. */
  List<String> compiled(int times) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    JavaCompiler.CompilationTask task =
        compiler.getTask(
            null,
            null,
            diagnostics,
            List.of("-proc:only", "-d", output.toString()),
            null,
            List.of(new Source(times)));
    task.setProcessors(List.of(new BelayProcessor()));
    task.call();
    List<String> errors = new ArrayList<>();
    for (Diagnostic<?> each : diagnostics.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR) {
        String message = each.getMessage(Locale.ROOT);
        errors.add(message);
        Matcher id = ID.matcher(message);
        assertThat(id.find()).as(message).isTrue();
        ids.add(id.group(1));
      }
    }
    return errors;
  }

  /** The ids of all errors so far. */
  Set<String> ids() {
    return ids;
  }

  private final class Source extends SimpleJavaFileObject {
    private int left;

    Source(int times) {
      super(URI.create("mem:///" + path), Kind.SOURCE);
      left = times;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
      if (left-- <= 0) {
        throw new IOException("it is gone");
      }
      return text;
    }
  }
}
