package dev.belay.internal;

import org.jspecify.annotations.Nullable;

/**
 * The block of a task group in somebody's body, which the group may cancel at its awaits. That is a
 * request of its own, apart from a cancel of the body: it ends with the block (G16, G26), and only
 * an await inside of the block is concerned.
 */
final class Block {
  private final Driver root;
  private final Machine host;
  private final @Nullable Block enclosing;
  private volatile boolean cancelled;

  /** Whether the request has been thrown; by the owner of the body. */
  private boolean delivered;

  private Block(Driver root, Machine host) {
    this.root = root;
    this.host = host;
    this.enclosing = host.block;
  }

  /**
   * The block whose scope is the given resource. A resource template stands for what uses it (D24),
   * so that its block is inside of the block of that.
   *
   * @return null if it was opened by hand
   */
  static @Nullable Block of(GroupResource resource) {
    Machine host = resource.parent();
    while (host instanceof ResourceMachine<?> && host.parent() != null) {
      host = host.parent();
    }
    if (host == null) {
      return null;
    }
    Block block = new Block(resource.root(), host);
    host.block = block;
    block.root.enterBlock();
    return block;
  }

  /** The block has ended. */
  void leave() {
    host.block = enclosing;
    root.leaveBlock();
  }

  /** Cancels, from any thread. */
  void cancel() {
    cancelled = true;
    root.signalBlock();
  }

  /**
   * Whether a cancel is to be delivered where a body waits: in the block, or in what the block has
   * begun.
   */
  static boolean cancels(@Nullable Machine waiting) {
    for (Machine machine = waiting; machine != null; machine = machine.parent()) {
      for (Block block = machine.block; block != null; block = block.enclosing) {
        if (block.cancelled && !block.delivered) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * A cancellation is thrown where a body waits, and does for all blocks around it; or has been
   * taken for its own by one of them, and is due again in those around (G26).
   */
  static void delivered(@Nullable Machine waiting, boolean delivered) {
    for (Machine machine = waiting; machine != null; machine = machine.parent()) {
      for (Block block = machine.block; block != null; block = block.enclosing) {
        block.delivered = delivered && block.cancelled;
      }
    }
  }

  Machine host() {
    return host;
  }
}
