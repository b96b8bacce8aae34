package dev.belay.processor.behaviour.harness;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.Async;
import dev.belay.processor.BelayProcessor;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.NullMarked;

/** Compiles cases in memory. */
public final class Compiler {
  private static final Source PROBE = Source.resource("fixture/Probe.java");
  private static final Source ASYNC = Source.resource("fixture/Async.java");

  private Compiler() {}

  /**
   * The cases as the processor compiles them; warnings about what it generates are errors. Some do
   * at run time what the checker would have prevented, so it is off.
   */
  public static Program machines(List<Source> sources) {
    return program(compileMachines(sources));
  }

  /** The same, whatever comes of it. */
  public static Compilation compileMachines(List<Source> sources) {
    return compileMachines(sources, "-Xlint:all", "--should-stop=ifError=FLOW");
  }

  /** The generated sources alone. */
  public static Program generated(List<Source> sources) {
    return program(compileMachines(sources, "-proc:only"));
  }

  private static Compilation compileMachines(List<Source> sources, String... options) {
    List<Source> all = Stream.concat(sources.stream(), Stream.of(PROBE)).toList();
    return compilation(
        all,
        List.of(new BelayProcessor()),
        Stream.concat(Stream.of(options), Stream.of("-Abelay.rules=off")).toArray(String[]::new));
  }

  /** The cases as they stand, on intrinsics that block. */
  public static Program natively(List<Source> sources) {
    return program(compileNatively(sources));
  }

  /** The same, whatever comes of it. */
  public static Compilation compileNatively(List<Source> sources) {
    List<Source> all =
        Stream.concat(NativeSource.of(sources).stream(), Stream.of(PROBE, ASYNC)).toList();
    return compilation(
        all, List.of(new NativeCompanions()), "-Xlint:none", "--should-stop=ifError=FLOW");
  }

  /** Any compilation, for tests of what is reported. */
  public static Compilation compilation(
      List<Source> sources, List<Processor> processors, String... options) {
    return com.google.testing.compile.Compiler.javac()
        .withClasspath(classPath())
        .withProcessors(processors)
        .withOptions(Stream.concat(Stream.of(options), Stream.of("-Xmaxerrs", "10000")).toArray())
        .compile(
            sources.stream()
                .map(source -> JavaFileObjects.forSourceString(source.name(), source.text()))
                .toList());
  }

  /** Errors, and warnings about what was generated. */
  public static List<Diagnostic<? extends JavaFileObject>> problems(Compilation compilation) {
    return compilation.diagnostics().stream()
        .<Diagnostic<? extends JavaFileObject>>map(each -> each)
        .filter(Compiler::isProblem)
        .toList();
  }

  /** What a compilation without problems made. */
  public static Program program(Compilation compilation) {
    String problems =
        problems(compilation).stream().map(Compiler::described).collect(Collectors.joining("\n"));
    if (!problems.isEmpty()) {
      throw new AssertionError(problems);
    }
    return Program.of(compilation);
  }

  private static boolean isProblem(Diagnostic<? extends JavaFileObject> diagnostic) {
    return switch (diagnostic.getKind()) {
      case ERROR -> true;
      case WARNING, MANDATORY_WARNING -> isGenerated(diagnostic.getSource());
      default -> false;
    };
  }

  private static boolean isGenerated(JavaFileObject file) {
    return file != null && file.getName().startsWith("/SOURCE_OUTPUT/");
  }

  /** With the lines around, if they were generated. */
  public static String described(Diagnostic<? extends JavaFileObject> diagnostic) {
    if (!isGenerated(diagnostic.getSource())) {
      return diagnostic.toString();
    }
    try {
      List<String> lines = diagnostic.getSource().getCharContent(true).toString().lines().toList();
      int line = (int) diagnostic.getLineNumber();
      return IntStream.range(Math.max(0, line - 20), Math.min(lines.size(), line + 10))
          .mapToObj(i -> "%s%4d  %s".formatted(i + 1 == line ? ">" : " ", i + 1, lines.get(i)))
          .collect(Collectors.joining("\n", diagnostic + "\n", ""));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Little more than nothing: javac opens every archive, for each of a thousand compilations. */
  public static List<File> classPath() {
    return List.of(jar(Async.class), jar(NullMarked.class), jar(Compiler.class));
  }

  private static File jar(Class<?> type) {
    try {
      return new File(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
