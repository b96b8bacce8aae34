package dev.belay.processor.realcode;

import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.strangers.Stranger;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * A published library, to be taken whole or in part.
 *
 * @param name what it is called, with its version
 * @param sources its files
 * @param classPath itself, and what it needs
 */
record WideLibrary(String name, List<JavaFileObject> sources, List<File> classPath) {
  /** As Maven fetches it. */
  static WideLibrary of(Stranger stranger) throws IOException, InterruptedException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (Path file : stranger.sources()) {
      if (!file.endsWith("package-info.java")) {
        sources.add(source(file));
      }
    }
    List<File> classPath = new ArrayList<>(stranger.classPath());
    classPath.addAll(Library.jars());
    return new WideLibrary(stranger.name() + " " + stranger.version(), sources, classPath);
  }

  /** Some classes whose sources are on the class path of tests. */
  static WideLibrary of(String name, List<String> classes) {
    return new WideLibrary(
        name,
        classes.stream()
            .map(each -> JavaFileObjects.forSourceString(each, Library.source(each)))
            .toList(),
        Library.jars());
  }

  private static JavaFileObject source(Path file) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    String packageName =
        text.lines()
            .filter(line -> line.startsWith("package "))
            .findFirst()
            .map(line -> line.substring("package ".length(), line.indexOf(';')).strip() + ".")
            .orElse("");
    String type = file.getFileName().toString().replaceFirst("\\.java$", "");
    return JavaFileObjects.forSourceString(packageName + type, text);
  }

  /** Stretches of its files, each of some that javac accepts as they are. */
  List<JavaFileObject> accepted(int from, int to) {
    List<JavaFileObject> good = new ArrayList<>(sources.subList(from, to));
    while (true) {
      Set<String> bad = bad(good);
      if (bad.isEmpty()) {
        return good;
      }
      good.removeIf(file -> bad.contains(file.getName()));
    }
  }

  private Set<String> bad(List<JavaFileObject> files) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<String> options =
        List.of(
            "-proc:none",
            "-implicit:none",
            "-Xlint:none",
            "-nowarn",
            "-Xmaxerrs",
            "10000",
            "--should-stop=ifError=FLOW",
            "--should-stop=ifNoError=FLOW",
            "-cp",
            classPath.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator)));
    ToolProvider.getSystemJavaCompiler().getTask(null, null, found, options, null, files).call();
    Set<String> bad = new HashSet<>();
    for (Diagnostic<? extends JavaFileObject> each : found.getDiagnostics()) {
      if (each.getKind() == Diagnostic.Kind.ERROR && each.getSource() != null) {
        bad.add(each.getSource().getName());
      }
    }
    return bad;
  }
}
