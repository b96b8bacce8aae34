package dev.belay.docs;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import dev.belay.processor.behaviour.harness.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** What becomes of sources from the documentation. */
final class Compiled {
  private final Compilation compilation;

  private Compiled(Compilation compilation) {
    this.compilation = compilation;
  }

  /**
   * Compiles as a user does.
   *
   * @param sources by the qualified names of their classes
   * @param lint what javac shall not warn of
   */
  static Compiled of(Map<String, String> sources, String... lint) {
    List<JavaFileObject> files =
        sources.entrySet().stream()
            .map(each -> JavaFileObjects.forSourceString(each.getKey(), each.getValue()))
            .toList();
    return new Compiled(
        Compiler.javac()
            .withProcessors(new BelayProcessor())
            .withOptions(
                "-Xlint:all,-processing"
                    + Stream.of(lint).map(each -> ",-" + each).collect(Collectors.joining()))
            .compile(files));
  }

  /** Errors and warnings, as text. */
  List<String> problems() {
    return compilation.diagnostics().stream()
        .filter(
            each ->
                switch (each.getKind()) {
                  case ERROR, WARNING, MANDATORY_WARNING -> true;
                  default -> false;
                })
        .map(each -> each.getMessage(Locale.ROOT))
        .toList();
  }

  /** Errors and warnings, as javac prints them. */
  String printed() {
    return compilation.diagnostics().stream()
        .filter(each -> each.getKind() != Diagnostic.Kind.NOTE)
        .map(each -> each.toString().replaceFirst("^.*/(\\w+\\.java:)", "$1") + "\n")
        .collect(Collectors.joining());
  }

  /**
   * The text of a generated class.
   *
   * @param name its qualified name
   */
  String generated(String name) {
    String path = "/" + name.replace('.', '/') + ".java";
    return compilation.generatedSourceFiles().stream()
        .filter(file -> file.toUri().getPath().endsWith(path))
        .map(Compiled::text)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name + " was not generated; " + problems()));
  }

  private static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The compiled classes. */
  ClassLoader load() {
    return Program.of(compilation).load();
  }
}
