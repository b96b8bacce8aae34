package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * When an operand of a concatenation becomes a string (C27). Not a case that is compared with Java:
 * javac made strings too late before version 19. The left side of {@code +=} it has always made one
 * in time.
 */
class ConcatenationTest {
  private static final Source SOURCE =
      Source.of(
          "Joining",
          """
          final class Joining {
            @AsyncMethod
            static String joined(StringBuilder text, CompletionStage<String> stage) {
              return "<" + text + await(stage) + text + ">";
            }

            @AsyncMethod
            static String first(StringBuilder text, CompletionStage<String> stage) {
              return "<" + (text + await(stage)) + text + ">";
            }

            private Object all;
            private static CharSequence some;

            @AsyncMethod
            static Object variable(StringBuilder text, CompletionStage<String> stage) {
              Object joined = text;
              joined += await(stage) + text + ">";
              return "<" + joined;
            }

            @AsyncMethod
            static Object element(StringBuilder text, CompletionStage<String> stage) {
              CharSequence[] joined = {text};
              return "<" + (joined[0] += await(stage) + text + ">");
            }

            @AsyncMethod
            static Object field(StringBuilder text, CompletionStage<String> stage) {
              some = text;
              some += await(stage) + text + ">";
              return "<" + some;
            }

            @AsyncMethod
            static Object fieldOfAComputedObject(StringBuilder text, CompletionStage<String> stage) {
              Joining one = new Joining();
              one.all = text;
              one.me().all += await(stage) + text + ">";
              return "<" + one.all;
            }

            private Joining me() {
              return this;
            }
          }
          """);

  private static Class<?> companion;

  @BeforeAll
  static void compile() throws ReflectiveOperationException {
    companion = Compiler.machines(List.of(SOURCE)).load().loadClass("cases.JoiningAsync");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"joined", "first", "variable", "element", "field", "fieldOfAComputedObject"})
  void C27_anOperandBecomesAStringWhenItIsEvaluated(String method)
      throws ReflectiveOperationException {
    Method joined = companion.getDeclaredMethod(method, StringBuilder.class, CompletionStage.class);
    joined.setAccessible(true);
    StringBuilder builder = new StringBuilder("a");
    CompletableFuture<String> stage = new CompletableFuture<>();

    CompletableFuture<?> outcome = (CompletableFuture<?>) joined.invoke(null, builder, stage);
    builder.append("b");
    stage.complete("c");

    assertThat(outcome.join()).isEqualTo("<acab>");
  }
}
