package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncScope;
import dev.belay.Opened;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Scopes made of others: {@code map}, {@code both} and {@code ofValue}. */
class CombinedScopeTest {
  private final List<String> trace = new CopyOnWriteArrayList<>();
  private final IOException failure = new IOException("failure");

  private AsyncScope<String> scope(Stages stages, String name, boolean suppresses) {
    return () ->
        stages
            .of(name)
            .<Opened<String>>thenApply(
                opened -> {
                  trace.add("open " + name);
                  return new Opened<>() {
                    @Override
                    public String value() {
                      return name;
                    }

                    @Override
                    public CompletionStage<Boolean> close(Throwable told) {
                      trace.add("close " + name + " " + (told == null ? null : told.getMessage()));
                      return stages.of(suppresses);
                    }
                  };
                })
            .toCompletableFuture();
  }

  @ParameterizedTest
  @EnumSource
  void D14_bothAreOpenedInOrderAndReleasedInReverse(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncScope<String> both =
        scope(stages, "a", false).both(scope(stages, "b", false), (a, b) -> a + b);

    for (int i = 0; i < 2; i++) {
      trace.clear();
      assertThat(stages.outcome(both.<String>use(value -> stages.of(value)))).isEqualTo("ab");
      assertThat(trace).containsExactly("open a", "open b", "close b null", "close a null");
    }
  }

  @ParameterizedTest
  @EnumSource
  void D15_ifTheSecondCannotBeOpenedTheFirstIsReleased(Timing timing) {
    for (boolean suppresses : new boolean[] {false, true}) {
      trace.clear();
      Stages stages = new Stages(timing);
      AsyncScope<String> refusing =
          () -> stages.<Opened<String>>failed(failure).toCompletableFuture();
      AsyncScope<String> both = scope(stages, "a", suppresses).both(refusing, (a, b) -> a + b);

      assertThatThrownBy(() -> stages.outcome(both.open()))
          .satisfiesAnyOf(
              thrown -> assertThat(thrown).isSameAs(failure),
              thrown -> assertThat(thrown).hasCause(failure));
      assertThat(trace).containsExactly("open a", "close a failure");
    }
  }

  @ParameterizedTest
  @EnumSource
  void D15_ifTheCombinerThrowsBothAreReleased(Timing timing) {
    Stages stages = new Stages(timing);
    IllegalStateException thrown = new IllegalStateException("thrown");
    AsyncScope<String> both =
        scope(stages, "a", false)
            .both(
                scope(stages, "b", true),
                (a, b) -> {
                  throw thrown;
                });

    assertThatThrownBy(() -> stages.outcome(both.open())).isSameAs(thrown);
    assertThat(trace).containsExactly("open a", "open b", "close b thrown", "close a null");
  }

  @ParameterizedTest
  @EnumSource
  void D16_theOuterIsToldWhatTheInnerMadeOfTheFailure(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);
    AsyncScope<String> inner =
        scope(stages, "a", false).both(scope(stages, "b", true), (a, b) -> a + b);
    AsyncScope<String> outer =
        scope(stages, "a", true).both(scope(stages, "b", false), (a, b) -> a + b);

