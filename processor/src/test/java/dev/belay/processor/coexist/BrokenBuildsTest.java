package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Builds that are put together wrongly are told so, once. */
class BrokenBuildsTest {
  private static final String TEMPLATE =
      "class T { @AsyncMethod static int m(CompletionStage<Integer> s) { return await(s); } }";

  @TempDir Path directory;

  private Build build() {
    return new Build(directory.resolve("build"));
  }

  private static void only(Build.Outcome outcome, String... parts) {
    assertThat(outcome.errors()).singleElement().asString().contains(parts);
    assertThat(outcome.console()).isEmpty();
  }

  @Test
  void theCompanionIsAClassOfTheUsers() {
    only(
        build().type("t.T", TEMPLATE).type("t.TAsync", "class TAsync { int mine; }").run(),
        "T.java:6: error: [CompanionNotWritten] the class 't.TAsync'",
        "exists already");
  }

  @Test
  void theScopeIsAClassOfTheUsers() {
    only(
        build()
            .type(
                "t.R",
                "@AsyncResource class R { void open() {} void close(Throwable failure) {} }\n"
                    + "class RScope {}")
            .run(),
        "R.java:6: error: [CompanionNotWritten] the class 't.RScope'");
  }

  @Test
  void twoCompanionsOfOneName() {
    only(
        build()
            .type("t.A", "class A { static class B { @AsyncMethod static void m() {} } }")
            .type("t.A_B", "class A_B { @AsyncMethod static void n() {} }")
            .run(),
        "[CompanionNotWritten] the class 't.A_BAsync'");
  }

  @Test
  void noRuntime() {
    Build.Outcome outcome = build().type("t.T", TEMPLATE).withoutClassPath().run();

    assertThat(outcome.errors())
        .isNotEmpty()
        .allSatisfy(error -> assertThat(error).contains("T.java").doesNotContain("["));
    assertThat(outcome.console()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-Xlint:-options", "-Xplugin:Belay"})
  void noRuntimeOnTheProcessorPath(String option) {
    List<Path> alone = Jars.belay().stream().filter(jar -> !jar.equals(Jars.RUNTIME)).toList();
    Tool processor = new Tool(Tool.BELAY.names(), alone);

    Build.Outcome outcome =
        build().tools(List.of(processor)).options(option).type("t.T", TEMPLATE).run();

    assertThat(outcome.errors()).isNotEmpty();
    assertThat(outcome.errors()).anyMatch(error -> error.contains("[RuntimeNotFound]"));
    assertThat(outcome.errors())
        .allMatch(error -> error.contains("[RuntimeNotFound]") || error.contains("TAsync"));
    assertThat(outcome.console()).isEmpty();
  }

  @Test
  void theRuntimeOfAnotherVersion() throws IOException {
    Path other = runtime("public static final int VERSION = -1;");

    only(
        build().withoutClassPath().classPath(other, Jars.JSPECIFY).type("t.T", TEMPLATE).run(),
        "[RuntimeVersion]",
        "the runtime -1");
  }

  @Test
  void aRuntimeThatKnowsOfNoVersions() throws IOException {
    only(
        build()
            .withoutClassPath()
            .classPath(runtime(""), Jars.JSPECIFY)
            .type("t.T", TEMPLATE)
            .run(),
        "[RuntimeVersion]",
        "the runtime none");
  }

  /** A runtime that has what templates mention, and another protocol. */
  private Path runtime(String members) {
    Build.Outcome built =
        new Build(directory.resolve("runtime"))
            .tools(List.of())
            .file(
                "dev/belay/AsyncMethod.java", "package dev.belay; public @interface AsyncMethod {}")
            .file(
                "dev/belay/Async.java",
                "package dev.belay; public class Async { public static <T> T"
                    + " await(java.util.concurrent.CompletionStage<T> s) { return null; } }")
            .file(
                "dev/belay/internal/Protocol.java",
                "package dev.belay.internal; public class Protocol { " + members + " }")
            .withoutClassPath()
            .run();
    assertThat(built.problems()).isEmpty();
    return built.classes();
  }

  @Test
  void aRuleThatCannotBeLoaded() throws IOException {
    Path rules = directory.resolve("rules");
    Path services = rules.resolve("META-INF/services/dev.belay.processor.check.spi.Rule");
    Files.createDirectories(services.getParent());
    Files.writeString(services, "no.such.Rule\n");
    Tool withRule =
        new Tool(
            Tool.BELAY.names(), Stream.concat(Jars.belay().stream(), Stream.of(rules)).toList());

    Build.Outcome outcome = build().tools(List.of(withRule)).type("t.T", TEMPLATE).run();

    assertThat(outcome.succeeded()).isTrue();
    assertThat(outcome.problems())
        .singleElement()
        .asString()
        .contains("warning: [RuleNotLoaded]", "no.such.Rule");
  }

  @Test
  void aSourceThatCannotBeReadAgain() {
    Flaky flaky =
        new Flaky(
            directory,
            "t/T.java",
            "package t; "
                + TEMPLATE
                    .replace("@A", "@dev.belay.A")
                    .replace("Completion", "java.util.concurrent.Completion")
                    .replace("await(", "dev.belay.Async.await("));
    int reads = 0;
    List<String> errors;
    do {
      errors = flaky.compiled(++reads);
      assertThat(errors)
          .allSatisfy(error -> assertThat(error).contains("[").doesNotContain("\tat "));
    } while (!errors.isEmpty() && reads < 20);

    // Read in full, it compiles; before that, each failure was one report.
    assertThat(errors).isEmpty();
    assertThat(flaky.ids()).contains("InternalFault", "NestedCompilation");
  }
}
