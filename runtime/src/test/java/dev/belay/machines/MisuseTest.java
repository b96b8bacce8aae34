package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each wrong use gives the error that is specified, and whatever was there before goes on. */
class MisuseTest {

  static Stream<Misuse> all() {
    return Stream.of(
            IteratorMisuses.all(),
            QueueMisuses.all(),
            ScopeMisuses.all(),
            StackMisuses.all(),
            StageMisuses.all())
        .flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("all")
  void whatIsWrongIsSaidAndLosesNothing(Misuse misuse) throws Throwable {
    Misuse.Attempt attempt = misuse.attempt().call();

    assertThatThrownBy(() -> outcome(attempt.misuse().call()))
        .isExactlyInstanceOf(misuse.error())
        .extracting(failure -> String.valueOf(failure.getMessage()))
        .asString()
        .contains(misuse.says());
    attempt.unharmed().run();
  }

  private static void outcome(Object result) throws Throwable {
    if (result instanceof CompletionStage<?> stage) {
      assertThat(stage.toCompletableFuture()).as("answered at once").isDone();
      Object unused = Stages.get(stage);
    }
  }
}
