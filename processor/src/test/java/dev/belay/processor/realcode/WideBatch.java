package dev.belay.processor.realcode;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import dev.belay.processor.report.Message;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Files of a library with templates in them, compiled together until nothing is left that the
 * compiler refuses.
 */
final class WideBatch {
  /** How often other places are awaited, where javac alone refused the first ones. */
  private static final int ATTEMPTS = 3;

  private static final Pattern REFUSAL = Pattern.compile("^\\[([A-Z][A-Za-z]+)\\] ");

  /** Messages that are no answer to what a body holds. */
  private static final Set<String> FAILURES =
      Set.of(
          Message.InternalFault.name(),
          Message.NestedCompilation.name(),
          Message.TreeChanged.name(),
          Message.UnresolvedType.name(),
          Message.CompanionNotWritten.name());

  private static final Pattern MACHINE = Pattern.compile("\\w\\$(\\d{4,})");

  private final List<Unit> units;
  private final List<File> classPath;
  private final int first;
  private final long seed;

  /** How often each template was made, or -1 for those that are left out. */
  private final Map<String, Integer> attempts = new HashMap<>();

  /** What javac refuses also without Belay, by template. */
  final Map<String, String> spoiled = new TreeMap<>();

  /** What Belay refuses and where, by what the template was. */
  final Map<String, String> refused = new TreeMap<>();

  /** What should never be, in words. */
  final List<String> faults = new ArrayList<>();

  /** Methods with a body. */
  int methods;

  /** Those that were compiled. */
  int compiled;

  WideBatch(List<Unit> units, List<File> classPath, int first, long seed) {
    this.units = units;
    this.classPath = classPath;
    this.first = first;
    this.seed = seed;
  }

  WideBatch run() {
    boolean again = true;
    while (again) {
      again = without();
    }
    again = true;
    while (again) {
      again = with();
    }
    return this;
  }

