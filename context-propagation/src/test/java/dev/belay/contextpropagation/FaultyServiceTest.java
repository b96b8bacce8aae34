package dev.belay.contextpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Of two services one fails, and the other does its work. */
class FaultyServiceTest {
  private final Seen seen = new Seen();
  private final CompletableFuture<Integer> first = new CompletableFuture<>();

  @BeforeEach
  void register() {
    ContextRegistry.getInstance().registerThreadLocalAccessor("request", Seen.REQUEST);
    Seen.REQUEST.set("mine");
  }

  @AfterEach
  void unregister() {
    ContextRegistry.getInstance().removeThreadLocalAccessor("request");
    Seen.REQUEST.remove();
  }

  @ParameterizedTest
  @EnumSource(Faulty.Place.class)
  void H27_H26_whatAServiceThrowsDoesNotConcernTheBody(Faulty.Place place) {
    try (Threads threads = new Threads()) {
      Faulty.failAt(place);
      CompletableFuture<Integer> value = BodiesAsync.inner(seen, first);

      threads.on("A", () -> first.complete(1));

      assertThat(value).isCompletedWithValue(1);
      assertThat(seen.all()).containsExactly("inner: mine on thread A");
      assertThat(Faulty.told()).containsExactly("fails at " + place);
    }
  }
}
