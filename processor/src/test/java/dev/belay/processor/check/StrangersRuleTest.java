package dev.belay.processor.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import org.junit.jupiter.api.Test;

/** Rules of others take part like ours, and cannot break a compilation. */
class StrangersRuleTest {
  private static Compilation compile(String body, String... options) {
    String source =
        """
        class T {
          void strangersRuleFinds() {}
          void strangersRuleThrows() {}
        %s
        }
        """;
    return Compiler.javac()
        .withProcessors(new BelayProcessor())
        .withOptions((Object[]) options)
        .compile(JavaFileObjects.forSourceString("T", source.formatted(body)));
  }

  @Test
  void takesPart() {
    assertThat(Said.by(compile("void f() { strangersRuleFinds(); }")))
        .containsExactly("WARNING 4 [StrangersRule] what");
  }

  @Test
  void hasOptionsAndIsSilencedLikeOurs() {
    assertThat(
            Said.by(
                compile("void f() { strangersRuleFinds(); }", "-Abelay.rule.StrangersRule=off")))
        .isEmpty();
    assertThat(
            Said.by(
                compile("@SuppressWarnings(\"StrangersRule\") void f() { strangersRuleFinds(); }")))
        .isEmpty();
  }

  @Test
  void aFaultIsOneWarningAndTheCompilationGoesOn() {
    Compilation compilation =
        compile(
            """
            void f() { strangersRuleThrows(); strangersRuleThrows(); }
            interface Box { java.util.concurrent.Flow.Publisher<Void> close(); }
            void g(Box box) { box.close(); }
            """,
            "-Abelay.rule.LazyReleaseNotSubscribed=warning");

    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    assertThat(Said.by(compilation))
        .containsExactlyInAnyOrder(
            "WARNING 4 [RuleFault] the rule StrangersRule failed here",
            "WARNING 6 [LazyReleaseNotSubscribed] 'box.close()' releases nothing: its publisher is"
                + " dropped");
  }
}