    assertThat(stages.outcome(inner.<Object>use(value -> stages.failed(failure)))).isNull();
    assertThat(trace).containsExactly("open a", "open b", "close b failure", "close a null");
    trace.clear();
    assertThat(stages.outcome(outer.<Object>use(value -> stages.failed(failure)))).isNull();
    assertThat(trace).containsExactly("open a", "open b", "close b failure", "close a failure");
  }

  @Test
  void D11_D16_releasesThatFail() {
    IOException ofFirst = new IOException("first");
    IOException ofSecond = new IOException("second");
    AsyncScope<String> both =
        AsyncScope.of(() -> done("a"), a -> CompletableFuture.failedFuture(ofFirst))
            .both(
                AsyncScope.of(() -> done("b"), b -> CompletableFuture.failedFuture(ofSecond)),
                (a, b) -> a + b);

    assertThatThrownBy(() -> Stages.get(both.use(value -> CompletableFuture.failedFuture(failure))))
        .isSameAs(failure);
    assertThat(failure.getSuppressed()).containsExactly(ofSecond, ofFirst);
    assertThatThrownBy(() -> Stages.get(both.use(value -> done("value")))).isSameAs(ofSecond);
  }

  @Test
  void D19_cancelledWhileTheSecondOpens() {
    List<CompletableFuture<String>> openings = new CopyOnWriteArrayList<>();
    AsyncScope<String> second =
        AsyncScope.of(
            () -> {
              openings.add(new CompletableFuture<>());
              return openings.get(openings.size() - 1);
            },
            this::closing);
    AsyncScope<String> both =
        AsyncScope.of(() -> done("a"), this::closing).both(second, (a, b) -> a + b);
    for (CompletableFuture<?> use :
        List.of(
            both.open(),
            both.use(value -> CompletableFuture.failedFuture(new AssertionError())),
            Using.use(both, value -> CompletableFuture.failedFuture(new AssertionError())))) {
      assertThat(use.cancel(true)).isTrue();
      assertThatThrownBy(() -> Stages.get(use)).isInstanceOf(CancellationException.class);
    }

    assertThat(openings).hasSize(3).allMatch(CompletableFuture::isCancelled);
    assertThat(trace).containsExactly("closed a", "closed a", "closed a");
  }

  @ParameterizedTest
  @EnumSource
  void D2_mapChangesWhatIsHandedOut(Timing timing) throws Throwable {
    Stages stages = new Stages(timing);

    Integer length =
        stages.outcome(
            scope(stages, "abc", false).map(String::length).<Integer>use(n -> stages.of(n)));

    assertThat(length).isEqualTo(3);
    assertThat(trace).containsExactly("open abc", "close abc null");
  }

  @Test
  void D15_aMapperThatThrowsReleases() {
    IllegalStateException thrown = new IllegalStateException("thrown");
    AsyncScope<String> mapped =
        scope(new Stages(Timing.DONE), "a", true)
            .map(
                a -> {
                  throw thrown;
                });

    assertThatThrownBy(() -> Stages.get(mapped.open())).isSameAs(thrown);
    assertThat(trace).containsExactly("open a", "close a thrown");
  }

  @Test
  void D7_mappedScopesSuppressAsTheirOriginal() throws Throwable {
    AsyncScope<Integer> mapped = scope(new Stages(Timing.DONE), "a", true).map(String::length);

    assertThat(mapped.<Object>use(n -> CompletableFuture.failedFuture(failure)))
        .isCompletedWithValue(null);
    assertThat(Stages.get(Stages.get(mapped.open()).close(failure))).isTrue();
    assertThat(trace).contains("close a failure");
  }

  @Test
  void D32_singleUseStaysSingleUse() throws Throwable {
    Stages stages = new Stages(Timing.DONE);
    AsyncScope<Integer> mapped = Session.scope(stages, trace, "s").map(String::length);
    AsyncScope<String> both =
        scope(stages, "a", false).both(Session.scope(stages, trace, "s"), (a, b) -> a + b);

    Stages.get(mapped.use(CompletableFuture::completedFuture));
    Opened<String> open = Stages.get(both.open());
    trace.clear();
    for (AsyncScope<?> used : List.of(mapped, both)) {
      assertThatThrownBy(() -> Stages.get(used.open()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("used before");
      assertThatThrownBy(() -> Stages.get(used.use(x -> done("never"))))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThat(trace).filteredOn(line -> line.startsWith("close a")).hasSize(2);
    assertThat(Stages.get(open.close(null))).isFalse();
  }

  @Test
  void D35_ofValueHandsOutAndReleasesNothing() throws Throwable {
    for (String value : new String[] {"value", null}) {
      AsyncScope<String> scope = AsyncScope.ofValue(value);
      String seen = Stages.get(scope.use(CompletableFuture::completedFuture));
      assertThat(seen).isEqualTo(value);
      assertThatThrownBy(() -> Stages.get(scope.use(v -> CompletableFuture.failedFuture(failure))))
          .isSameAs(failure);
    }
  }

  @Test
  void D4_nullArguments() {
    AsyncScope<String> scope = AsyncScope.ofValue("");

    assertThatThrownBy(() -> scope.map(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> scope.both(null, (a, b) -> a))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> scope.both(scope, null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> scope.use(null)).isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> Stages.get(scope.use(x -> null)))
        .isInstanceOf(NullPointerException.class);
  }

  private static <T> CompletableFuture<T> done(T value) {
    return CompletableFuture.completedFuture(value);
  }

  private CompletionStage<?> closing(String resource) {
    trace.add("closed " + resource);
    return done(null);
  }
}
