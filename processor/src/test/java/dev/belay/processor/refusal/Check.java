package dev.belay.processor.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import dev.belay.processor.BelayProcessor;
import dev.belay.processor.report.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** Compiles sources with Belay and compares what is said with what the sources' marks expect. */
final class Check {
  /** What javac does after an error: nothing more, or, as Error Prone wants it, all it can. */
  private static final List<List<String>> MODES =
      List.of(List.of(), List.of("--should-stop=ifError=FLOW"));

  private static final Pattern ID = Pattern.compile("^\\[(\\w+)] ");

  /** What no user should ever see. */
  static final Pattern INTERNAL =
      Pattern.compile(
          "\\[InternalFault]|\\[NestedCompilation]|\\sat [\\w.$]+\\(|dev\\.belay\\.processor|com\\.sun\\.tools|uncaught exception"
              + "|java\\.lang\\.\\w+(Exception|Error)\\b");

  /** Rules about what a body does: here, bodies are made to be refused for other reasons. */
  private static final List<String> RULES_OFF =
      Stream.of(
              "AsyncScopeOnSyncResource",
              "CleanupOutsideFinally",
              "MissingAwait",
              "SyncIteration",
              "SyncScope",
              "YieldCount")
          .map(rule -> "-Abelay.rule." + rule + "=off")
          .toList();

  private Check() {}

  /** Exactly one error, in every mode: the message, at the mark. */
  static void refused(Message message, Source... sources) {
    errors(List.of(message.name()), sources);
  }

  /** Exactly one error, in every mode: the finding of a rule, at the mark. */
  static void refused(String rule, Source... sources) {
    errors(List.of(rule), sources);
  }

  /** One error a mark, in their order: ids of ours, or keys of javac's own. */
  static void errors(List<String> ids, Source... sources) {
    List<String> expected = new ArrayList<>();
    List<String> marks = Stream.of(sources).flatMap(each -> each.marks().stream()).toList();
    assertThat(marks).as("marks").hasSameSizeAs(ids);
    for (int i = 0; i < ids.size(); i++) {
      expected.add(marks.get(i) + " " + ids.get(i));
    }
    for (List<String> mode : MODES) {
      Compilation compilation = compile(mode, List.of(), sources);
      assertThat(described(compilation))
          .as("with %s:%n%s", mode, texts(compilation))
          .isEqualTo(expected.stream().sorted().toList());
    }
  }

  /** No error, in any mode. */
  static void accepted(Source... sources) {
    errors(List.of(), sources);
  }

  /**
   * The errors that javac has without Belay, in every mode, and at least one. It has a processor
   * all the same: with one, javac stops earlier.
   *
   * @param stubs companions that javac is given in place of the generated ones
   */
  static void asJavac(List<Source> stubs, Source... sources) {
    for (List<String> mode : MODES) {
      Compilation reference =
          Compiler.javac()
              .withClasspath(dev.belay.processor.behaviour.harness.Compiler.classPath())
              .withOptions(mode)
              .withProcessors(OtherProcessor.inRound(0))
              .compile(
                  Stream.concat(Stream.of(sources), stubs.stream()).map(Source::file).toList());
      Compilation compilation = compile(mode, List.of(), sources);
      assertThat(described(reference)).as("without Belay, with %s", mode).isNotEmpty();
      assertThat(described(compilation))
          .as("with %s:%n%s", mode, texts(compilation))
          .isEqualTo(described(reference));
    }
  }

  /** Compiles, or has exactly one error: what is not supported yet, at the mark. */
  static void clear(Source source) {
    for (List<String> mode : MODES) {
      Compilation compilation = compile(mode, List.of(), source);
      assertThat(described(compilation))
          .as("with %s:%n%s", mode, texts(compilation))
          .isIn(List.of(), List.of(source.marks().get(0) + " Unsupported"));
    }
  }

  private static List<String> described(Compilation compilation) {
    return compilation.errors().stream().map(Check::describe).sorted().toList();
  }

  /** Compiles and makes sure that nobody is shown our insides. */
  static Compilation compile(List<String> options, List<Processor> others, Source... sources) {
    List<Processor> processors = new ArrayList<>(others);
    processors.add(new BelayProcessor());
    Compilation compilation =
        Compiler.javac()
            .withClasspath(dev.belay.processor.behaviour.harness.Compiler.classPath())
            .withOptions(Stream.concat(options.stream(), RULES_OFF.stream()).toList())
            .withProcessors(processors)
            .compile(Stream.of(sources).map(Source::file).toList());
    for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
      String text = diagnostic.getMessage(Locale.ROOT);
      if (INTERNAL.matcher(text).find()) {
        fail("a diagnostic shows the compiler's insides: " + text);
      }
    }
    return compilation;
  }

  /** Whether an error, as {@link #describe} gives it, is one of ours. */
  static boolean isOurs(String described) {
    return described.matches("(?s)\\S+ [A-Z]\\w+ .*");
  }

  /** An error as {@code file:line:column id}. */
  static String describe(Diagnostic<? extends JavaFileObject> error) {
    Matcher ours = ID.matcher(error.getMessage(Locale.ROOT));
    JavaFileObject file = error.getSource();
    return (file == null ? "" : file.toUri().getSchemeSpecificPart().replaceFirst("^/*", ""))
        + ":"
        + error.getLineNumber()
        + ":"
        + error.getColumnNumber()
        + " "
        + (ours.find() ? ours.group(1) : error.getCode());
  }

  private static String texts(Compilation compilation) {
    StringBuilder all = new StringBuilder();
    compilation
        .errors()
        .forEach(error -> all.append(describe(error)).append("  ").append(error).append("\n"));
    return all.toString();
  }
}
