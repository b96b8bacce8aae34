package dev.belay.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a body may call, and what it may not. */
class InBodyTest {

  @Test
  void H23_aBodyCannotBlockItsThread() {
    List<String> started = new ArrayList<>();
    AsyncIterable<Object> blocking =
        AsyncIterable.of(1)
            .map(
                n ->
                    Async.run(
                        () -> {
                          started.add("started");
                          return CompletableFuture.completedFuture(n);
                        }));

    assertThatThrownBy(() -> Async.run(blocking::toList))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("await");
    assertThat(started).isEmpty();
  }

  @Test
  void H23_aCallbackOfAConsumerIsNoBody() {
    CompletableFuture<Boolean> answer = new CompletableFuture<>();
    CompletableFuture<List<Integer>> list =
        AsyncIterable.of(1).flatMap(n -> new Pending(answer)).toList();
    CompletableFuture<Integer> callback =
        list.thenApply(done -> Async.run(() -> CompletableFuture.completedFuture(7)));

    answer.complete(false);

    assertThat(callback).isCompletedWithValue(7);
  }

  /** Ends when it is told to. */
  private record Pending(CompletableFuture<Boolean> answer) implements AsyncIterable<Integer> {
    @Override
    public AsyncIterator<Integer> iterator() {
      return new AsyncIterator<>() {
        @Override
        public CompletableFuture<Boolean> advance() {
          return answer;
        }

        @Override
        public Integer current() {
          throw new IllegalStateException();
        }

        @Override
        public CompletableFuture<Void> closeAsync() {
          return CompletableFuture.completedFuture(null);
        }
      };
    }
  }

  @Test
  void H8_yieldNowComesBack() {
    assertThat(Async.<Object>run(Async::yieldNow)).isNull();
  }
}
