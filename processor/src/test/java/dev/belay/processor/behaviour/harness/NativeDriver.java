package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncIterable;
import dev.belay.Exchange;
import dev.belay.Yield;
import java.util.concurrent.CancellationException;

/** Runs a case as it stands. */
final class NativeDriver extends Driver {
  private final NativeRuntime runtime;
  private final Body root = Body.root(true);

  NativeDriver(Case template, ClassLoader loader, Run run) {
    super(template, loader, run);
    this.runtime = run.natively();
  }

  /** The template itself; what it is closed with does not leave it. */
  private Throwable run(Body body, Object... arguments) {
    runtime.enter(body);
    try {
      template.template(loader, arguments);
      return null;
    } catch (Closing e) {
      return null;
    } catch (Throwable t) {
      return t;
    } finally {
      runtime.leave();
    }
  }

  @Override
  void generator() {
    Out out = new Out();
    Throwable failure = run(root, out);
    if (out.refusals > 0 && failure == null) {
      failure = new IllegalStateException("yields while it is being closed");
    }
    if (out.left) {
      run.ended("close", failure);
    } else if (root.closing) {
      run.ended("advance", new CancellationException());
      run.ended("close", failure);
    } else {
      run.ended(failure == null ? "end" : "advance", failure);
      if (root.requested) {
        run.ended("close", null);
      }
    }
    run.ended("then advance false", null);
    run.ended("then close", null);
  }

  private final class Out implements Yield<Object> {
    private boolean left;
    private int refusals;

    @Override
    public void yield(Object value) {
      if (root.closing) {
        refusals++;
      } else {
        run.yielded(value);
        left = leavesHere() || root.requested;
        if (!left) {
          return;
        }
        root.closing = true;
        root.told = true;
      }
      if (refusals > ENOUGH) {
        throw new AssertionError("the body yields again and again");
      }
      throw Failure.thrown(new Closing());
    }

    @Override
    public void yieldAll(AsyncIterable<?> inner) {
      NativeLoop.forEach(runtime, inner, this::yield);
    }
  }

  @Override
  void conversation() {
    Exchange<Object, String> exchange =
        value -> {
          run.yielded(value);
          if (leavesHere()) {
            throw new Failure("raised");
          }
          return answer();
        };
    Throwable failure = run(root, exchange);
    run.ended(failure == null ? "end" : "advance", failure);
  }

  @Override
  void resource() {
    Once once = new Once();
    Throwable failure = run(Body.root(false), once);
    if (once.second != null) {
      Failure.suppress(once.second, failure == null ? once.second : failure);
      failure = once.second;
    } else if (!once.used && failure == null) {
      failure = new IllegalStateException("did not yield");
    } else if (failure != null && once.given != null && failure != once.given) {
      Failure.suppress(failure, once.given);
    }
    String result = once.given == null ? "used" : null;
    run.ended(failure == null ? "result " + result : "use", failure);
  }

  private final class Once implements Yield<Object> {
    private boolean used;
    private Throwable given;
    private IllegalStateException second;

    @Override
    public void yield(Object value) {
      if (used) {
        if (second == null) {
          second = new IllegalStateException("yielded a second time");
          if (given != null) {
            second.addSuppressed(given);
          }
        }
        // The body is closed, which none of its catch blocks sees (D29).
        throw Failure.thrown(new Closing());
      }
      used = true;
      run.event("use " + Trace.describe(value));
      given = useFailure();
      if (given != null) {
        throw Failure.thrown(given);
      }
    }

    @Override
    public void yieldAll(AsyncIterable<?> inner) {
      NativeLoop.forEach(runtime, inner, this::yield);
    }
  }

  @Override
  void method() {
    runtime.enter(Body.root(false));
    try {
      run.ended("result " + Trace.describe(template.template(loader)), null);
    } catch (Throwable t) {
      run.ended("method", t);
    } finally {
      runtime.leave();
    }
  }
}
