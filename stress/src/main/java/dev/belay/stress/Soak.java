package dev.belay.stress;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Soaks the queue, the group and the publisher, a third of the time each. */
public final class Soak {
  private Soak() {}

  /**
   * Runs, and prints what was done. Throws if anything was lost, came twice or did not end.
   *
   * @param arguments how many seconds; 60 if none
   */
  public static void main(String[] arguments) throws Exception {
    long seconds = arguments.length == 0 ? 60 : Long.parseLong(arguments[0]);
    Duration third = Duration.ofSeconds(seconds).dividedBy(3);
    System.out.println(QueueSoak.run(third));
    System.out.println(GroupSoak.run(third));
    System.out.println(PublisherSoak.run(third));
  }

  static Thread daemon(Runnable task, Throwable[] thrown, int index) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (Throwable t) {
                thrown[index] = t;
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Two tasks, each on its thread, to their end. */
  static void race(Runnable one, Runnable other) throws Exception {
    Throwable[] thrown = new Throwable[2];
    Thread first = daemon(one, thrown, 0);
    Thread second = daemon(other, thrown, 1);
    for (Thread thread : new Thread[] {first, second}) {
      thread.join(TimeUnit.SECONDS.toMillis(60));
      if (thread.isAlive()) {
        throw new AssertionError("a thread hangs: " + thread.getStackTrace()[0]);
      }
    }
    for (Throwable t : thrown) {
      if (t != null) {
        throw new AssertionError(t);
      }
    }
  }
}
