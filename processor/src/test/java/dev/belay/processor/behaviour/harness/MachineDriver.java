package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncConversation;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncScope;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Runs what the processor made of a case. */
final class MachineDriver extends Driver {
  private CompletionStage<Void> closing;

  MachineDriver(Case template, ClassLoader loader, Run run) {
    super(template, loader, run);
  }

  @Override
  void generator() {
    try {
      consume(((AsyncIterable<?>) template.companion(loader)).iterator());
    } catch (Throwable t) {
      run.ended("companion", t);
    }
  }

  private void consume(AsyncIterator<?> iterator) {
    while (closing == null && advanced(iterator.advance(), iterator)) {
      if (leavesHere()) {
        closing = iterator.closeAsync();
      }
    }
    if (closing != null) {
      finished("close", closing);
    }
    finished("then advance", iterator.advance());
    finished("then close", iterator.closeAsync());
  }

  @Override
  void conversation() {
    try {
      @SuppressWarnings("unchecked") // That is what cases answer with.
      AsyncConversation<?, String> conversation =
          (AsyncConversation<?, String>) template.companion(loader);
      boolean more = advanced(conversation.advance(), conversation);
      while (more) {
        more =
            advanced(
                leavesHere()
                    ? conversation.raise(new Failure("raised"))
                    : conversation.send(answer()),
                conversation);
      }
    } catch (Throwable t) {
      run.ended("companion", t);
    }
  }

  private boolean advanced(CompletionStage<Boolean> step, AsyncIterator<?> iterator) {
    // In the callback, since an element may be followed by more before this thread can look.
    CompletionStage<Boolean> seen =
        step.whenComplete(
            (more, failure) -> {
              if (failure == null && more) {
                run.yielded(iterator.current());
              } else {
                run.ended(failure == null ? "end" : "advance", failure);
              }
            });
    try {
      return run.finish(seen, () -> closing = iterator.closeAsync());
    } catch (Throwable t) {
      return false;
    }
  }

  private void finished(String what, CompletionStage<?> stage) {
    try {
      Object value = run.finish(stage, () -> {});
      run.ended(what + (value == null ? "" : " " + value), null);
    } catch (Throwable t) {
      run.ended(what, t);
    }
  }

  @Override
  void resource() {
    try {
      AsyncScope<?> scope = (AsyncScope<?>) template.companion(loader);
      CompletableFuture<Object> used =
          scope.use(
              value -> {
                run.event("use " + Trace.describe(value));
                Throwable failure = useFailure();
                return failure == null
                    ? CompletableFuture.completedFuture("used")
                    : CompletableFuture.failedFuture(failure);
              });
      run.ended("result " + run.finish(used, () -> used.cancel(true)), null);
    } catch (Throwable t) {
      run.ended("use", t);
    }
  }

  @Override
  void method() {
    try {
      CompletableFuture<?> result = (CompletableFuture<?>) template.companion(loader);
      Object value = run.finish(result, () -> result.cancel(true));
      run.ended("result " + Trace.describe(value), null);
    } catch (Throwable t) {
      run.ended("method", t);
    }
  }
}
