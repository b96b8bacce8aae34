package dev.belay.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import dev.belay.processor.ClaimedAnnotations;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine: where it runs, how it is configured, how it is silenced. */
class CheckerTest {
  private static final String LAZY =
      """
      package t;
      class T {
        interface Box { java.util.concurrent.Flow.Publisher<Void> close(); }
        %s
        void f(Box box) { box.close(); }
      }
      """;

  private static Compilation compile(String annotation, String... options) {
    return compile(List.of(new BelayProcessor()), annotation, options);
  }

  private static Compilation compile(
      List<Processor> processors, String annotation, String... options) {
    return Compiler.javac()
        .withProcessors(processors)
        .withOptions((Object[]) options)
        .compile(JavaFileObjects.forSourceString("t.T", LAZY.formatted(annotation)));
  }

  private static List<String> said(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(it -> it.getKind() + " " + it.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
        .toList();
  }

  @Test
  void runsOnCodeWithoutAnAnnotationOfOurs() {
    Compilation compilation = compile("");

    assertThat(said(compilation))
        .containsExactly(
            "ERROR [LazyReleaseNotSubscribed] 'box.close()' releases nothing: its publisher is"
                + " dropped");
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT).lines())
        .contains(
            "  see docs/rules/LazyReleaseNotSubscribed.md; to silence:"
                + " @SuppressWarnings(\"LazyReleaseNotSubscribed\")");
  }

  @ParameterizedTest
  @CsvSource({"error, ERROR", "warning, WARNING", "note, NOTE"})
  void severityIsAnOption(String option, String kind) {
    Compilation compilation = compile("", "-Abelay.rule.LazyReleaseNotSubscribed=" + option);

    assertThat(said(compilation)).singleElement().asString().startsWith(kind + " [LazyRel");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Abelay.rule.LazyReleaseNotSubscribed=off", "-Abelay.rules=off"})
  void rulesCanBeTurnedOff(String option) {
    assertThat(said(compile("", option))).isEmpty();
  }

  @Test
  void whatRestsOnCodeThatWasNotReadIsAWarningUnlessAnOptionSaysOtherwise() {
    String unread =
        "void f(dev.belay.processor.check.rule.Unread box) { box.shutdown(); } "
            + "@SuppressWarnings(\"all\")";

    assertThat(said(compile(List.of(new BelayProcessor()), unread)))
        .singleElement()
        .asString()
        .startsWith("WARNING [LazyRel");
    assertThat(
            said(
                compile(
                    List.of(new BelayProcessor()),
                    unread,
                    "-Abelay.rule.LazyReleaseNotSubscribed=error")))
        .singleElement()
        .asString()
        .startsWith("ERROR [LazyRel");
  }

  @Test
  void guessesAreReportedWhereTheyAreAskedFor() {
    String guess =
        "interface Own { java.util.concurrent.CompletionStage<Void> closeAsync(); } "
            + "void f(Own own) { own.closeAsync(); System.out.println(); } @SuppressWarnings(\"all\")";

    assertThat(said(compile(guess))).isEmpty();
    assertThat(said(compile(guess, "-Abelay.guesses=on")))
        .singleElement()
        .asString()
        .startsWith("WARNING [DroppedRelease");
    assertThat(said(compile(guess, "-Abelay.guesses=on", "-Abelay.rule.DroppedRelease=off")))
        .isEmpty();
  }

  @Test
  void allOffWinsOverOne() {
    assertThat(
            said(compile("", "-Abelay.rules=off", "-Abelay.rule.LazyReleaseNotSubscribed=error")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-Abelay.rule.NoSuchRule=off",
        "-Abelay.rule.LazyReleaseNotSubscribed=loud",
        "-Abelay.rule.LazyReleaseNotSubscribed",
        "-Abelay.rules=maybe",
        "-Abelay.guesses=many",
        "-Abelay.guesses"
      })
  void aBadOptionIsOneError(String option) {
    Compilation compilation = compile("", option);

    assertThat(said(compilation))
        .filteredOn(it -> !it.contains("not recognized by any processor")) // javac's, of a name
        .singleElement()
        .asString()
        .startsWith("ERROR [BadOption] " + option.replaceFirst("=.*", ""));
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT)).contains("instead: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "@SuppressWarnings(\"LazyReleaseNotSubscribed\")",
        "@SuppressWarnings({\"unused\", \"LazyReleaseNotSubscribed\"})",
        "static final String NAME = \"LazyReleaseNotSubscribed\"; @SuppressWarnings(NAME)",
        "@SuppressWarnings(\"all\")"
      })
  void anAnnotationSilences(String annotation) {
    assertThat(said(compile(annotation))).isEmpty();
  }

  @Test
  void anotherNameDoesNot() {
    assertThat(said(compile("@SuppressWarnings(\"unused\")"))).hasSize(1);
  }

  @Test
  void annotationsOfOthersStayUnclaimedAndOursDoNot() {
    List<Processor> processors = List.of(new BelayProcessor(), new ClaimedAnnotations());
    String annotated = "@interface Other {} @Other @dev.belay.AsyncMethod void g() {}";

    assertThat(said(compile(processors, annotated, "-Xlint:processing", "-Abelay.rules=off")))
        .anyMatch(it -> it.contains("No processor claimed") && it.contains("t.T.Other"))
        .noneMatch(it -> it.contains("dev.belay"));
  }

  @Test
  void generatedCodeIsLeftToItsGenerator() {
    assertThat(
            said(
                compile(
                    "@interface Generated {} @Generated static class G { void f(Box box) { box.close(); } } @SuppressWarnings(\"all\")")))
        .isEmpty();
  }

  /** The order matters: once all annotations are claimed, javac starts no further processor. */
  @Test
  void theClaimingProcessorComesLast() {
    assertThat(ServiceLoader.load(Processor.class))
        .extracting(Object::getClass)
        .filteredOn(it -> it.getName().startsWith("dev.belay."))
        .containsExactly(BelayProcessor.class, ClaimedAnnotations.class);
  }
}
