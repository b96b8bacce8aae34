package dev.belay.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * Compiles the members of a class with the checker, and compares what is found with the marks in
 * the source: {@code «} stands before every token that a finding is expected at. Lines that start
 * with {@code import} may stand anywhere.
 */
public final class Checked {
  private static final char MARK = '«';
  private static final Pattern ID = Pattern.compile("^\\[(\\w+)] ");

  private static final String IMPORTS =
      """
      import static dev.belay.Async.*;
      import dev.belay.*;
      import java.io.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.concurrent.*;
      import java.util.function.*;
      """;

  private final String rule;
  private final List<String> options;

  private Checked(String rule, List<String> options) {
    this.rule = rule;
    this.options = options;
  }

  /** Checks of one rule; findings of others count as wrong. */
  public static Checked rule(String name) {
    return new Checked(name, List.of());
  }

  /** The same with further options of javac. */
  public Checked with(String... more) {
    return new Checked(rule, Stream.concat(options.stream(), Stream.of(more)).toList());
  }

  /** One finding a mark and no other; javac's own errors fail. */
  public void finds(String members) {
    List<String> expected = marks(text(members));
    assertThat(expected).as("marks").isNotEmpty();
    check(members, expected);
  }

  /** As {@link #finds}, and each message contains the text. */
  public void finds(String members, String message) {
    finds(members);
    assertThat(findings(compile(text(members))))
        .allSatisfy(it -> assertThat(it.getMessage(Locale.ROOT)).contains(message));
  }

  /** As {@link #finds}, and each is reported as this. */
  public void finds(Diagnostic.Kind kind, String members) {
    finds(members);
    assertThat(findings(compile(text(members)))).extracting(Diagnostic::getKind).containsOnly(kind);
  }

  /** No finding. */
  public void accepts(String members) {
    assertThat(marks(text(members))).as("marks").isEmpty();
    check(members, List.of());
  }

  private void check(String members, List<String> expected) {
    Compilation compilation = compile(text(members));
    List<String> actual =
        findings(compilation).stream()
            .map(it -> rule(it) + " at " + it.getLineNumber() + ":" + it.getColumnNumber())
            .sorted()
            .toList();
    assertThat(actual)
        .as("%s%n%s", numbered(text(members)), compilation.diagnostics())
        .isEqualTo(expected.stream().map(at -> rule + " at " + at).sorted().toList());
    assertThat(others(compilation)).as("javac's own errors").isEmpty();
  }

  private Compilation compile(String source) {
    return Compiler.javac()
        .withProcessors(new BelayProcessor())
        .withOptions(options)
        .compile(JavaFileObjects.forSourceString("t.T", source.replace("" + MARK, "")));
  }

  private static List<Diagnostic<? extends JavaFileObject>> findings(Compilation compilation) {
    return compilation.diagnostics().stream().filter(it -> !rule(it).isEmpty()).toList();
  }

  private static List<String> others(Compilation compilation) {
    return compilation.errors().stream()
        .filter(it -> rule(it).isEmpty())
        .map(Object::toString)
        .toList();
  }

  private static String rule(Diagnostic<? extends JavaFileObject> diagnostic) {
    Matcher id = ID.matcher(diagnostic.getMessage(Locale.ROOT));
    return id.find() ? id.group(1) : "";
  }

  private static String text(String members) {
    StringBuilder imports = new StringBuilder("package t;\n" + IMPORTS);
    StringBuilder body = new StringBuilder("abstract class T {\n");
    members
        .lines()
        .forEach(line -> (line.startsWith("import ") ? imports : body).append(line).append('\n'));
    return imports.append(body).append("}\n").toString();
  }

  private static List<String> marks(String marked) {
    List<String> marks = new ArrayList<>();
    List<String> lines = marked.lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      int before = 0;
      String text = lines.get(line);
      for (int at = text.indexOf(MARK); at >= 0; at = text.indexOf(MARK, at + 1)) {
        marks.add((line + 1) + ":" + (at + 1 - before));
        before++;
      }
    }
    return marks;
  }

  private static String numbered(String source) {
    StringBuilder numbered = new StringBuilder();
    List<String> lines = source.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      numbered.append(i + 1).append(": ").append(lines.get(i)).append('\n');
    }
    return numbered.toString();
  }
}
