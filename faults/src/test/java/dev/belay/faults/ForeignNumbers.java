package dev.belay.faults;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.concurrent.CompletionStage;

/** An iterator that somebody wrote by hand, and that takes note of how it is treated. */
final class ForeignNumbers implements AsyncIterator<Integer> {
  private final World world;
  private final int resource;
  private final int count;
  private int current;
  private boolean pulling;
  private boolean closed;

  private ForeignNumbers(World world, int count) {
    world.call("iterator()");
    this.world = world;
    this.resource = world.acquire();
    this.count = count;
  }

  static AsyncIterable<Integer> of(World world, int count) {
    return () -> new ForeignNumbers(world, count);
  }

  @Override
  public CompletionStage<Boolean> advance() {
    if (closed) {
      world.violated("advance() after closeAsync()");
    }
    if (pulling) {
      world.violated("advance() while another was unfinished");
    }
    pulling = true;
    return world.stage("advance()", this::next, () -> !closed);
  }

  private boolean next() {
    pulling = false;
    return ++current <= count;
  }

  @Override
  public Integer current() {
    world.call("current()");
    return current;
  }

  @Override
  public CompletionStage<Void> closeAsync() {
    closed = true;
    return world.release("closeAsync()", resource);
  }
}
