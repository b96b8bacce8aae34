package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attribution leaves the outer compilation as it would be without. */
class ReferencedPackagesTest {
  private static final String USE =
      "package app; class Use { void body() { var used = new lib.Used(); } }";

  @TempDir Path directory;

  private final Bodies bodies = new Bodies();

  private Compilation compilation() {
    return new Compilation(directory.resolve("main"))
        .processor(AttributingProcessor.of("app.Use", bodies))
        .source("app/Use.java", USE);
  }

  @Test
  void noWarningsAboutClassesThatNothingUses() throws IOException {
    Path library =
        new Compilation(directory.resolve("library"))
            .source("anno/When.java", "package anno; public enum When { NOW }")
            .source(
                "anno/Mark.java",
                """
                package anno;
                import java.lang.annotation.*;
                @Retention(RetentionPolicy.RUNTIME)
                public @interface Mark { When when(); }
                """)
            .source("lib/Used.java", "package lib; public class Used {}")
            .source(
                "lib/Unused.java",
                "package lib; public class Unused { @anno.Mark(when = anno.When.NOW) public int i;"
                    + " }")
            .compiled();
    Files.delete(library.resolve("anno/When.class"));

    compilation().classPath(library).options("-Xlint:all,-processing", "-Werror").compiled();

    assertThat(bodies.variables()).containsEntry("used", "lib.Used");
  }

  @Test
  void sourcesThatNothingUsesAreNotCompiled() {
    Path lost = directory.resolve("lost");
    new Compilation(lost)
        .source("lib/Used.java", "package lib; public class Used {}")
        .source("lib/Unused.java", "package lib; public class Unused extends Missing {}")
        .source("app/Unused.java", "package app; public class Unused extends Missing {}");

    Path output = compilation().classPath(lost.resolve("src")).compiled();

    assertThat(bodies.variables()).containsEntry("used", "lib.Used");
    assertThat(output.resolve("lib/Unused.class")).doesNotExist();
  }
}
