package dev.belay.faults;

import static dev.belay.Async.await;
import static dev.belay.Async.using;

import dev.belay.AsyncResource;
import dev.belay.Yield;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Resources of every kind that the processor compiles. */
final class Resources {
  private Resources() {}

  @AsyncResource
  static void transaction(World world, Yield<Integer> scope) {
    Integer connection = using(SourcesAsync.resource(world));
    await(world.stage("begin", () -> null));
    try {
      scope.yield(connection);
    } catch (Throwable t) {
      await(world.stage("rollback", () -> null));
      throw t;
    }
    await(world.stage("commit", () -> null));
  }

  /** What is acquired by hand is given back by the template itself, however it is left. */
  @AsyncResource
  static void conditional(World world, Yield<Integer> scope) {
    using(world.scope("condition"));
    if (await(world.stage("which", () -> true))) {
      Integer resource = using(ResourcesAsync.transaction(world));
      scope.yield(resource);
    } else {
      scope.yield(await(world.stage("other", () -> 0)));
    }
  }

  /** Opened and closed by templates. */
  @AsyncResource
  static final class Session {
    private final World world;
    private int resource;

    Session(World world) {
      this.world = world;
    }

    int open() {
      await(world.stage("hello", () -> null));
      {
        using(world.scope("greeting"));
        await(world.stage("welcome", () -> null));
      }
      resource = world.acquire();
      return resource;
    }

    boolean close(@Nullable Throwable failure) {
      world.released(resource);
      try {
        await(world.last("bye"));
      } finally {
        await(world.last("gone"));
      }
      return failure instanceof UnsupportedOperationException;
    }
  }

  /** Opened and closed by stages. */
  @AsyncResource(open = "start", close = "stop")
  static final class Service {
    private final World world;
    private int resource;

    Service(World world) {
      this.world = world;
    }

    CompletionStage<Integer> start() {
      return world.stage("start", () -> resource = world.acquire());
    }

    CompletionStage<Void> stop() {
      return world.release("service", resource);
    }
  }
}