  private Map<String, Copies> copies() {
    Map<String, Copies> copies = new LinkedHashMap<>();
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      Copies file = Copies.of(unit, name(unit), first + i, seed, attempts);
      copies.put(file.name().replace('.', '/') + ".java", file);
    }
    return copies;
  }

  private static String name(Unit unit) {
    String file = unit.tree().getSourceFile().getName();
    String type = file.substring(file.lastIndexOf('/') + 1).replace(".java", "");
    return unit.tree().getPackageName() == null ? type : unit.tree().getPackageName() + "." + type;
  }

  /** By javac alone; says whether there is something to be tried again. */
  private boolean without() {
    Map<String, Copies> copies = copies();
    methods = copies.values().stream().mapToInt(Copies::methods).sum();
    Compilation compilation = compiled(copies, List.of(), "--should-stop=ifNoError=FLOW");
    Map<String, String> failed = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      body(copies, error)
          .ifPresentOrElse(
              body -> failed.put(body, error.getMessage(null)),
              () -> faults.add("javac alone: " + error));
    }
    failed.forEach(
        (body, message) -> {
          int made = attempts.getOrDefault(body, 0) + 1;
          attempts.put(body, made < ATTEMPTS ? made : -1);
          if (made == ATTEMPTS) {
            spoiled.put(original(copies, body), message);
          }
        });
    return !failed.isEmpty();
  }

  /** By Belay; says whether there is something to be left out. */
  private boolean with() {
    Map<String, Copies> copies = copies();
    Compilation compilation;
    try {
      compilation = compiled(copies, List.of(new BelayProcessor()), "-implicit:none");
    } catch (RuntimeException e) {
      return halved(copies, e);
    }
    compiled = copies.values().stream().mapToInt(file -> file.bodies().size()).sum();
    boolean again = false;
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      Optional<String> body = body(copies, error);
      if (body.isEmpty()) {
        body = generated(copies, error);
        faults.add(
            body.map(name -> original(copies, name) + " ").orElse("") + error + context(error));
      } else if (attempts.getOrDefault(body.get(), 0) >= 0) {
        refused.put(
            original(copies, body.get()), error.getMessage(null) + "\n  at: " + line(error));
        if (!isRefusal(error.getMessage(null))) {
          faults.add(original(copies, body.get()) + " " + error);
        }
      }
      if (body.isPresent() && attempts.getOrDefault(body.get(), 0) >= 0) {
        attempts.put(body.get(), -1);
        again = true;
      }
    }
    return again;
  }

  /** Leaves out what javac crashes of, which is looked for by halves. */
  private boolean halved(Map<String, Copies> copies, RuntimeException crash) {
    List<String> names =
        copies.values().stream().flatMap(file -> file.bodies().keySet().stream()).toList();
    while (names.size() > 1) {
      List<String> half = names.subList(0, names.size() / 2);
      Map<String, Integer> before = new HashMap<>(attempts);
      half.forEach(name -> attempts.put(name, -1));
      boolean gone;
      try {
        compiled(copies(), List.of(new BelayProcessor()), "-implicit:none");
        gone = true;
      } catch (RuntimeException e) {
        gone = false;
      }
      attempts.clear();
      attempts.putAll(before);
      names = gone ? half : names.subList(names.size() / 2, names.size());
    }
    Throwable cause = crash;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    List<StackTraceElement> trace = List.of(cause.getStackTrace());
    List<StackTraceElement> top = trace.subList(0, Math.min(8, trace.size()));
    names.forEach(name -> faults.add(original(copies, name) + " crash: " + crash + " " + top));
    names.forEach(name -> attempts.put(name, -1));
    return !names.isEmpty();
  }

  private static String original(Map<String, Copies> copies, String body) {
    return copies.values().stream()
        .filter(file -> file.bodies().containsKey(body))
        .map(file -> file.bodies().get(body).original())
        .findFirst()
        .orElse(body);
  }

  /** The template that an error is in. */
  private static Optional<String> body(
      Map<String, Copies> copies, Diagnostic<? extends JavaFileObject> error) {
    Copies file =
        error.getSource() == null
            ? null
            : copies.get(error.getSource().getName().replaceFirst("^/", ""));
    if (file == null) {
      return Optional.empty();
    }
    return file.bodies().entrySet().stream()
        .filter(body -> body.getValue().firstLine() <= error.getLineNumber())
        .filter(body -> error.getLineNumber() <= body.getValue().lastLine())
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The template that an error in generated code comes from. */
  private static Optional<String> generated(
      Map<String, Copies> copies, Diagnostic<? extends JavaFileObject> error) {
    if (error.getSource() == null) {
      return Optional.empty();
    }
    List<String> lines = lines(error.getSource());
    for (int i = (int) Math.min(error.getLineNumber(), lines.size()) - 1; i >= 0; i--) {
      Matcher machine = MACHINE.matcher(lines.get(i));
      if (machine.find()) {
        String number = "$" + machine.group(1);
        return copies.values().stream()
            .flatMap(file -> file.bodies().keySet().stream())
            .filter(name -> name.endsWith(number))
            .findFirst();
      }
    }
    return Optional.empty();
  }

  /** What says that something cannot be compiled, and neither that nor how Belay failed. */
  private static boolean isRefusal(String message) {
    Matcher refusal = REFUSAL.matcher(message);
    return refusal.find() && !FAILURES.contains(refusal.group(1));
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) {
    List<String> lines = lines(error.getSource());
    int at = (int) error.getLineNumber();
    return at < 1 || at > lines.size() ? "" : lines.get(at - 1).strip();
  }

  private static String context(Diagnostic<? extends JavaFileObject> error) {
    if (error.getSource() == null) {
      return "";
    }
    List<String> lines = lines(error.getSource());
    int at = (int) error.getLineNumber();
    return at < 1 || at > lines.size()
        ? ""
        : "\n"
            + String.join("\n", lines.subList(Math.max(0, at - 3), Math.min(at + 1, lines.size())));
  }

  private static List<String> lines(JavaFileObject file) {
    try {
      return file.getCharContent(true).toString().lines().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private Compilation compiled(
      Map<String, Copies> copies, List<Processor> processors, String option) {
    return Compiler.javac()
        .withClasspath(classPath)
        .withProcessors(processors)
        .withOptions(
            "-Xlint:none",
            "-nowarn",
            "-Abelay.rules=off",
            "-Xmaxerrs",
            "10000",
            "--should-stop=ifError=FLOW",
            option)
        .compile(
            copies.values().stream()
                .map(file -> JavaFileObjects.forSourceString(file.name(), file.text()))
                .toList());
  }
}
