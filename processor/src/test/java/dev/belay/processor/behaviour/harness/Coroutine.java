package dev.belay.processor.behaviour.harness;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * A body on a thread of its own that runs only while another thread waits for it: what Java has
 * instead of a method that can be left and entered again.
 */
final class Coroutine {
  private static final ExecutorService THREADS =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "coroutine");
            thread.setDaemon(true);
            return thread;
          });

  /** What is run. */
  interface Body {
    void run() throws Throwable;
  }

  /** What a coroutine reports when it stops. */
  record Stop(Kind kind, Object value, Throwable failure) {
    enum Kind {
      YIELDED,
      ENDED
    }
  }

  private final SynchronousQueue<Resumption> in = new SynchronousQueue<>();
  private final SynchronousQueue<Stop> out = new SynchronousQueue<>();
  private final Body body;
  private boolean started;
  private boolean finished;

  private record Resumption(Object value, Throwable failure) {}

  Coroutine(Body body) {
    this.body = body;
  }

  boolean started() {
    return started;
  }

  boolean finished() {
    return finished;
  }

  /** A coroutine that has not started never will. */
  void finish() {
    finished = true;
  }

  /** Runs the body on, up to where it stops; its yield returns the value or throws the failure. */
  Stop resume(Object value, Throwable failure) {
    try {
      if (started) {
        in.put(new Resumption(value, failure));
      } else {
        started = true;
        THREADS.execute(this::run);
      }
      Stop stop = out.poll(20, TimeUnit.SECONDS);
      if (stop == null) {
        throw new AssertionError("the coroutine hangs");
      }
      finished = stop.kind() == Stop.Kind.ENDED;
      return stop;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void run() {
    Throwable failure = null;
    try {
      body.run();
    } catch (Throwable t) {
      failure = t;
    }
    stop(new Stop(Stop.Kind.ENDED, null, failure));
  }

  /** In the body: stops here. */
  Object stopAt(Object value) throws Throwable {
    stop(new Stop(Stop.Kind.YIELDED, value, null));
    // A body that nobody resumes ends with its thread pool, when the process does.
    Resumption resumption = in.take();
    if (resumption.failure() != null) {
      throw resumption.failure();
    }
    return resumption.value();
  }

  private void stop(Stop stop) {
    try {
      out.put(stop);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
