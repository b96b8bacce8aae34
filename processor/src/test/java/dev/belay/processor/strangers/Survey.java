package dev.belay.processor.strangers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * What the checker says of a stranger.
 *
 * @param files how many source files were compiled
 * @param errors how many errors javac has of its own: parts of a published source may need what
 *     nobody publishes
 * @param sightings what the rules found
 * @param faults what must never be: a rule that failed, a compiler that crashed
 */
record Survey(int files, List<String> errors, List<Sighting> sightings, List<String> faults) {
  private static final Pattern FINDING = Pattern.compile("^\\[([A-Z][A-Za-z]+)\\] ");

  static Survey of(Fetched code, List<String> options) throws IOException {
    DiagnosticCollector<JavaFileObject> collector = new DiagnosticCollector<>();
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    Path classes = Files.createTempDirectory("strangers");
    List<String> faults = new ArrayList<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(collector, null, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      files.setLocation(StandardLocation.CLASS_PATH, code.classPath());
      files.setLocation(StandardLocation.ANNOTATION_PROCESSOR_PATH, ownClassPath());
      javac
          .getTask(
              null,
              files,
              collector,
              options(options),
              null,
              files.getJavaFileObjectsFromPaths(code.sources()))
          .call();
    } catch (RuntimeException e) {
      faults.add("javac: " + e);
    } finally {
      delete(classes);
    }
    List<String> errors = new ArrayList<>();
    List<Sighting> sightings = new ArrayList<>();
    for (Diagnostic<? extends JavaFileObject> each : collector.getDiagnostics()) {
      String text = each.getMessage(Locale.ROOT);
      Matcher finding = FINDING.matcher(text);
      if (finding.find() && finding.group(1).equals("RuleFault")) {
        faults.add(each.toString());
      } else if (finding.find(0)) {
        sightings.add(
            new Sighting(
                finding.group(1),
                Path.of(each.getSource().toUri()),
                (int) each.getLineNumber(),
                text));
      } else if (each.getKind() == Diagnostic.Kind.ERROR) {
        errors.add(each.toString());
      }
    }
    return new Survey(code.sources().size(), errors, sightings, faults);
  }

  /** Lombok runs too, for those whose sources need it. */
  private static List<String> options(List<String> more) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-Xmaxerrs",
                "100000",
                "-Xmaxwarns",
                "100000",
                "-parameters",
                "--should-stop=ifError=FLOW",
                "-processor",
                "lombok.launch.AnnotationProcessorHider$AnnotationProcessor,"
                    + "dev.belay.processor.BelayProcessor"));
    options.addAll(more);
    return options;
  }

  private static List<File> ownClassPath() {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getProperty("java.class.path"))
        .map(File::new)
        .toList();
  }

  private static void delete(Path directory) throws IOException {
    try (var files = Files.walk(directory)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
