package dev.belay.faults;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What is wrong is found: subjects that make each mistake that the harness looks for. */
class HarnessTest {

  @Test
  void aResourceThatIsNeverReleased() {
    assertFound(
        Injection.NONE, world -> world.stage("open", world::acquire), "releases of each resource");
  }

  @Test
  void aResourceThatIsReleasedTwice() {
    assertFound(
        Injection.NONE,
        world ->
            world
                .stage("open", world::acquire)
                .thenCompose(r -> world.release("r", r).thenCompose(x -> world.release("r", r))),
        "releases of each resource");
  }

  @Test
  void aFailureThatIsSwallowed() {
    assertFound(
        new Injection(0, Fault.FAILS),
        world -> world.stage("work", () -> 1).exceptionally(failure -> 0),
        "deliveries of the injected failure");
  }

  @Test
  void aFailureThatIsReplaced() {
    assertFound(
        new Injection(0, Fault.FAILS),
        world ->
            world
                .stage("work", () -> 1)
                .handle(
                    (value, failure) -> {
                      throw new IllegalArgumentException();
                    }),
        "deliveries of the injected failure");
  }

  @Test
  void aStageThatStaysPending() {
    assertFound(Injection.NONE, world -> new CompletableFuture<>(), "stages that were handed out");
  }

  private static void assertFound(
      Injection injection, Function<World, CompletionStage<?>> subject, String finding) {
    World world = new World(Conduct.LATER, injection);
    Exercise exercise = new Waiting(subject.apply(world).toCompletableFuture());

    assertThatThrownBy(() -> world.run(exercise))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(finding);
  }
}
