package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import dev.belay.Opened;
import dev.belay.internal.Generators;
import dev.belay.internal.MethodMachine;
import dev.belay.internal.ResourceMachine;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clauses D19, G20, G23, A31, A32: a cancel or a close that comes while a body acquires by hand. A
 * resource that the awaited stage brings all the same is the body's, and it releases it.
 */
class AcquiringTest {
  private static final int ROUNDS = 4_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger released = new AtomicInteger();
  private final CompletableFuture<String> never = new CompletableFuture<>();
  private final CompletableFuture<Acquiring.Pool.Item> source = new CompletableFuture<>();

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  private final Acquiring.Pool.Item item =
      () -> {
        released.incrementAndGet();
        return CompletableFuture.completedFuture(null);
      };

  /** How a stage brings its value although it is being cancelled. */
  enum Conduct {
    /** It has been completed, and the body is the last to be told (H13). */
    COMPLETED_ALREADY {
      @Override
      CompletionStage<Acquiring.Pool.Item> stage(
          CompletableFuture<Acquiring.Pool.Item> source, Acquiring.Pool.Item item) {
        return source;
      }

      @Override
      void cancelling(
          CompletionStage<Acquiring.Pool.Item> stage,
          CompletableFuture<Acquiring.Pool.Item> source,
          Acquiring.Pool.Item item,
          Runnable cancel) {
        // Callbacks run last in, first out: this one before the body's.
        Object unused = stage.whenComplete((value, failure) -> cancel.run());
        source.complete(item);
      }
    },
    /** The same with a stage that is no plain future. */
    COMPLETED_FOREIGN {
      @Override
      CompletionStage<Acquiring.Pool.Item> stage(
          CompletableFuture<Acquiring.Pool.Item> source, Acquiring.Pool.Item item) {
        return new CompletableFuture<>() {};
      }

      @Override
      void cancelling(
          CompletionStage<Acquiring.Pool.Item> stage,
          CompletableFuture<Acquiring.Pool.Item> source,
          Acquiring.Pool.Item item,
          Runnable cancel) {
        Object unused = stage.whenComplete((value, failure) -> cancel.run());
        stage.toCompletableFuture().complete(item);
      }
    },
    /** It answers a cancel with its value. */
    COMPLETES_WHEN_CANCELLED {
      @Override
      CompletionStage<Acquiring.Pool.Item> stage(
          CompletableFuture<Acquiring.Pool.Item> source, Acquiring.Pool.Item item) {
        return new CompletableFuture<>() {
          @Override
          public boolean cancel(boolean mayInterruptIfRunning) {
            complete(item);
            return false;
          }
        };
      }
    },
    /** It cannot be converted, and calls back while it is asked to be. */
    CALLS_BACK_WHEN_CANCELLED {
      @Override
      CompletionStage<Acquiring.Pool.Item> stage(
          CompletableFuture<Acquiring.Pool.Item> source, Acquiring.Pool.Item item) {
        return new Unconvertible(item);
      }
    };

    abstract CompletionStage<Acquiring.Pool.Item> stage(
        CompletableFuture<Acquiring.Pool.Item> source, Acquiring.Pool.Item item);

    void cancelling(
        CompletionStage<Acquiring.Pool.Item> stage,
        CompletableFuture<Acquiring.Pool.Item> source,
        Acquiring.Pool.Item item,
        Runnable cancel) {
      cancel.run();
    }
  }

  private static final class Unconvertible extends CompletableFuture<Acquiring.Pool.Item> {
    private final Acquiring.Pool.Item item;
    private BiConsumer<? super Acquiring.Pool.Item, ? super Throwable> callback;

    Unconvertible(Acquiring.Pool.Item item) {
      this.item = item;
    }

    @Override
    public CompletableFuture<Acquiring.Pool.Item> whenComplete(
        BiConsumer<? super Acquiring.Pool.Item, ? super Throwable> action) {
      callback = action;
      return null;
    }

    @Override
    public CompletableFuture<Acquiring.Pool.Item> toCompletableFuture() {
      callback.accept(item, null);
      throw new UnsupportedOperationException();
    }
  }

