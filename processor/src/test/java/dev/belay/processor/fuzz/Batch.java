package dev.belay.processor.fuzz;

import com.google.testing.compile.Compilation;
import dev.belay.processor.behaviour.harness.Case;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Differential;
import dev.belay.processor.behaviour.harness.Program;
import dev.belay.processor.behaviour.harness.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles many programs at once, since starting javac costs more than a program does. */
final class Batch {
  private static final Source SUBJECT = Source.resource("fixture/Subject.java");
  private static final Pattern FILE = Pattern.compile("cases/(F\\w+?)(Async(_\\w+)?)?\\.java$");

  private final Map<String, Fuzzed> left;
  private final Map<String, Verdict> verdicts = new TreeMap<>();

  private Batch(Map<String, Fuzzed> programs) {
    this.left = new LinkedHashMap<>(programs);
  }

  static Verdict judge(Fuzzed program) {
    return judge(Map.of(program.name(), program)).get(program.name());
  }

  /** A verdict for each program, by the name that its class gets. */
  static Map<String, Verdict> judge(Map<String, Fuzzed> programs) {
    try {
      Batch batch = new Batch(programs);
      batch.judge();
      return batch.verdicts;
    } catch (RuntimeException | StackOverflowError e) {
      // It escaped from a compiler and does not say at which program.
      if (programs.size() == 1) {
        String name = programs.keySet().iterator().next();
        return Map.of(name, crashed(programs.get(name), e));
      }
      Map<String, Verdict> verdicts = new TreeMap<>();
      halves(programs).forEach(half -> verdicts.putAll(judge(half)));
      return verdicts;
    }
  }

  private static List<Map<String, Fuzzed>> halves(Map<String, Fuzzed> programs) {
    Map<String, Fuzzed> first = new LinkedHashMap<>();
    Map<String, Fuzzed> second = new LinkedHashMap<>();
    programs.forEach(
        (name, program) ->
            (first.size() < programs.size() / 2 ? first : second).put(name, program));
    return List.of(first, second);
  }

  /** javac itself crashes at some programs, with us or without. */
  private static Verdict crashed(Fuzzed program, Throwable failure) {
    try {
      Compiler.compileNatively(List.of(SUBJECT, program.source(program.name())));
      return new Verdict(Verdict.Kind.BROKEN, stack(failure));
    } catch (RuntimeException e) {
      return new Verdict(Verdict.Kind.CRASH, stack(e));
    }
  }

  private void judge() {
    Compilation natively = compiled(Compiler::compileNatively, this::invalid);
    Compilation machines = compiled(Compiler::compileMachines, Batch::refusedOrBroken);
    Program program = Compiler.program(machines);
    Differential differential = Differential.of(Compiler.program(natively), program);
    left.forEach(
        (name, fuzzed) -> {
          Case template = new Case(kind(fuzzed.template()), "cases." + name, "B1_fuzzed");
          String difference =
              differential.difference(
                  template, new Random(fuzzed.seed()), !fuzzed.body().text().contains("helper("));
          verdicts.put(
              name,
              difference.isEmpty()
                  ? new Verdict(Verdict.Kind.ALIKE, "")
                  : new Verdict(Verdict.Kind.DIFFERENT, difference));
        });
  }

  /** Compiles what is left, without the programs that do not compile. */
  private Compilation compiled(
      Function<List<Source>, Compilation> compiler, Function<String, Verdict> verdict) {
    while (true) {
      List<Source> sources = new ArrayList<>(List.of(SUBJECT));
      left.forEach((name, program) -> sources.add(program.source(name)));
      Compilation compilation = compiler.apply(sources);
      Map<String, String> problems =
          Compiler.problems(compilation).stream()
              .collect(
                  Collectors.toMap(
                      Batch::program, Compiler::described, (a, b) -> a + "\n" + b, TreeMap::new));
      if (problems.isEmpty()) {
        return compilation;
      }
      problems.forEach(
          (name, text) -> {
            if (left.remove(name) == null) {
              throw new IllegalStateException(text);
            }
            verdicts.put(name, verdict.apply(text));
          });
    }
  }

  private static String program(Diagnostic<? extends JavaFileObject> problem) {
    JavaFileObject file = problem.getSource();
    Matcher matcher = FILE.matcher(file == null ? "" : file.getName());
    return matcher.find() ? matcher.group(1) : "";
  }

  private Verdict invalid(String problems) {
    return new Verdict(Verdict.Kind.INVALID, problems);
  }

  private static Verdict refusedOrBroken(String problems) {
    boolean refused = !problems.contains("SOURCE_OUTPUT") && KnownRefusals.contain(problems);
    return new Verdict(refused ? Verdict.Kind.REFUSED : Verdict.Kind.BROKEN, problems);
  }

  private static Case.Kind kind(Template template) {
    return Case.Kind.valueOf(template.kind().name());
  }

  private static String stack(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      text.append(each).append('\n');
      for (StackTraceElement frame :
          List.of(each.getStackTrace()).subList(0, Math.min(12, each.getStackTrace().length))) {
        text.append("    ").append(frame).append('\n');
      }
    }
    return text.toString();
  }
}
