package dev.belay.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.BelayProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What build tools read of the processor before they run it. */
class DescriptorsTest {
  private final Path classes;

  DescriptorsTest() throws Exception {
    classes =
        Path.of(BelayProcessor.class.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  /** Two, since one processor claims all that it is asked about, or nothing. */
  @Test
  void javacFindsTheProcessors() throws Exception {
    Path services = classes.resolve("META-INF/services/javax.annotation.processing.Processor");

    assertThat(Files.readAllLines(services))
        .containsExactly(BelayProcessor.class.getName(), "dev.belay.processor.ClaimedAnnotations");
  }

  /** It reads bodies, and with them anything they mention (decision 0005). */
  @Test
  void gradleIsNotToldThatItIsIncremental() {
    assertThat(classes.resolve("META-INF/gradle/incremental.annotation.processors")).doesNotExist();
  }
}