  @ParameterizedTest
  @EnumSource
  void G20_G23_aMethodGetsWhatArrivedAndIsCancelledAtItsNextAwait(Conduct conduct) {
    CompletionStage<Acquiring.Pool.Item> stage = conduct.stage(source, item);
    CompletableFuture<String> result =
        MethodMachine.start(new Acquiring.Method(() -> stage, never));

    conduct.cancelling(stage, source, item, () -> result.cancel(true));

    assertThatThrownBy(() -> Stages.get(result)).isInstanceOf(CancellationException.class);
    assertThat(never).isCancelled();
    assertThat(released).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void G23_workThatNeedsNoFurtherAwaitIsNotThrownAway(Conduct conduct) throws Throwable {
    CompletionStage<Acquiring.Pool.Item> stage = conduct.stage(source, item);
    CompletableFuture<Acquiring.Pool.Item> result = Awaiting.one(() -> stage);

    conduct.cancelling(stage, source, item, () -> result.cancel(true));

    assertThat(Stages.get(result)).isSameAs(item);
  }

  @ParameterizedTest
  @EnumSource
  void A31_A32_aGeneratorGetsWhatArrivedAndIsClosedAtItsNextAwait(Conduct conduct)
      throws Throwable {
    CompletionStage<Acquiring.Pool.Item> stage = conduct.stage(source, item);
    AsyncIterator<String> iterator = generator(() -> stage, never);
    CompletionStage<Boolean> advance = iterator.advance();

    CompletableFuture<Void> closed = new CompletableFuture<>();
    conduct.cancelling(
        stage,
        source,
        item,
        () -> iterator.closeAsync().whenComplete((v, t) -> closed.complete(null)));

    Stages.get(closed);
    assertThatThrownBy(() -> Stages.get(advance)).isInstanceOf(CancellationException.class);
    assertThat(never).isCancelled();
    assertThat(released).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void A32_aGeneratorGetsWhatArrivedAndIsClosedAtItsNextYield(Conduct conduct) throws Throwable {
    CompletionStage<Acquiring.Pool.Item> stage = conduct.stage(source, item);
    AsyncIterator<String> iterator =
        generator(() -> stage, CompletableFuture.completedFuture("element"));
    CompletionStage<Boolean> advance = iterator.advance();

    CompletableFuture<Void> closed = new CompletableFuture<>();
    conduct.cancelling(
        stage,
        source,
        item,
        () -> iterator.closeAsync().whenComplete((v, t) -> closed.complete(null)));

    Stages.get(closed);
    assertThat(Stages.get(advance)).isTrue();
    assertThat(released).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void D19_anOpeningThatIsCancelledReleasesWhatArrived(Conduct conduct) {
    CompletionStage<Acquiring.Pool.Item> stage = conduct.stage(source, item);
    CompletableFuture<Opened<Acquiring.Pool.Item>> opening = resource(() -> stage).open();

    conduct.cancelling(stage, source, item, () -> opening.cancel(true));

    assertThatThrownBy(() -> Stages.get(opening)).isInstanceOf(CancellationException.class);
    assertThat(released).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void D19_D20_aUseThatIsCancelledReleasesWhatArrived(Conduct conduct) {
    CompletionStage<Acquiring.Pool.Item> stage = conduct.stage(source, item);
    CompletableFuture<String> use = resource(() -> stage).use(any -> never);

    conduct.cancelling(stage, source, item, () -> use.cancel(true));

    assertThatThrownBy(() -> Stages.get(use)).isInstanceOf(CancellationException.class);
    assertThat(never).isCancelled();
    assertThat(released).hasValue(1);
  }

  @ParameterizedTest
  @EnumSource
  void D19_aScopeOfFunctionsReleasesWhatArrived(Conduct conduct) {
    CompletionStage<Acquiring.Pool.Item> stage = conduct.stage(source, item);
    CompletableFuture<Opened<Acquiring.Pool.Item>> opening =
        AsyncScope.of(() -> stage, Acquiring.Pool.Item::release).open();

    conduct.cancelling(stage, source, item, () -> opening.cancel(true));

    assertThatThrownBy(() -> Stages.get(opening)).isInstanceOf(CancellationException.class);
    assertThat(released).hasValue(1);
  }

  @Test
  void G20_aFailureThatArrivedGivesWayToTheCancellation() {
    CompletableFuture<Acquiring.Pool.Item> stage = new CompletableFuture<>();
    CompletableFuture<String> result =
        MethodMachine.start(new Acquiring.Method(() -> stage, never));
    Object unused = stage.whenComplete((value, failure) -> result.cancel(true));

    stage.completeExceptionally(new ArithmeticException());

    assertThatThrownBy(() -> Stages.get(result)).isInstanceOf(CancellationException.class);
    assertThat(never).isNotDone();
  }

  private static AsyncIterator<String> generator(
      Acquiring.Pool pool, CompletionStage<String> work) {
    return Generators.<String>cold(() -> new Acquiring.Generator(pool, work)).iterator();
  }

  private static AsyncScope<Acquiring.Pool.Item> resource(Acquiring.Pool pool) {
    return ResourceMachine.scope(new Acquiring.Resource(pool));
  }

  /** What is started with a pool, and interrupted on another thread than the one that acquires. */
  enum Holder {
    METHOD {
      @Override
      Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work) {
        return interruptible(MethodMachine.start(new Acquiring.Method(pool, work)));
      }
    },
    NESTED_METHODS {
      @Override
      Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work) {
        return interruptible(
            Awaiting.one(
                () -> Awaiting.one(() -> MethodMachine.start(new Acquiring.Method(pool, work)))));
      }
    },
    GENERATOR {
      @Override
      Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work) {
        return closeable(generator(pool, work));
      }
    },
    GENERATOR_OF_METHODS {
      @Override
      Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work) {
        return closeable(generator(() -> Awaiting.one(() -> Awaiting.one(pool::acquire)), work));
      }
    },
    GENERATOR_IN_A_GENERATOR {
      @Override
      Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work) {
        return closeable(
            Relay.of(
                    Generators.<String>cold(() -> new Acquiring.Generator(pool, work)),
                    new CopyOnWriteArrayList<>())
                .iterator());
      }
    },
    USE {
      @Override
      Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work) {
        return interruptible(resource(pool).use(any -> work));
      }
    },
    USING {
      @Override
      Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work) {
        return interruptible(Using.use(resource(pool), any -> work));
      }
    },
    SCOPE_OF_FUNCTIONS {
      @Override
      Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work) {
        return interruptible(
            AsyncScope.of(pool::acquire, Acquiring.Pool.Item::release).use(any -> work));
      }
    };

    /** Starts; what it returns interrupts, and runs its argument when all has ended. */
    abstract Consumer<Runnable> start(Acquiring.Pool pool, CompletableFuture<String> work);

    static Consumer<Runnable> interruptible(CompletableFuture<?> result) {
      return ended -> {
        result.cancel(true);
        Object unused = result.whenComplete((value, failure) -> ended.run());
      };
    }

    static Consumer<Runnable> closeable(AsyncIterator<?> iterator) {
      CompletionStage<Boolean> unusedAdvance = iterator.advance();
      return ended -> iterator.closeAsync().whenComplete((value, failure) -> ended.run());
    }
  }

  @ParameterizedTest
  @EnumSource
  void H25_D19_acquiredAgainstInterrupted_everyItemIsReleasedOnce(Holder holder) throws Exception {
    Phaser together = new Phaser(2);
    for (int round = 0; round < ROUNDS; round++) {
      AtomicInteger releases = new AtomicInteger();
      Acquiring.Pool.Item own =
          () -> {
            releases.incrementAndGet();
            return CompletableFuture.completedFuture(null);
          };
      CompletableFuture<Acquiring.Pool.Item> acquired = new CompletableFuture<>();
      boolean foreign = round % 2 == 1;
      Consumer<Runnable> interrupt =
          holder.start(() -> foreign ? new Copying(acquired) : acquired, new CompletableFuture<>());
      CompletableFuture<Void> ended = new CompletableFuture<>();
      int pause = round % 50;

      Future<Boolean> arrived =
          threads.submit(
              () -> {
                together.arriveAndAwaitAdvance();
                spin(pause);
                return acquired.complete(own);
              });
      together.arriveAndAwaitAdvance();
      spin(50 - pause);
      interrupt.accept(() -> ended.complete(null));

      boolean brought = arrived.get(30, TimeUnit.SECONDS);
      ended.get(30, TimeUnit.SECONDS);
      assertThat(releases.get()).as("round %s", round).isEqualTo(brought ? 1 : 0);
    }
  }

  /** A stage that is no plain future, and passes a cancel on. */
  private static final class Copying extends CompletableFuture<Acquiring.Pool.Item> {
    private final CompletableFuture<Acquiring.Pool.Item> source;

    Copying(CompletableFuture<Acquiring.Pool.Item> source) {
      this.source = source;
    }

    @Override
    public CompletableFuture<Acquiring.Pool.Item> whenComplete(
        BiConsumer<? super Acquiring.Pool.Item, ? super Throwable> action) {
      return source.whenComplete(action);
    }

    @Override
    public CompletableFuture<Acquiring.Pool.Item> toCompletableFuture() {
      return source;
    }
  }

  private static void spin(int turns) {
    for (int i = 0; i < turns; i++) {
      Thread.onSpinWait();
    }
  }

  @Test
  void D19_aResourceThatComesLongAfterTheCancelIsReleasedByItsScope() {
    CompletableFuture<Acquiring.Pool.Item> acquired = new CompletableFuture<>();
    List<CompletableFuture<?>> openings =
        List.of(
            AsyncScope.of(acquired::minimalCompletionStage, Acquiring.Pool.Item::release).open(),
            Using.use(
                AsyncScope.of(acquired::minimalCompletionStage, Acquiring.Pool.Item::release),
                any -> never));

    openings.forEach(opening -> opening.cancel(true));
    assertThat(openings).allMatch(CompletableFuture::isCompletedExceptionally);
    assertThat(released).hasValue(0);
    acquired.complete(item);

    assertThat(released).hasValue(2);
  }
}
