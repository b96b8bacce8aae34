package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncConversation;
import dev.belay.internal.ConversationMachine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Clauses A.4, with what happens around them: overlap, close, races. */
class ConversationTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
  private final IllegalArgumentException mild = new IllegalArgumentException("mild");
  private final ArithmeticException fatal = new ArithmeticException("fatal");

  private AsyncConversation<String, String> echo() {
    return new Echo(CompletableFuture.completedFuture("element"), done, trace);
  }

  @Test
  void A38_whatIsSentIsTheValueOfTheYield() throws Throwable {
    AsyncConversation<String, String> echo = echo();

    assertThat(Stages.get(echo.advance())).isTrue();
    assertThat(Stages.get(echo.send("one"))).isTrue();
    assertThat(Stages.get(echo.advance())).isTrue();
    assertThat(Stages.get(echo.send(null))).isTrue();
    assertThat(Stages.get(echo.send("last"))).isTrue();

    assertThat(trace).containsExactly("got one", "got null", "got null", "got last");
    assertThat(echo.current()).isEqualTo("element");
  }

  @Test
  void A39_aFirstSendIsRefusedAndTheBodyIsNotStarted() throws Throwable {
    AsyncConversation<String, String> echo = echo();

    assertThatThrownBy(() -> Stages.get(echo.send("too early")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(echo::current).isInstanceOf(IllegalStateException.class);
    assertThat(Stages.get(echo.send(null))).isTrue();
    Stages.get(echo.send("in time"));

    assertThat(trace).containsExactly("got in time");
  }

  @Test
  void A40_raiseBeforeTheStartRunsNothing() throws Throwable {
    AsyncConversation<String, String> echo = echo();

    assertThatThrownBy(() -> Stages.get(echo.raise(mild))).isSameAs(mild);

    assertThat(Stages.get(echo.advance())).isFalse();
    Stages.get(echo.closeAsync());
    assertThat(trace).isEmpty();
  }

  @Test
  void A41_raisedAndCaught() throws Throwable {
    AsyncConversation<String, String> echo = echo();
    Stages.get(echo.advance());
    StackTraceElement[] before = mild.getStackTrace();

    assertThat(Stages.get(echo.raise(mild))).isTrue();

    assertThat(trace).containsExactly("survived mild");
    assertThat(mild.getStackTrace()).isEqualTo(before);
    assertThat(mild.getSuppressed()).isEmpty();
  }

  @Test
  void A42_notCaughtFailsAfterTheFinallyBlocks() throws Throwable {
    CompletableFuture<Object> last = new CompletableFuture<>();
    AsyncConversation<String, String> echo =
        new Echo(CompletableFuture.completedFuture("element"), last, trace);
    Stages.get(echo.advance());

    CompletionStage<Boolean> raised = echo.raise(fatal);
    assertThat(raised.toCompletableFuture()).isNotDone();
    assertThat(trace).isEmpty();
    last.complete(null);

    assertThatThrownBy(() -> Stages.get(raised)).isSameAs(fatal);
    assertThat(trace).containsExactly("closed");
    assertThat(Stages.get(echo.send("nobody hears"))).isFalse();
  }

  @Test
  void A44_raiseAfterTheEndFailsWithIt() throws Throwable {
    AsyncConversation<String, String> echo = echo();
    Stages.get(echo.closeAsync());

    assertThatThrownBy(() -> Stages.get(echo.raise(fatal))).isSameAs(fatal);
    assertThatThrownBy(() -> Stages.get(echo.raise(mild))).isSameAs(mild);
    assertThat(Stages.get(echo.send("nobody hears"))).isFalse();
    assertThat(fatal.getSuppressed()).isEmpty();
  }

  @Test
  void A15_A45_raiseNullThrowsAndLeavesTheRunAlone() throws Throwable {
    AsyncConversation<String, String> echo = echo();
    Stages.get(echo.advance());

    assertThatThrownBy(() -> echo.raise(null)).isInstanceOf(NullPointerException.class);

    assertThat(Stages.get(echo.send("goes on"))).isTrue();
    assertThat(trace).containsExactly("got goes on");
  }

  @Test
  void A16_overlappingRequestsAreRefusedAndNoFailureVanishes() throws Throwable {
    CompletableFuture<String> next = new CompletableFuture<>();
    AsyncConversation<String, String> echo = new Echo(next, done, trace);
    CompletionStage<Boolean> first = echo.advance();

    assertThatThrownBy(() -> Stages.get(echo.send("second")))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Stages.get(echo.raise(fatal)))
        .isInstanceOf(IllegalStateException.class)
        .satisfies(refused -> assertThat(refused.getSuppressed()).containsExactly(fatal));

    next.complete("element");
    assertThat(Stages.get(first)).isTrue();
    assertThat(Stages.get(echo.advance())).isTrue();
    assertThat(trace).containsExactly("got null");
  }

  @Test
  void A17_theBodyCannotSpeakToItself() throws Throwable {
    List<AsyncConversation<Object, Object>> self = new ArrayList<>();
    AsyncConversation<Object, Object> talking =
        new ConversationMachine<>() {
          @Override
          public @Nullable Object resume() throws Throwable {
            return switch (resumed()) {
              case 0 -> yieldAt(1, self.get(0).send("to myself"));
              case 1 -> yieldAt(2, self.get(0).raise(fatal));
              default -> END;
            };
          }
        };
    self.add(talking);

    for (int i = 0; i < 2; i++) {
      assertThat(Stages.get(talking.advance())).isTrue();
      CompletionStage<?> refused = (CompletionStage<?>) talking.current();
      assertThatThrownBy(() -> Stages.get(refused)).isInstanceOf(IllegalStateException.class);
    }
    assertThat(Stages.get(talking.advance())).isFalse();
  }

  @Test
  void A33_A44_requestsThatFindItBeingClosedAreAnsweredAfterwards() throws Throwable {
    CompletableFuture<Object> last = new CompletableFuture<>();
    AsyncConversation<String, String> echo =
        new Echo(CompletableFuture.completedFuture("element"), last, trace);
    Stages.get(echo.advance());

    CompletionStage<Void> closed = echo.closeAsync();
    CompletionStage<Boolean> sent = echo.send("too late");
    CompletionStage<Boolean> raised = echo.raise(fatal);
    assertThat(sent.toCompletableFuture()).isNotDone();
    assertThat(raised.toCompletableFuture()).isNotDone();
    last.complete(null);

    Stages.get(closed);
    assertThat(Stages.get(sent)).isFalse();
    assertThatThrownBy(() -> Stages.get(raised)).isSameAs(fatal);
    assertThat(raised.toCompletableFuture().handle((more, failure) -> failure).join())
        .isSameAs(fatal);
    assertThat(trace).containsExactly("closed");
  }

  @Test
  void A31_closeWhileASendIsUnfinished() throws Throwable {
    CompletableFuture<String> never = new CompletableFuture<>();
    AsyncConversation<String, String> echo = new Echo(never, done, trace);

    CompletionStage<Boolean> first = echo.send(null);
    Stages.get(echo.closeAsync());

    assertThatThrownBy(() -> Stages.get(first)).isInstanceOf(CancellationException.class);
    assertThat(never).isCancelled();
    assertThat(trace).containsExactly("closed");
  }

  @Test
  void G20_cancellingASendCancelsTheAwait() throws Throwable {
    CompletableFuture<String> never = new CompletableFuture<>();
    AsyncConversation<String, String> echo = new Echo(never, done, trace);

    CompletionStage<Boolean> first = echo.send(null);
    assertThat(first.toCompletableFuture().cancel(true)).isTrue();

    assertThatThrownBy(() -> Stages.get(first)).isInstanceOf(CancellationException.class);
    assertThat(trace).containsExactly("closed");
    assertThat(Stages.get(echo.advance())).isFalse();
  }

  @Test
  void H25_ofManyRequestsAtOnceOneIsTaken() throws Throwable {
    for (int round = 0; round < 2_000; round++) {
      AsyncConversation<String, String> echo = echo();
      Stages.get(echo.advance());
      trace.clear();
      CyclicBarrier together = new CyclicBarrier(2);
      AtomicInteger refused = new AtomicInteger();
      Thread other = new Thread(() -> sendAfter(together, echo, "other", refused));
      other.start();
      sendAfter(together, echo, "this", refused);
      other.join();
      assertThat(trace).hasSize(2 - refused.get());
      assertThat(trace).doesNotHaveDuplicates().isSubsetOf("got this", "got other");
    }
  }

  private static void sendAfter(
      CyclicBarrier together,
      AsyncConversation<String, String> echo,
      String value,
      AtomicInteger refused) {
    try {
      together.await();
      Stages.get(echo.send(value));
    } catch (IllegalStateException e) {
      refused.incrementAndGet();
    } catch (Throwable t) {
      throw new AssertionError(t);
    }
  }
}
