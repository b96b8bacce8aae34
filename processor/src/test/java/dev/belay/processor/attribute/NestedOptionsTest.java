package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nested compiler sees the language and the platform that the outer one sees. */
class NestedOptionsTest {
  private static final int RUNNING = Runtime.version().feature();

  /** Calls a method that is new in 21, and one that is as old as Java. */
  private static final String CALLS_NEW_METHOD =
      "class Use { void body() { var old = \"\".length(); var recent ="
          + " \"\".splitWithDelimiters(\"\", 1); } }";

  @TempDir Path directory;

  private final Bodies bodies = new Bodies();

  private Compilation compilation(String text) {
    return new Compilation(directory)
        .processor(AttributingProcessor.of("Use", bodies))
        .source("Use.java", text);
  }

  @Test
  void release() {
    assumeTrue(RUNNING >= 21);

    compilation(CALLS_NEW_METHOD).options("--release", "17").problems();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).singleElement().asString().contains("splitWithDelimiters");
    assertThat(bodies.variables()).containsEntry("old", "int");
  }

  @Test
  void sourceWithoutRelease() {
    assumeTrue(RUNNING >= 21);

    compilation(CALLS_NEW_METHOD).options("-source", "17", "-target", "17").compiled();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("recent", "java.lang.String[]");
  }

  @Test
  void releaseOfTheRunningPlatform() {
    compilation("class Use { void body() { var old = \"\".length(); } }")
        .options("--release", Integer.toString(RUNNING))
        .compiled();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
  }

  @Test
  void preview() {
    // A preview feature in both: patterns in switch (17), primitive types in patterns (25).
    String text =
        RUNNING < 21
            ? "class Use { int body(Object o) { return switch (o) { case String s -> 1; default ->"
                + " 2; }; } }"
            : "class Use { boolean body(int i) { return i instanceof byte b; } }";
    assumeTrue(RUNNING == 17 || RUNNING >= 23);

    compilation(text)
        .options("--enable-preview", "--release", Integer.toString(RUNNING))
        .compiled();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
  }

  @Test
  void incubatorModules() {
    compilation(
            "class Use { void body() { var species = jdk.incubator.vector.IntVector.SPECIES_MAX; }"
                + " }")
        .options("--add-modules", "jdk.incubator.vector")
        .problems();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
  }

  @Test
  void packagesThatTheBuildExports() {
    compilation("import sun.nio.ch.IOStatus; class Use { void body() { var eof = IOStatus.EOF; } }")
        .options("--add-exports", "java.base/sun.nio.ch=ALL-UNNAMED")
        .problems();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("eof", "int");
  }

  @Test
  void classFilesOfThisReleaseAreReadWhateverTheSource() {
    Path library =
        new Compilation(directory.resolve("library"))
            .source(
                "lib/Box.java", "package lib; public class Box { public int size() { return 0; } }")
            .compiled();
    compilation("class Use { void body() { var size = new lib.Box().size(); } }")
        .options("-source", "17", "-target", "17")
        .classPath(library)
        .problems();

    assertThat(bodies.errors()).isEmpty();
  }

  @Test
  void beforeModules() {
    assumeTrue(RUNNING < 27);

    compilation("class Use { void body() { } }").options("-source", "8", "-target", "8").problems();

    assertThat(bodies.failure()).contains("Java 9");
  }
}
