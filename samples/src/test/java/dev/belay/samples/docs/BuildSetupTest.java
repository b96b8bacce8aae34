package dev.belay.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.io.TempDir;

/** The set-ups of docs/build-setup.md that are said to be tried. */
class BuildSetupTest {
  @TempDir Path directory;

  @Test
  void mavenCompilesWithoutAWarningAndAnewAfterAChange() throws Exception {
    assertThat(ran("## Maven")).isEqualTo(3);
  }

  @Test
  @EnabledForJreRange(minVersion = 23)
  void aProcessorOnTheClassPathIsNotRun() throws Exception {
    assertThat(ran("## If the processor does not run")).isEqualTo(1);
  }

  @Test
  void gradleCompilesChecksAndCompilesAnewAfterAChange(@TempDir Path home) throws Exception {
    Optional<Path> installed = Gradle.installed();
    assumeTrue(installed.isPresent(), "skipped: no gradle on the path (Debian: gradle)");
    Gradle gradle = new Gradle(installed.get(), home, Repository.create());
    try {
      assertThat(ran("## Gradle")).isEqualTo(3);
    } finally {
      gradle.stop();
    }
  }

  private int ran(String heading) throws Exception {
    Walkthrough page = new Walkthrough("docs/build-setup.md", directory, Repository.create());
    page.follow(heading);
    return page.ran().size();
  }
}
