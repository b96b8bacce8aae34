package dev.belay.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiFunction;

/** Runs bodies in two ways, with a cancel, a close or a failure at every step: nobody may tell. */
final class EveryStep {
  private EveryStep() {}

  /** What happens at one step, in place of its completion. */
  enum Event {
    CANCEL,
    CLOSE,
    FAILURE,
    TASK_FAILS
  }

  /**
   * Runs both ways, once with the event at each step.
   *
   * @param least how many steps there must be for this to have looked at anything
   */
  static void same(
      Event event, int least, BiFunction<Run, Boolean, CompletableFuture<String>> start) {
    // A cancel that is due is thrown at the next await, complete or not, which may be in the callee
    // (G23); a body with a future of its own hears of it when its caller waits.
    for (boolean later : event == Event.CANCEL ? List.of(true) : List.of(true, false)) {
      int steps = 0;
      for (int at = 0; at <= steps; at++) {
        Run atOnce = new Run(event, at, later).run(start, true);
        Run kept = new Run(event, at, later).run(start, false);
        assertThat(atOnce.events)
            .as("%s at step %s, stages %s", event, at, later ? "later" : "by turns complete")
            .isEqualTo(kept.events);
        steps = atOnce.made;
      }
      assertThat(steps).isGreaterThanOrEqualTo(later ? least : least / 2);
    }
  }

  /** One run, whose stages are completed one after the other. */
  static final class Run implements CalledBodies.Steps {
    final List<String> events = new ArrayList<>();
    private final List<CompletableFuture<String>> pending = new ArrayList<>();
    private final CompletableFuture<String> task = new CompletableFuture<>();
    private final Event event;
    private final int at;
    private final boolean later;
    private Consumer consumer;
    private int made;

    Run(Event event, int at, boolean later) {
      this.event = event;
      this.at = at;
      this.later = later;
    }

    Run run(BiFunction<Run, Boolean, CompletableFuture<String>> start, boolean atOnce) {
      CompletableFuture<String> result = start.apply(this, atOnce);
      for (int step = 0; !pending.isEmpty() || !task.isDone(); step++) {
        assertThat(step).isLessThan(100);
        if (step == at) {
          happens(result);
        }
        if (pending.isEmpty()) {
          task.complete("task");
        } else {
          pending.remove(0).complete("value " + step);
        }
      }
      assertThat(result).isDone();
      trace(
          "result " + result.handle((value, failure) -> failure == null ? value : failure).join());
      return this;
    }

    /** Takes all elements, and then closes; that is what is closed or cancelled. */
    CompletableFuture<String> consume(AsyncIterable<String> elements) {
      consumer = new Consumer(elements, this);
      return consumer.all();
    }

    private void happens(CompletableFuture<String> result) {
      trace("now " + event);
      switch (event) {
        case CANCEL -> cancel(result);
        case CLOSE -> consumer.close();
        case FAILURE -> {
          if (!pending.isEmpty()) {
            pending.remove(0).completeExceptionally(new IllegalStateException("failed"));
          }
        }
        case TASK_FAILS -> task.completeExceptionally(new IllegalStateException("of the task"));
      }
    }

    private void cancel(CompletableFuture<String> result) {
      boolean accepted = consumer == null ? result.cancel(true) : consumer.cancel();
      trace("accepted " + accepted);
    }

    @Override
    public CompletionStage<String> stage() {
      made++;
      CompletableFuture<String> stage = new CompletableFuture<>();
      if (later || made % 2 == 0) {
        pending.add(stage);
      } else {
        stage.complete("ready");
      }
      return stage;
    }

    @Override
    public void trace(String happened) {
      events.add(happened);
    }

    @Override
    public CompletionStage<String> task() {
      return task;
    }
  }

  /** Takes all elements, and then closes. */
  private static final class Consumer {
    private final AsyncIterator<String> iterator;
    private final Run run;
    private final CompletableFuture<String> all = new CompletableFuture<>();
    private CompletionStage<Boolean> advance;

    Consumer(AsyncIterable<String> elements, Run run) {
      this.iterator = elements.iterator();
      this.run = run;
    }

    CompletableFuture<String> all() {
      next();
      return all;
    }

    private void next() {
      advance = iterator.advance();
      advance.whenComplete(
          (more, failure) -> {
            run.trace("advance " + (failure == null ? more : failure));
            if (failure == null && more) {
              run.trace("element " + iterator.current());
              next();
            } else {
              close();
            }
          });
    }

    boolean cancel() {
      return advance.toCompletableFuture().cancel(true);
    }

    void close() {
      iterator
          .closeAsync()
          .whenComplete(
              (nothing, failure) -> {
                run.trace("closed " + failure);
                all.complete("closed");
              });
    }
  }
}
