package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clauses D.1: scopes in bodies, of resource templates ({@code own}) and of others ({@code
 * foreign}), and the same through {@link AsyncScope#use}.
 */
class ScopeTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();

  /** The ways of using a scope, which must not differ. */
  private enum Way {
    OWN_IN_BODY {
      @Override
      <T, R> CompletableFuture<R> use(AsyncScope<T> scope, Using.Body<T, R> body) {
        return Using.use(scope, body);
      }
    },
    FOREIGN_IN_BODY {
      @Override
      <T, R> CompletableFuture<R> use(AsyncScope<T> scope, Using.Body<T, R> body) {
        return Using.use(() -> scope.open(), body);
      }
    },
    USE {
      @Override
      <T, R> CompletableFuture<R> use(AsyncScope<T> scope, Using.Body<T, R> body) {
        return scope.use(resource -> unchecked(body, resource));
      }
    },
    FOREIGN_USE {
      @Override
      <T, R> CompletableFuture<R> use(AsyncScope<T> scope, Using.Body<T, R> body) {
        AsyncScope<T> foreign = () -> scope.open();
        return foreign.use(resource -> unchecked(body, resource));
      }
    };

    abstract <T, R> CompletableFuture<R> use(AsyncScope<T> scope, Using.Body<T, R> body);

    private static <T, R> CompletionStage<R> unchecked(Using.Body<T, R> body, T resource)
        throws Exception {
      try {
        return body.apply(resource);
      } catch (Exception | Error e) {
        throw e;
      } catch (Throwable t) {
        throw new AssertionError(t);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void D1_D2_D24_D31_enterBodyExit(Timing timing) throws Throwable {
    for (Way way : Way.values()) {
      trace.clear();
      Stages stages = new Stages(timing);

      String result =
          stages.outcome(
              way.use(
                  Session.scope(stages, trace, "a"),
                  session -> {
                    trace.add("body " + session);
                    return stages.of("result");
                  }));

      assertThat(result).isEqualTo("result");
      assertThat(trace).containsExactly("opened a", "body a", "committed a", "released a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void D6_D8_D27_aFailingBodyIsSeenByTheResourceAndGoesOn(Timing timing) throws Throwable {
    for (Way way : Way.values()) {
      for (Throwable failure :
          List.of(
              new NoSuchElementException(),
              new IllegalStateException(),
              new CompletionException("none", null) {},
              new CancellationException(),
              new AssertionError())) {
        trace.clear();
        Stages stages = new Stages(timing);

        assertThatThrownBy(
                () ->
                    stages.outcome(
                        way.use(Session.scope(stages, trace, "a"), s -> stages.failed(failure))))
            .isSameAs(failure);

        assertThat(trace).containsExactly("opened a", "released a");
        assertThat(failure.getSuppressed()).isEmpty();
      }
    }
  }

  @Test
  void D3_aScopeThatCannotBeOpenedRunsNoBody() {
    IllegalArgumentException failure = new IllegalArgumentException();
    for (AsyncScope<String> scope :
        List.<AsyncScope<String>>of(
            () -> CompletableFuture.failedFuture(failure),
            () -> {
              throw failure;
            },
            AsyncScope.of(() -> CompletableFuture.failedFuture(failure), s -> null),
            AsyncScope.of(
                () -> {
                  throw failure;
                },
                s -> null))) {
      assertThatThrownBy(() -> Stages.get(Using.use(scope, this::unreachable))).isSameAs(failure);
    }
    for (AsyncScope<String> scope :
        List.<AsyncScope<String>>of(
            () -> null,
            () -> CompletableFuture.completedFuture(null),
            AsyncScope.of(() -> null, s -> null))) {
      assertThatThrownBy(() -> Stages.get(Using.use(scope, this::unreachable)))
          .isInstanceOf(NullPointerException.class);
    }
    AsyncScope<String> none = null;
    assertThatThrownBy(() -> Stages.get(Using.use(none, this::unreachable)))
        .isInstanceOf(NullPointerException.class);
    assertThat(trace).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void D7_trueSuppressesAFailure(Timing timing) throws Throwable {
    for (Way way : Way.values()) {
      Stages stages = new Stages(timing);
      AsyncScope<String> scope = exiting(failure -> stages.of(true));

      assertThat(stages.<Object>outcome(way.use(scope, s -> stages.failed(new Exception()))))
          .isNull();
    }
  }

  @ParameterizedTest
  @EnumSource
  void D8_D9_falseNullAndTrueWithoutAFailureChangeNothing(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    Exception failure = new Exception();
    for (Way way : Way.values()) {
      for (Boolean answer : new Boolean[] {true, false, null}) {
        AsyncScope<String> scope = exiting(given -> stages.of(answer));
        String result = stages.outcome(way.use(scope, s -> stages.of("result")));
        assertThat(result).isEqualTo("result");
      }
      for (Boolean answer : new Boolean[] {false, null}) {
        AsyncScope<String> scope = exiting(given -> stages.of(answer));
        assertThatThrownBy(() -> stages.outcome(way.use(scope, s -> stages.failed(failure))))
            .isSameAs(failure);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void D10_D11_D12_aFailingExit(Timing timing) throws Throwable {
    for (Way way : Way.values()) {
      Stages stages = new Stages(timing);
      Exception body = new Exception("body");
      Exception exit = new Exception("exit");
      AsyncScope<String> failing = exiting(given -> stages.failed(exit));
      AsyncScope<String> rethrowing = exiting(stages::failed);

      assertThatThrownBy(() -> stages.outcome(way.use(failing, s -> stages.of("lost"))))
          .isSameAs(exit)
          .hasNoSuppressedExceptions();
      assertThatThrownBy(() -> stages.outcome(way.use(failing, s -> stages.failed(body))))
          .isSameAs(exit)
          .hasSuppressedException(body);
      assertThatThrownBy(() -> stages.outcome(way.use(rethrowing, s -> stages.failed(body))))
          .isSameAs(body)
          .hasNoSuppressedExceptions();
    }
  }

  @Test
  void D11_D42_whatIsReachableAlreadyIsNotAddedAgain() {
    Exception body = new Exception("body");
    Exception exit = new Exception("exit", body);
    AsyncScope<String> scope = exiting(given -> CompletableFuture.failedFuture(exit));

    assertThatThrownBy(
            () -> Stages.get(Using.use(scope, s -> CompletableFuture.failedFuture(body))))
        .isSameAs(exit)
        .hasNoSuppressedExceptions();
  }

  @ParameterizedTest
  @EnumSource
  void D11_aPlainCloseThatFailsIsSuppressed(Timing timing) throws Throwable {
    for (Way way : Way.values()) {
      Stages stages = new Stages(timing);
      Exception body = new Exception("body");
      Exception close = new Exception("close");
      AsyncScope<String> scope = AsyncScope.of(() -> stages.of("a"), s -> stages.failed(close));

      assertThatThrownBy(() -> stages.outcome(way.use(scope, s -> stages.failed(body))))
          .isSameAs(body)
          .hasSuppressedException(close);
      assertThatThrownBy(() -> stages.outcome(way.use(scope, s -> stages.of("lost"))))
          .isSameAs(close);
    }
  }

  @Test
  void D13_anExitThatThrowsOrReturnsNull() {
    Exception body = new Exception("body");
    IllegalArgumentException exit = new IllegalArgumentException();
    AsyncScope<String> throwing =
        exiting(
            given -> {
              throw exit;
            });
    AsyncScope<String> returningNull = exiting(given -> null);

    assertThatThrownBy(
            () -> Stages.get(Using.use(throwing, s -> CompletableFuture.failedFuture(body))))
        .isSameAs(exit)
        .hasSuppressedException(body);
    assertThatThrownBy(
            () -> Stages.get(Using.use(returningNull, s -> CompletableFuture.failedFuture(body))))
        .isInstanceOf(NullPointerException.class)
        .hasSuppressedException(body);
  }

  @ParameterizedTest
  @EnumSource
  void D14_D15_D16_nestedScopes(Timing timing) throws Throwable {
    for (Way way : Way.values()) {
      trace.clear();
      Stages stages = new Stages(timing);
      Exception failure = new Exception();

      assertThatThrownBy(
              () ->
                  stages.outcome(
                      way.use(
                          Session.scope(stages, trace, "a"),
                          a ->
                              way.use(
                                  Session.scope(stages, trace, "b"),
                                  b -> way.use(failingToOpen(failure), c -> stages.of("lost"))))))
          .isSameAs(failure);

      assertThat(trace).containsExactly("opened a", "opened b", "released b", "released a");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LATER", "LATER_FOREIGN"})
  void D19_cancelledWhileOpening(Timing timing) throws Throwable {
    for (Way way : Way.values()) {
      trace.clear();
      Stages stages = new Stages(timing);
      CompletableFuture<?> use = way.use(Session.scope(stages, trace, "a"), this::unreachable);

      assertThat(use.cancel(true)).isTrue();

      assertThat(use).isCancelled();
      assertThat(trace).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LATER", "LATER_FOREIGN"})
  void D20_cancelledInTheBody(Timing timing) throws Throwable {
    for (Way way : Way.values()) {
      trace.clear();
      Stages stages = new Stages(timing);
      CompletableFuture<?> use =
          way.use(
              AsyncScope.of(
                  () -> CompletableFuture.completedFuture("a"),
                  s -> {
                    trace.add("close");
                    return stages.of("closed").thenRun(() -> trace.add("closed"));
                  }),
              s -> new CompletableFuture<>());

      assertThat(use.cancel(true)).isTrue();
      assertThat(trace).containsExactly("close");
      assertThat(use).isNotDone();

      assertThatThrownBy(() -> stages.outcome(use)).isInstanceOf(CancellationException.class);
      assertThat(trace).containsExactly("close", "closed");
    }
  }

  @Test
  void D21_aReleaseIsNotCutShort() throws Throwable {
    for (Way way : Way.values()) {
      CompletableFuture<Object> closed = new CompletableFuture<>();
      CompletableFuture<String> use =
          way.use(
              AsyncScope.of(() -> CompletableFuture.completedFuture("a"), s -> closed),
              s -> CompletableFuture.completedFuture("result"));

      assertThat(use.cancel(true)).isTrue();
      assertThat(closed).isNotDone();
      assertThat(use).isNotDone();

      closed.complete(null);
      assertThat(use).isCompletedWithValue("result");
    }
  }

  private <R> CompletionStage<R> unreachable(Object resource) {
    trace.add("unreachable");
    return CompletableFuture.completedFuture(null);
  }

  private static AsyncScope<String> failingToOpen(Throwable failure) {
    return () -> CompletableFuture.failedFuture(failure);
  }

  private interface Exit {
    CompletionStage<Boolean> apply(Throwable failure);
  }

  private static AsyncScope<String> exiting(Exit exit) {
    return () ->
        CompletableFuture.completedFuture(
            new Opened<>() {
              @Override
              public String value() {
                return "value";
              }

              @Override
              public CompletionStage<Boolean> close(Throwable failure) {
                return exit.apply(failure);
              }
            });
  }
}
