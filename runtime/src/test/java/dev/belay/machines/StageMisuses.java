package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.Async;
import dev.belay.AsyncIterable;
import dev.belay.AsyncScope;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Wrong uses of what is awaited, and of what only bodies call. */
// The test looks at what a wrong use returns, or fails with.
@SuppressWarnings({"FutureReturnValueIgnored", "SuspensionOutsideBody"})
final class StageMisuses {
  private static final CompletableFuture<Integer> ONE = CompletableFuture.completedFuture(1);

  private StageMisuses() {}

  static List<Misuse> all() {
    CompletableFuture<Integer> unfinished = new CompletableFuture<>();
    Misuse.Check left = () -> assertThat(unfinished).isNotDone();
    return List.of(
        Misuse.of(
            "a null among the stages of gather",
            NullPointerException.class,
            "",
            () -> new Misuse.Attempt(() -> Async.gather(unfinished, null, ONE), left)),
        Misuse.of(
            "a null among the stages of a gathered list",
            NullPointerException.class,
            "",
            () -> new Misuse.Attempt(() -> Async.gather(Arrays.asList(unfinished, null)), left)),
        Misuse.of(
            "await outside of a body",
            IllegalStateException.class,
            "@AsyncMethod",
            () -> new Misuse.Attempt(() -> Async.await(unfinished), left)),
        Misuse.of(
            "using outside of a body",
            IllegalStateException.class,
            "@AsyncMethod",
            () ->
                new Misuse.Attempt(
                    () -> Async.using(AsyncScope.of(() -> unfinished, r -> ONE)), left)),
        Misuse.of(
            "each outside of a body",
            IllegalStateException.class,
            "@AsyncMethod",
            () -> new Misuse.Attempt(() -> Async.each(AsyncIterable.of(1)), left)),
        Misuse.of(
            "the future of a body is completed by force",
            UnsupportedOperationException.class,
            "owner",
            () -> {
              CompletableFuture<Integer> source = new CompletableFuture<>();
              CompletableFuture<Integer> body = AsyncScope.ofValue(1).use(any -> source);
              assertThat(body.complete(8)).isFalse();
              assertThat(body.completeExceptionally(new ArithmeticException())).isFalse();
              return new Misuse.Attempt(
                  () -> {
                    body.obtrudeValue(8);
                    return null;
                  },
                  () -> {
                    source.complete(7);
                    assertThat(body).isCompletedWithValue(7);
                  });
            }));
  }
}
