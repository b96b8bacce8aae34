package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bodies that Belay cannot compile, where javac has no reason, or no chance, to say so. */
class SilentErrorsTest {
  private static final String BODY =
      "class T { @AsyncMethod static void m(CompletionStage<?> s) { await(s);\n Missing a = null; } }";

  @TempDir Path directory;

  @Test
  void bodiesThatJavacNeverLooksAt() {
    assertThat(new Build(directory).type("t.T", BODY).options("-proc:only").run().errors())
        .singleElement()
        .asString()
        .contains("T.java:7: error: [UnresolvedType]", "class Missing");
  }

  @Test
  void anErrorThatNoRoundCures() {
    String body =
        "class T { @AsyncMethod static void m(CompletionStage<?> s) {\n int i = await(s); } }";
    assertThat(new Build(directory).type("t.T", body).options("-proc:only").run().errors())
        .singleElement()
        .asString()
        .contains("[TreeChanged] the source of 'm' does not compile");
  }

  @Test
  void aWarningOfTheLastRoundThatIsAnError() {
    assertThat(new Build(directory).type("t.T", BODY).options("-Werror").run().errors())
        .anySatisfy(
            error ->
                assertThat(error).contains("T.java:7: error: [UnresolvedType]", "class Missing"));
  }

  @Test
  void javacsOwnReportIsEnough() {
    assertThat(new Build(directory).type("t.T", BODY).run().errors())
        .singleElement()
        .asString()
        .contains("T.java:7: error: cannot find symbol");
  }

  @Test
  void anImportThatFailsIsEnough() {
    assertThat(
            new Build(directory)
                .type("t.T", "import t.Missing;\n" + BODY)
                .options("-proc:only")
                .run()
                .errors())
        .noneMatch(error -> error.contains("UnresolvedType"));
  }
}
