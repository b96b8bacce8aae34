package dev.belay.contextpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterator;
import io.micrometer.context.ContextRegistry;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The service is installed, since it is on the class path; nothing here names it. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class MicrometerThreadContextTest {
  private static final String KEY = "request";

  private final Seen seen = new Seen();
  private final CompletableFuture<Integer> first = new CompletableFuture<>();
  private final CompletableFuture<Integer> second = new CompletableFuture<>();

  @BeforeAll
  static void register() {
    ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, Seen.REQUEST);
  }

  @AfterAll
  static void unregister() {
    ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
  }

  @BeforeEach
  void request() {
    Seen.REQUEST.set("mine");
  }

  @AfterEach
  void noRequest() {
    Seen.REQUEST.remove();
  }

  @Test
  void H27_aBodySeesTheThreadLocalsOfItsCallerOnEveryThread() {
    try (Threads threads = new Threads()) {
      CompletableFuture<Integer> sum = BodiesAsync.twice(seen, first, second);
      Seen.REQUEST.set("the caller's next");

      threads.on("A", () -> first.complete(1));
      threads.on("B", () -> second.complete(2));

      assertThat(sum).isCompletedWithValue(3);
      assertThat(seen.all())
          .containsExactly(
              "start: mine",
              "after the first: mine on thread A",
              "after the second: mine on thread B");
    }
  }

  @Test
  void H27_aStageOfUnknownConductIsNoDifferent() {
    try (Threads threads = new Threads()) {
      CompletableFuture<Integer> sum =
          BodiesAsync.twice(seen, first.minimalCompletionStage(), second.minimalCompletionStage());

      threads.on("A", () -> first.complete(1));
      threads.on("A", () -> second.complete(2));

      assertThat(sum).isCompletedWithValue(3);
      assertThat(seen.all())
          .endsWith("after the first: mine on thread A", "after the second: mine on thread A");
    }
  }

  @Test
  void H27_whatTheBodyHasSetStays() {
    try (Threads threads = new Threads()) {
      CompletableFuture<?> done = BodiesAsync.sets(seen, first);

      threads.on("A", () -> first.complete(1));

      assertThat(done).isCompleted();
      assertThat(seen.all()).containsExactly("after: set in the body on thread A");
    }
  }

  @Test
  void H27_aBodyWithoutAValueFindsNone() {
    Seen.REQUEST.remove();
    try (Threads threads = new Threads()) {
      CompletableFuture<Integer> sum = BodiesAsync.twice(seen, first, second);

      threads.on("A", () -> first.complete(1));
      threads.on("B", () -> second.complete(2));

      assertThat(sum).isCompletedWithValue(3);
      assertThat(seen.all())
          .endsWith("after the first: null on thread A", "after the second: null on thread B");
    }
  }

  @Test
  void H27_bodiesThatAwaitEachOtherHaveEachTheirOwn() {
    try (Threads threads = new Threads()) {
      Seen.REQUEST.set("inner's");
      CompletableFuture<Integer> inner = BodiesAsync.inner(seen, first);
      Seen.REQUEST.set("outer's");
      CompletableFuture<?> outer = BodiesAsync.outer(seen, inner);

      threads.on("A", () -> first.complete(1));

      assertThat(outer).isCompleted();
      assertThat(seen.all())
          .containsExactly("inner: inner's on thread A", "outer: outer's on thread A");
    }
  }

  @Test
  void H27_whatACancelUnwindsIsStillTheBodys() {
    try (Threads threads = new Threads()) {
      CompletableFuture<?> body = BodiesAsync.cleansUp(seen, first);

      threads.on("A", () -> body.cancel(false));

      assertThat(body).isCompletedExceptionally();
      assertThat(body.handle((value, failure) -> failure).join())
          .isInstanceOf(CancellationException.class);
      assertThat(seen.all()).containsExactly("finally: mine on thread A");
    }
  }

  @Test
  void H27_H11_alsoWhereTheBodyMovesTo() throws Exception {
    try (Threads threads = new Threads()) {
      BodiesAsync.moves(seen, threads.executor("A")).get(1, TimeUnit.MINUTES);

      assertThat(seen.all()).containsExactly("moved: mine on thread A");
    }
  }

  @Test
  void H27_generatorsOperatorsAndResourcesBelongToTheBodyThatUsesThem() {
    try (Threads threads = new Threads()) {
      CompletableFuture<Integer> open = new CompletableFuture<>();
      CompletableFuture<Integer> sum = BodiesAsync.consumes(seen, open, List.of(first, second));

      threads.on("A", () -> open.complete(1));
      threads.on("B", () -> first.complete(2));
      threads.on("A", () -> second.complete(3));

      assertThat(sum).isCompletedWithValue(6);
      assertThat(seen.all())
          .containsExactly(
              "open: mine on thread A",
              "generator: mine on thread B",
              "operator: mine on thread B",
              "generator: mine on thread A",
              "operator: mine on thread A",
              "close: mine on thread A");
    }
  }

  /** Each request for an element is one of its own, with what its thread has. */
  @Test
  void H27_aGeneratorHasTheThreadLocalsOfWhoAsks() {
    try (Threads threads = new Threads()) {
      AsyncIterator<Integer> numbers = BodiesAsync.all(seen, List.of(first, second)).iterator();
      try {
        var one = numbers.advance();
        threads.on("A", () -> first.complete(1));
        assertThat(one.toCompletableFuture()).isCompletedWithValue(true);
        Seen.REQUEST.set("the second");
        var two = numbers.advance();
        threads.on("A", () -> second.complete(2));

        assertThat(two.toCompletableFuture()).isCompletedWithValue(true);
      } finally {
        assertThat(numbers.closeAsync().toCompletableFuture()).isCompleted();
      }
      assertThat(seen.all())
          .containsExactly("generator: mine on thread A", "generator: the second on thread A");
    }
  }
}
