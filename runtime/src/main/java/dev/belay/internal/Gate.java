package dev.belay.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Mutual exclusion for a handful of instructions. Entering costs one exchange and leaving a store,
 * where a monitor costs two exchanges, which a queue would notice. Nobody waits, and nothing is
 * completed, inside: so whoever finds it closed tries again soon.
 */
final class Gate {
  private static final VarHandle OWNER;
  private static final int SPINS = 200;
  private static final long PAUSE_NANOS = 10_000;

  static {
    try {
      OWNER = MethodHandles.lookup().findVarHandle(Gate.class, "owner", Thread.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private volatile @Nullable Thread owner;

  /**
   * Enters.
   *
   * @throws IllegalStateException if this thread is inside: a comparator uses the queue that asks
   *     it
   */
  void enter() {
    Thread me = Thread.currentThread();
    if (!OWNER.compareAndSet(this, null, me)) {
      contend(me);
    }
  }

  void leave() {
    OWNER.setRelease(this, null);
  }

  private void contend(Thread me) {
    if (owner == me) {
      throw new IllegalStateException("the comparator of a queue must not use the queue");
    }
    for (int tries = 0; owner != null || !OWNER.compareAndSet(this, null, me); tries++) {
      if (tries < SPINS) {
        Thread.onSpinWait();
      } else {
        LockSupport.parkNanos(PAUSE_NANOS); // the owner has lost its processor, or compares slowly
      }
    }
  }
}
