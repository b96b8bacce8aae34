package dev.belay.maven;

import static dev.belay.maven.Snippets.CLEAN;
import static dev.belay.maven.Snippets.RELEASE;
import static dev.belay.maven.Snippets.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ends a build and what does not. */
class OutcomesIT {
  private static final String ERRORS =
      """
      <profiles><profile><id>strict</id><build><plugins><plugin>
        <groupId>dev.belay</groupId><artifactId>belay-maven-plugin</artifactId>
        <configuration>
          <rules><BlockingCallInCallback>error</BlockingCallInCallback></rules>
        </configuration>
      </plugin></plugins></build></profile></profiles>
      """;

  @TempDir Path directory;

  private Sample sample(String rest) {
    return new Sample(directory.resolve("project")).withPom(RELEASE, rest);
  }

  @Test
  void anErrorFails() {
    Sample sample = sample(ERRORS).with("src/main/java/Careless.java", WARNING);

    Sample.Run run = sample.belay("check", "-Pstrict");

    assertThat(run.output())
        .contains("error: [BlockingCallInCallback]", "Belay: 1 error; findings fail the build");
    assertThat(run.exit()).isNotZero();
  }

  @Test
  void aWarningFailsWhereItIsToldTo() {
    Sample sample = sample("").with("src/main/java/Careless.java", WARNING);

    Sample.Run run = sample.belay("check", "-Dbelay.failOn=warning");

    assertThat(run.output()).contains("Belay: 1 warning; findings fail the build");
    assertThat(run.exit()).isNotZero();
  }

  @Test
  void aWordThatIsNoLevelIsRefusedBeforeAnythingIsChecked() {
    Sample sample = sample("").with("src/main/java/Plain.java", CLEAN);

    Sample.Run run = sample.belay("check", "-Dbelay.failOn=fatal");

    assertThat(run.output())
        .contains("belay.failOn is \"fatal\"; write error, warning, note or never instead")
        .doesNotContain("main sources, 1 file");
    assertThat(run.exit()).isNotZero();
  }

  @Test
  void ofBrokenSourceWhatCanBeReadIsChecked() {
    Sample sample =
        sample("")
            .with("src/main/java/Careless.java", WARNING)
            .with("src/main/java/Broken.java", "class Broken { Missing field; }")
            .with("src/test/java/Plain.java", CLEAN);

    Sample.Run run = sample.belay("check", "-Dmaven.compiler.failOnError=false");

    assertThat(run.output())
        .contains(
            "[BlockingCallInCallback]",
            "main sources: javac reports 1 error; only what it could read has been checked",
            "test sources: not checked, since the main sources do not compile",
            "Belay: not everything could be checked");
    assertThat(run.exit()).isNotZero();
  }

  @Test
  void reportWritesFilesAndFailsNothing() throws IOException {
    Sample sample = sample(ERRORS).with("src/main/java/Careless.java", WARNING);

    Sample.Run run = sample.belay("report", "-Pstrict");

    Path reports = sample.directory().resolve("target/belay");
    assertThat(run.output()).contains("error: [BlockingCallInCallback]", "Belay: reports in");
    assertThat(run.exit()).isZero();
    assertThat(Files.readString(reports.resolve("classes.sarif")))
        .contains("\"BlockingCallInCallback\"", "src/main/java/Careless.java");
    assertThat(Files.readString(reports.resolve("classes.html")))
        .contains("BlockingCallInCallback");
  }
}
