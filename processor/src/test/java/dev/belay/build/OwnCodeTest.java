package dev.belay.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.BelayProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The checker finds nothing in the code of this project. It cannot be a processor of its own
 * module, nor of one that is built before it; the modules behind it have it in their builds.
 */
class OwnCodeTest {
  @TempDir private Path classes;

  /** The rule that is off by default is on here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "../runtime/src/main/java",
        "../runtime/src/test/java",
        "src/main/java",
        "src/test/java"
      })
  void hasNoMistake(String sources) throws Exception {
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = javac.getStandardFileManager(said, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null,
              files,
              said,
              List.of(
                  "-d",
                  classes.toString(),
                  "--should-stop=ifNoError=FLOW",
                  "-Abelay.rule.IgnoredStage=warning"),
              null,
              files.getJavaFileObjectsFromPaths(javaFiles(Path.of(sources))));
      task.setProcessors(List.of(new BelayProcessor()));
      assertThat(task.call()).as(() -> said.getDiagnostics().toString()).isTrue();
    }
    assertThat(said.getDiagnostics().stream().map(Object::toString))
        .filteredOn(it -> it.contains("docs/rules/") || it.contains("[RuleFault]"))
        .isEmpty();
  }

  private static List<Path> javaFiles(Path directory) throws Exception {
    try (Stream<Path> files = Files.walk(directory)) {
      List<Path> found =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.endsWith("module-info.java"))
              .sorted()
              .collect(Collectors.toCollection(ArrayList::new));
      assertThat(found).isNotEmpty();
      return found;
    }
  }
}
