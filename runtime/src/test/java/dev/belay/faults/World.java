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

/** What a subject calls and awaits. Numbers the places, and does the fault at one of them. */
final class World {
  private final Conduct conduct;
  private final Injection injection;
  private final List<Place> places = new ArrayList<>();
  private final Queue<Pending> pending = new ArrayDeque<>();
  private final Map<Integer, Integer> releases = new HashMap<>();
  private final List<String> violations = new ArrayList<>();
  private Injected injected;
  private Exercise exercise;

  private record Pending(int place, Runnable completion) {}

  World(Conduct conduct, Injection injection) {
    this.conduct = conduct;
    this.injection = injection;
  }

  /** The boundary to a function of the user's. */
  void call(String name) {
    int place = arrive(name, false);
    if (place == injection.place()) {
      if (injection.fault() == Fault.FAILS) {
        throw injected(name);
      }
      disturb();
    }
  }

  /** A stage with a value that is made when it completes. */
  <T> CompletionStage<T> stage(String name, Supplier<T> value) {
    return stage(name, value, () -> true);
  }

  /** The same; somebody may have turned away when it completes. */
  <T> CompletionStage<T> stage(String name, Supplier<T> value, BooleanSupplier wanted) {
    int place = arrive(name, true);
    Fault fault = place == injection.place() ? injection.fault() : null;
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
    boolean heard = wanted.getAsBoolean() && (conduct == Conduct.DONE || !exercise.isOver());
    future.completeExceptionally(heard ? injected(name) : new Injected(name));
  }

  private static <T> void complete(CompletableFuture<T> future, Supplier<T> value) {
    // A stage that was cancelled in time brings nothing.
    if (!future.isDone()) {
      future.complete(value.get());
    }
  }

  /** A scope whose resources are counted; it hands out their numbers. */
  AsyncScope<Integer> scope(String name) {
    return AsyncScope.of(() -> stage("open " + name, this::acquire), r -> release(name, r));
  }

  /** A scope of a synchronous resource, whose executor is the world. */
  AsyncScope<Integer> blocking() {
    return AsyncScope.<Releasing>blocking(
            this::execute,
            () -> {
              call("open");
              return new Releasing(acquire());
            })
        .map(Releasing::resource);
  }

  private void execute(Runnable task) {
    int place = arrive("execute", false);
    if (place == injection.place()) {
      if (injection.fault() == Fault.FAILS) {
        throw new RejectedExecutionException(injected("execute"));
      }
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
      releases.merge(resource, 1, Integer::sum);
      call("close");
    }
  }

  int acquire() {
    int resource = releases.size();
    releases.put(resource, 0);
    return resource;
  }

  CompletionStage<Void> release(String name, int resource) {
    releases.merge(resource, 1, Integer::sum);
    return stage("close " + name, () -> null);
  }

  /** What must never be, whatever happens. */
  void violated(String rule) {
    violations.add(rule);
  }

  private int arrive(String name, boolean stage) {
    places.add(new Place(name, stage, conduct));
    return places.size() - 1;
  }

  private Injected injected(String name) {
    injected = new Injected(name);
    return injected;
  }

  private void disturb() {
    if (exercise != null) {
      exercise.disturb(injection.fault());
    }
  }

  /** Runs to where nothing happens any more, and checks what must hold then. */
  void run(Exercise subject) {
    exercise = subject;
    while (exercise.step() || completeNext()) {
      // Each turn did something.
    }
    exercise.check(injection, injected);
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
}
