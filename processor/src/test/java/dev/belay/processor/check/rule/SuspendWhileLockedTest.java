package dev.belay.processor.check.rule;

import dev.belay.processor.check.Checked;
import org.junit.jupiter.api.Test;

class SuspendWhileLockedTest {
  private static final Checked RULE = Checked.rule("SuspendWhileLocked");

  @Test
  void aLock() {
    RULE.finds(
        """
        import java.util.concurrent.locks.*;
        private final ReentrantLock lock = new ReentrantLock();
        abstract CompletionStage<String> read();
        @AsyncMethod String f() {
          lock.lock();
          try {
            return «await(read());
          } finally {
            lock.unlock();
          }
        }
        """,
        "'await' suspends while 'lock' is held");
  }

  @Test
  void lockedByCondition() {
    RULE.finds(
        """
        import java.util.concurrent.locks.*;
        abstract CompletionStage<String> read();
        @AsyncMethod String f(Lock lock) {
          if (lock.tryLock()) {
            try {
              return «await(read());
            } finally {
              lock.unlock();
            }
          }
          return "";
        }
        """,
        "call unlock, on a thread that does not own it");
  }

  @Test
  void readLocksStampsAndPermits() {
    RULE.finds(
        """
        import java.util.concurrent.locks.*;
        abstract CompletionStage<String> read();
        @AsyncMethod void f(ReadWriteLock locks) {
          locks.readLock().lock();
          «await(read());
          locks.readLock().unlock();
        }
        @AsyncMethod void g(StampedLock lock) {
          long stamp = lock.writeLock();
          «await(read());
          lock.unlockWrite(stamp);
        }
        @AsyncMethod void h(Semaphore permits) throws InterruptedException {
          permits.acquire();
          try { «await(read()); } finally { permits.release(); }
        }
        """);
  }

  @Test
  void aYield() {
    RULE.finds(
        """
        import java.util.concurrent.locks.*;
        @AsyncGenerator void f(Lock lock, Yield<String> out) {
          lock.lock();
          try { out«.yield(""); } finally { lock.unlock(); }
        }
        """);
  }

  @Test
  void givenBackBefore() {
    RULE.accepts(
        """
        import java.util.concurrent.locks.*;
        abstract CompletionStage<String> read();
        @AsyncMethod int f(Lock lock, List<String> seen) {
          lock.lock();
          try { seen.add(""); } finally { lock.unlock(); }
          String value = await(read());
          lock.lock();
          try { seen.add(value); } finally { lock.unlock(); }
          return seen.size();
        }
        @AsyncMethod void g(Lock lock, boolean early) {
          if (early) {
            lock.lock();
            lock.unlock();
          } else {
            await(read());
          }
          lock.lock();
          lock.unlock();
        }
        """);
  }

  @Test
  void notTakenByThisBody() {
    RULE.accepts(
        """
        import java.util.concurrent.locks.*;
        abstract CompletionStage<String> read();
        @AsyncMethod void waiting(Lock lock) {
          while (!lock.tryLock()) {
            await(sleep(Duration.ofMillis(1)));
          }
          lock.unlock();
        }
        @AsyncMethod void failed(Lock lock) {
          if (!lock.tryLock()) {
            await(read());
          } else {
            lock.unlock();
          }
        }
        @AsyncMethod void another(Lock a, Lock b) {
          a.lock();
          a.unlock();
          await(read());
          b.lock();
          b.unlock();
        }
        """);
  }

  @Test
  void whatIsNoLockOrNoBody() {
    RULE.accepts(
        """
        import java.util.concurrent.locks.*;
        interface Door { void lock(); void unlock(); }
        interface AsyncLock { CompletionStage<Void> lock(); void unlock(); }
        abstract CompletionStage<String> read();
        @AsyncMethod void f(Door door) {
          door.lock();
          await(read());
          door.unlock();
        }
        @AsyncMethod void g(AsyncLock lock) {
          await(lock.lock());
          try { await(read()); } finally { lock.unlock(); }
        }
        CompletionStage<String> h(Lock lock) {
          lock.lock();
          try { return read(); } finally { lock.unlock(); }
        }
        @AsyncMethod void i(Lock lock) {
          Runnable later = () -> { lock.lock(); lock.unlock(); };
          await(read());
          later.run();
        }
        """);
  }

  @Test
  void silenced() {
    RULE.accepts(
        """
        import java.util.concurrent.locks.*;
        abstract CompletionStage<String> read();
        @SuppressWarnings("SuspendWhileLocked")
        @AsyncMethod void f(Lock lock) {
          lock.lock();
          try { await(read()); } finally { lock.unlock(); }
        }
        """);
  }
}
