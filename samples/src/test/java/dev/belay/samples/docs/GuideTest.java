package dev.belay.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever follows docs/guide.md sees what it says. */
class GuideTest {
  @TempDir Path directory;

  @Test
  void everyStepDoesWhatTheGuideSays() throws Exception {
    Walkthrough guide = new Walkthrough("docs/guide.md", directory, Repository.create());

    guide.follow("# Five minutes");

    assertThat(guide.ran())
        .containsExactly("mvn -q compile exec:java", "mvn -q compile exec:java", "mvn -q compile");
  }
}
