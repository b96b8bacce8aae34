package dev.belay.internal;

/**
 * The atomic word that decides which thread may run a root's body, as pure functions.
 *
 * <pre>
 *               request                  the body waits
 *     IDLE ----------------&gt; RUNNING ---------------------&gt; ATTACHING
 *      ^                     ^ ^ ^ |                         |  |  |
 *      |  request done       | | | |                         |  |  | whenComplete returned
 *      +---------------------|-|-|-+                         |  |  v
 *                            | | +-- called back inline ---- | -+ PARKED
 *                            | |     (INLINE, same thread)   |     |
 *                            | +---- called back by another -+     |
 *                            |       thread                        |
 *                            +------ called back, or interrupted --+
 *                                    by a cancel or a close
 * </pre>
 *
 * <p>Whoever moves the word to RUNNING owns the body and all plain fields of the root and its
 * children; everybody else may only set flags. The word is moved before a callback is registered
 * (H3): the callback finds ATTACHING. If it comes on the registering thread it leaves INLINE, and
 * the registering frame goes on when {@code whenComplete} returns, so that the stack does not grow
 * (H9). If it comes on another thread it takes the body over at once, and the registering thread,
 * whose exchange to PARKED fails, touches nothing more.
 *
 * <p>Futures of good conduct (plain ones and our own) need no ATTACHING: the callback is registered
 * in RUNNING, where it finds nothing to do, and the word is moved to PARKED; then the future is
 * asked whether it is complete, and if so the body is claimed back. That is one exchange instead of
 * two.
 *
 * <p>The epoch counts the times of attaching. A late callback, cancel or close that has looked at
 * an earlier wait loses its exchange (H4). The thread is the one that owns the body, in RUNNING and
 * ATTACHING and INLINE; it tells a request that the body makes on itself from an overlapping one
 * (A16, A17, A34), and an inline callback from a foreign one. Zero: nobody, or the owner is outside
 * the body, completing a stage of the user's.
 *
 * <p>Layout, from the lowest bit: state 3, flags 4, spare 1, epoch 28, thread 28.
 */
final class Phase {
  static final long IDLE = 0;
  static final long RUNNING = 1;
  static final long ATTACHING = 2;
  static final long INLINE = 3;
  static final long PARKED = 4;

  /** A request to throw a CancellationException at the next await (G20, G23). */
  static final long CANCEL = 8;

  /** A request to close that has not reached the body yet (A32). */
  static final long CLOSE = 16;

  /** The body is being closed, or is about to be, by its owner. */
  static final long CLOSING = 32;

  /** A block of the body has been cancelled: look whether the body waits inside of it. */
  static final long BLOCK = 64;

  /** What the owner must attend to before it parks. */
  static final long SIGNALS = CANCEL | CLOSE | BLOCK;

  private static final long STATE = 7;
  private static final int EPOCH_SHIFT = 8;
  private static final long EPOCH = ((1L << 28) - 1) << EPOCH_SHIFT;
  private static final int THREAD_SHIFT = 36;
  private static final long THREAD = -1L << THREAD_SHIFT;

  private Phase() {}

  static long state(long phase) {
    return phase & STATE;
  }

  static boolean has(long phase, long flag) {
    return (phase & flag) != 0;
  }

  /** Whether it is the current thread that runs the body. */
  static boolean inBody(long phase) {
    return state(phase) == RUNNING && mine(phase);
  }

  /** Whether the current thread owns the body, and does not do something outside of it. */
  static boolean mine(long phase) {
    return (phase & THREAD) == currentThread();
  }

  /** Owned by the current thread, which is about to run the body. */
  static long running(long phase) {
    return (phase & ~(STATE | THREAD)) | RUNNING | currentThread();
  }

  /** Owned, but by code outside the body. */
  static long outside(long phase) {
    return (phase & ~(STATE | THREAD)) | RUNNING;
  }

  /** About to register a callback, in a new epoch, having looked at the blocks. */
  static long attaching(long phase) {
    return (next(phase) & ~(STATE | BLOCK)) | ATTACHING;
  }

  /**
   * Waiting, the callback being registered already; in a new epoch, having looked at the blocks.
   */
  static long waiting(long phase) {
    return parked(next(phase) & ~BLOCK);
  }

  static long inline(long phase) {
    return (phase & ~STATE) | INLINE;
  }

  static long parked(long phase) {
    return (phase & ~(STATE | THREAD)) | PARKED;
  }

  /** A cancel or a close, which outranks it, is carried out where the body waits. */
  static long delivered(long phase) {
    long taken = phase & ~(CANCEL | CLOSE);
    return has(phase, CLOSE) ? taken | CLOSING : taken;
  }

  /** A cancel is carried out where the body waits; a close is still to be. */
  static long cancelled(long phase) {
    return phase & ~CANCEL;
  }

  /** No request in flight; flags of the last one are dropped. */
  static long idle(long phase) {
    return phase & EPOCH;
  }

  /** The same in a new epoch, so that a late cancel of the last request finds nothing (G24). */
  static long next(long phase) {
    return (phase & ~EPOCH) | ((phase + (1L << EPOCH_SHIFT)) & EPOCH);
  }

  static boolean sameEpoch(long a, long b) {
    return ((a ^ b) & EPOCH) == 0;
  }

  private static long currentThread() {
    return Thread.currentThread().getId() << THREAD_SHIFT;
  }
}
