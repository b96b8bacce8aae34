package dev.belay.reactivestreams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;

/** A resource that a publisher brings is given back once, whenever it comes. */
class ScopeTest {
  private static final int ROUNDS = 2_000;

  private final List<String> closed = new CopyOnWriteArrayList<>();

  private AsyncScope<String> scope(Source source) {
    return Publishers.scope(() -> source, this::close);
  }

  private Publisher<String> close(String resource) {
    closed.add(resource);
    return Publishers.publisher(dev.belay.AsyncIterable.empty());
  }

  @Test
  void isGivenBackAfterUse() {
    Source source = new Source();
    CompletableFuture<Integer> used =
        scope(source)
            .use(
                resource -> {
                  assertThat(closed).isEmpty();
                  return CompletableFuture.completedFuture(resource.length());
                });
    source.emit("connection");

    assertThat(used).isCompletedWithValue("connection".length());
    assertThat(closed).containsExactly("connection");
  }

  @Test
  void whatComesAfterACancelIsGivenBack() {
    Source source = new Source();
    CompletableFuture<Opened<String>> open = scope(source).open();

    open.cancel(true);
    assertThat(source.isCancelled()).isTrue();
    assertThat(open).isCancelled();
    source.emit("late");
    source.emit("hostile");

    assertThat(closed).containsExactly("late");
  }

  @Test
  void whatComesDuringTheCancelIsGivenBack() {
    CompletableFuture<Source> self = new CompletableFuture<>();
    Source source = new Source(() -> self.join().emit("just now"));
    self.complete(source);
    CompletableFuture<Opened<String>> open = scope(source).open();

    open.cancel(true);

    assertThat(closedOrOpen(open)).isTrue();
  }

  @Test
  void aPublisherThatEndsWithoutOneFailsTheOpening() {
    Source source = new Source();
    CompletableFuture<Opened<String>> open = scope(source).open();
    source.complete();

    assertThatThrownBy(open::join).hasCauseInstanceOf(java.util.NoSuchElementException.class);
    assertThat(closed).isEmpty();
  }

  /** Two threads meet, the one that brings and the one that gives up. */
  @Test
  void nothingIsLostOrGivenBackTwiceWhenBothMeet() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      closed.clear();
      Source source = new Source();
      CompletableFuture<Opened<String>> open = scope(source).open();
      CountDownLatch start = new CountDownLatch(2);
      CompletableFuture<Void> bringing =
          CompletableFuture.runAsync(
              () -> {
                meet(start);
                source.emit("connection");
              });
      meet(start);
      open.cancel(true);
      bringing.get(1, TimeUnit.MINUTES);

      assertThat(closedOrOpen(open)).as("round %s", round).isTrue();
    }
  }

  /** Given back already, or in the hands of whoever opened, but not both. */
  private boolean closedOrOpen(CompletableFuture<Opened<String>> open) {
    assertThat(open).isDone();
    if (open.isCompletedExceptionally()) {
      return closed.size() == 1;
    }
    return closed.isEmpty() && open.join().value() != null;
  }

  private static void meet(CountDownLatch start) {
    start.countDown();
    while (start.getCount() > 0) {
      Thread.onSpinWait();
    }
  }
}
