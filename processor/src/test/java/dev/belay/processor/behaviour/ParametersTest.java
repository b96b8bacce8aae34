package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.behaviour.harness.Compiler;
import dev.belay.processor.behaviour.harness.Source;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters are variables of the run, and arrays are shared with the caller. */
class ParametersTest {
  private static final Source SOURCE =
      Source.of(
          "Given",
          """
          final class Given {
            @AsyncMethod
            static int changing(
                int number, int[] cells, CompletionStage<Integer> stage, String... texts) {
              number += await(stage);
              cells[0] = number;
              cells = new int[] {100};
              texts[1] = "text " + await(stage);
              return number + cells[0];
            }
          }
          """);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void B39_aParameterIsAVariableOfTheRun(boolean later) throws Exception {
    Method companion =
        Compiler.machines(List.of(SOURCE))
            .load()
            .loadClass("cases.GivenAsync")
            .getDeclaredMethod(
                "changing", int.class, int[].class, CompletionStage.class, String[].class);
    companion.setAccessible(true);
    CompletableFuture<Integer> stage = new CompletableFuture<>();
    if (!later) {
      stage.complete(2);
    }
    int[] cells = {1, 2};
    String[] texts = {"a", "b"};

    CompletableFuture<?> result =
        (CompletableFuture<?>) companion.invoke(null, 5, cells, stage, texts);
    stage.complete(2);

    assertThat(result.join()).isEqualTo(107);
    assertThat(cells).containsExactly(7, 2);
    assertThat(texts).containsExactly("a", "text 2");
  }
}
