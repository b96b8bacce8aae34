package dev.belay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncScope;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a subject calls and awaits. Numbers the places, and does the fault at one of them. */
public final class World {
  private final Conduct conduct;
  private final Injection injection;
  private final List<Place> places = new ArrayList<>();
  private final Queue<Pending> pending = new ArrayDeque<>();
  private final Map<Integer, Integer> releases = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private @Nullable Injected injected;
  private @Nullable Exercise exercise;
  private int disturbedBefore;

  /** Whether somebody must be told of the injected failure; otherwise somebody may. */
  private boolean heard = true;

  private record Pending(int place, Runnable completion) {}

  World(Conduct conduct, Injection injection) {
    this.conduct = conduct;
    this.injection = injection;
  }

  /** The boundary to a function of the user's. */
  public void call(String name) {
    int place = arrive(name, false);
    Fault fault = injection.at(place);
    if (fault == Fault.FAILS) {
      throw injected(name);
    }
    if (fault != null) {
      disturb();
    }
  }

  /**
   * A stage with a value that is made when it completes. After a disturbance it may be given up.
   */
  public <T> CompletionStage<T> stage(String name, Supplier<? extends @Nullable T> value) {
    return stage(name, value, () -> injection.failing() < 0);
  }

  /** The same for what is awaited to clean up: nobody turns away from it. */
  public CompletionStage<Void> last(String name) {
    return stage(name, () -> null, () -> true);
  }

  /** The same; somebody may have turned away when it completes. */
  @SuppressWarnings("NullAway") // One of the faults is a null where none may be.
  public <T> CompletionStage<T> stage(
      String name, Supplier<? extends @Nullable T> value, BooleanSupplier wanted) {
    int place = arrive(name, true);
    Fault fault = injection.at(place);
    if (fault == Fault.THROWS) {
      throw injected(name);
    }
    if (fault == Fault.RETURNS_NULL) {
      return null;
    }
    CompletableFuture<T> future = new CompletableFuture<>();
    Runnable completion =
        fault == Fault.FAILS ? () -> fail(future, name, wanted) : () -> complete(future, value);
    if (conduct == Conduct.DONE) {
      completion.run();
    } else if (fault != Fault.REFUSES) {
      pending.add(new Pending(place, completion));
    }
    return switch (conduct) {
      case DONE, LATER -> future;
      case STUBBORN -> future.minimalCompletionStage();
      case HOSTILE -> HostileStage.of(future, fault == Fault.REFUSES ? injected(name) : null);
    };
  }

  private void fail(CompletableFuture<?> future, String name, BooleanSupplier wanted) {
    if (future.isDone()) {
      return; // cancelled in time
    }
    boolean over = exercise != null && exercise.isOver();
    heard = wanted.getAsBoolean() && (conduct == Conduct.DONE || !over);
    future.completeExceptionally(injected(name));
  }

  private static <T> void complete(
      CompletableFuture<T> future, Supplier<? extends @Nullable T> value) {
    // A stage that was cancelled in time brings nothing.
    if (!future.isDone()) {
      future.complete(value.get());
    }
  }

  /** A scope whose resources are counted; it hands out their numbers. */
  public AsyncScope<Integer> scope(String name) {
    return AsyncScope.of(() -> stage("open " + name, this::acquire), r -> release(name, r));
  }

  /** A scope of a synchronous resource, whose executor is the world. */
  public AsyncScope<Integer> blocking() {
    return AsyncScope.<Releasing>blocking(
            this::execute,
            () -> {
              call("open");
              return new Releasing(acquire());
            })
        .map(Releasing::resource);
  }

  /** An executor, which may refuse. */
  public void execute(Runnable task) {
    execute("execute", task, () -> true);
  }

  /** The same for an event loop: after a disturbance, nobody may be waiting for the turn. */
  public void turn(Runnable task) {
    execute("turn", task, () -> injection.failing() < 0);
  }

  private void execute(String name, Runnable task, BooleanSupplier wanted) {
    int place = arrive(name, false);
    Fault fault = injection.at(place);
    if (fault == Fault.FAILS) {
      heard = wanted.getAsBoolean();
      throw new RejectedExecutionException(injected(name));
    }
    if (fault != null) {
      disturb();
    }
    if (conduct == Conduct.DONE) {
      task.run();
    } else {
      pending.add(new Pending(-1, task));
    }
  }

  private final class Releasing implements AutoCloseable {
    private final int resource;

    Releasing(int resource) {
      this.resource = resource;
    }

    int resource() {
      return resource;
    }

    @Override
    public void close() {
      released(resource);
      call("close");
    }
  }

  /** A new resource, which must be released once. */
  public int acquire() {
    int resource = releases.size();
    releases.put(resource, 0);
    return resource;
  }

  /** Begins to release a resource. */
  public CompletionStage<Void> release(String name, int resource) {
    released(resource);
    return last("close " + name);
  }

  /** A resource has been released. */
  public void released(int resource) {
    releases.merge(resource, 1, Integer::sum);
  }

  /** What must never be, whatever happens. */
  public void violated(String rule) {
    violations.add(rule);
  }

  private int arrive(String name, boolean stage) {
    places.add(new Place(name, stage, conduct));
    return places.size() - 1;
  }

  private Injected injected(String name) {
    Injected failure = new Injected(name);
    injected = failure;
    return failure;
  }

  private void disturb() {
    disturbedBefore = places.size();
    if (exercise != null) {
      exercise.disturb(injection.fault());
    }
  }

  /** Runs to where nothing happens any more, and checks what must hold then. */
  void run(Exercise subject) {
    exercise = subject;
    while (subject.step() || completeNext()) {
      // Each turn did something.
    }
    subject.check(injection, injected, heard);
    assertThat(violations).as("violations").isEmpty();
    assertThat(releases.values()).as("releases of each resource").allMatch(count -> count == 1);
  }

  private boolean completeNext() {
    Pending next = pending.poll();
    if (next == null) {
      return false;
    }
    if (next.place() == injection.place() && !injection.fault().isFailure()) {
      disturb();
    }
    next.completion().run();
    return true;
  }

  List<Place> places() {
    return places;
  }

  /** The places that have been reached before the disturbance. */
  int disturbedBefore() {
    return disturbedBefore;
  }

  String name(int place) {
    return place < places.size() ? places.get(place).name() : "never reached";
  }
}
