package dev.belay.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One run of javac, without a project around it. */
class JavacTest {
  @TempDir Path directory;
  private final List<Integer> progress = new ArrayList<>();

  private Findings run(String text, String... options) throws Exception {
    Path file = Files.writeString(directory.resolve("Some.java"), text);
    return Javac.run(
        new SourceSet(SourceSet.Kind.MAIN, List.of(file), List.of()),
        List.of(options),
        StandardCharsets.UTF_8,
        directory.resolve("belay"),
        progress::add);
  }

  @Test
  void aLongRunSaysHowFarItIs() throws Exception {
    String classes =
        IntStream.range(0, 1_200)
            .mapToObj(number -> "class Some" + number + " {}\n")
            .collect(Collectors.joining());

    Findings findings = run(classes, "-proc:none");

    assertThat(findings.broken()).isEmpty();
    assertThat(progress).containsExactly(500, 1000);
  }

  @Test
  void noClassesAreWritten() throws Exception {
    Findings findings = run("class Some {}", "-proc:none");

    assertThat(findings).isEqualTo(new Findings(List.of(), List.of(), List.of()));
    try (var files = Files.walk(directory)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(1);
    }
  }

  @Test
  void errorsOfJavacAreNoFindings() throws Exception {
    Findings findings = run("class Some { Missing missing; }", "-proc:none");

    assertThat(findings.found()).isEmpty();
    assertThat(findings.broken()).singleElement().asString().contains("cannot find symbol");
  }

  @Test
  void anOptionThatIsNotTakenIsSaid() {
    assertThatThrownBy(() -> run("class Some {}", "--no-such-option"))
        .isInstanceOf(Javac.CannotRun.class)
        .hasMessageContaining("--no-such-option");
  }
}
