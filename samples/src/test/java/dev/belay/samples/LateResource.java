package dev.belay.samples;

import dev.belay.faults.World;

/** What opens when its stage has come, and then is a resource, but not if it was closed before. */
final class LateResource {
  private static final int NONE = -1;

  private final World world;
  private int resource = NONE;
  private boolean closed;

  LateResource(World world) {
    this.world = world;
  }

  void open() {
    if (!closed) {
      resource = world.acquire();
    }
  }

  /** May come before, and any number of times. */
  void close() {
    closed = true;
    if (resource != NONE) {
      world.released(resource);
      resource = NONE;
    }
  }
}
