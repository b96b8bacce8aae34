package dev.belay.processor.fuzz;

import com.google.testing.compile.Compilation;
import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Differential;
import dev.belay.processor.behaviour.harness.Source;
import java.util.ArrayList;
import java.util.Collection;
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

  /** What is left to be judged, by the names of the classes. */
  private final Map<String, Sheet> left = new LinkedHashMap<>();

  private final Map<String, Verdict> verdicts = new TreeMap<>();

  /** Classes of several programs that did not compile, or not only alike ones, and why. */
  private final Map<Sheet, Verdict> failed = new LinkedHashMap<>();

  private Batch(Map<String, Fuzzed> programs, int together) {
    Sheet.of(programs, together).forEach(sheet -> left.put(sheet.name(), sheet));
  }

  static Verdict judge(Fuzzed program) {
    return judge(Map.of(program.name(), program)).get(program.name());
  }

  /** A verdict for each program, by its name; each gets a class that has this name. */
  static Map<String, Verdict> judge(Map<String, Fuzzed> programs) {
    return judge(programs, 1);
  }

  /**
   * The same, with several programs in a class. What is not alike there is judged once more in a
   * class of its own.
   *
   * @param together how many programs
   */
  static Map<String, Verdict> judge(Map<String, Fuzzed> programs, int together) {
    try {
      Batch batch = new Batch(programs, together);
      batch.judge();
      batch.judgeAgain();
      return batch.verdicts;
    } catch (RuntimeException | StackOverflowError e) {
      // It escaped from a compiler and does not say at which program.
      if (programs.size() == 1) {
        String name = programs.keySet().iterator().next();
        return Map.of(name, crashed(Sheet.of(name, programs.get(name)), e));
      }
      Map<String, Verdict> verdicts = new TreeMap<>();
      halves(programs).forEach(half -> verdicts.putAll(judge(half, together)));
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
  private static Verdict crashed(Sheet sheet, Throwable failure) {
    try {
      Compiler.compileNatively(List.of(SUBJECT, sheet.source()));
      return new Verdict(Verdict.Kind.BROKEN, stack(failure));
    } catch (RuntimeException e) {
      return new Verdict(Verdict.Kind.CRASH, stack(e));
    }
  }

  private void judge() {
    Compilation natively = compiled(Compiler::compileNatively, this::invalid);
    Compilation machines = compiled(Compiler::compileMachines, Batch::refusedOrBroken);
    Differential differential =
        Differential.of(Compiler.program(natively), Compiler.program(machines));
    for (Sheet sheet : left.values()) {
      sheet
          .programs()
          .forEach((name, program) -> judged(sheet, name, compared(differential, sheet, program)));
    }
  }

  private static Verdict compared(Differential differential, Sheet sheet, Fuzzed program) {
    String difference =
        differential.difference(
            sheet.of(program),
            new Random(program.seed()),
            !program.body().text().contains("helper("));
    return difference.isEmpty()
        ? new Verdict(Verdict.Kind.ALIKE, "")
        : new Verdict(Verdict.Kind.DIFFERENT, sheet.name() + ", " + difference);
  }

  private void judged(Sheet sheet, String name, Verdict verdict) {
    if (!verdict.isFault() || sheet.isSingle()) {
      verdicts.put(name, verdict);
    } else {
      failed.putIfAbsent(sheet, verdict);
    }
  }

  /** Programs of a class that failed, each in a class of its own. */
  private void judgeAgain() {
    Map<String, Fuzzed> again = new LinkedHashMap<>();
    failed.keySet().forEach(sheet -> again.putAll(sheet.programs()));
    if (!again.isEmpty()) {
      verdicts.putAll(judge(again));
      failed.forEach(this::keep);
    }
  }

  /** A fault that programs have only beside each other is one all the same. */
  private void keep(Sheet sheet, Verdict together) {
    Collection<String> names = sheet.programs().keySet();
    if (names.stream().allMatch(name -> verdicts.get(name).kind() == Verdict.Kind.ALIKE)) {
      verdicts.put(
          names.iterator().next(),
          new Verdict(together.kind(), "only beside " + names + ": " + together.details()));
    }
  }

  /** Compiles what is left, without the classes that do not compile. */
  private Compilation compiled(
      Function<List<Source>, Compilation> compiler, Function<String, Verdict> verdict) {
    while (true) {
      List<Source> sources = new ArrayList<>(List.of(SUBJECT));
      left.values().forEach(sheet -> sources.add(sheet.source()));
      Compilation compilation = compiler.apply(sources);
      Map<String, String> problems =
          Compiler.problems(compilation).stream()
              .collect(
                  Collectors.toMap(
                      Batch::sheet, Compiler::described, (a, b) -> a + "\n" + b, TreeMap::new));
      if (problems.isEmpty()) {
        return compilation;
      }
      problems.forEach((name, text) -> without(name, verdict.apply(text)));
    }
  }

  private void without(String name, Verdict verdict) {
    Sheet sheet = left.remove(name);
    if (sheet == null) {
      throw new IllegalStateException(verdict.details());
    }
    if (sheet.isSingle()) {
      verdicts.put(name, verdict);
    } else {
      failed.put(sheet, verdict);
    }
  }

  private static String sheet(Diagnostic<? extends JavaFileObject> problem) {
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
