package dev.belay.contextpropagation;

import static dev.belay.Async.await;
import static dev.belay.Async.each;
import static dev.belay.Async.resumeOn;
import static dev.belay.Async.using;

import dev.belay.AsyncGenerator;
import dev.belay.AsyncMethod;
import dev.belay.AsyncResource;
import dev.belay.Yield;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Bodies of every kind that look at a thread-local around their suspensions. */
final class Bodies {
  private Bodies() {}

  @AsyncMethod
  static int twice(Seen seen, CompletionStage<Integer> first, CompletionStage<Integer> second) {
    seen.look("start");
    int sum = await(first);
    seen.look("after the first");
    sum += await(second);
    seen.look("after the second");
    return sum;
  }

  @AsyncMethod
  static void sets(Seen seen, CompletionStage<Integer> stage) {
    Seen.REQUEST.set("set in the body");
    await(stage);
    seen.look("after");
  }

  @AsyncMethod
  static void outer(Seen seen, CompletionStage<Integer> inner) {
    await(inner);
    seen.look("outer");
  }

  @AsyncMethod
  static int inner(Seen seen, CompletionStage<Integer> stage) {
    int value = await(stage);
    seen.look("inner");
    return value;
  }

  @AsyncMethod
  static void cleansUp(Seen seen, CompletionStage<Integer> never) {
    try {
      await(never);
    } finally {
      seen.look("finally");
    }
  }

  @AsyncMethod
  static void moves(Seen seen, Executor executor) {
    await(resumeOn(executor));
    seen.look("moved");
  }

  @AsyncGenerator
  static void all(Seen seen, List<? extends CompletionStage<Integer>> stages, Yield<Integer> out) {
    for (CompletionStage<Integer> stage : stages) {
      int value = await(stage);
      seen.look("generator");
      out.yield(value);
    }
  }

  @AsyncResource
  static void opened(Seen seen, CompletionStage<Integer> open, Yield<Integer> scope) {
    int value = await(open);
    seen.look("open");
    try {
      scope.yield(value);
    } finally {
      seen.look("close");
    }
  }

  @AsyncMethod
  static int consumes(
      Seen seen, CompletionStage<Integer> open, List<? extends CompletionStage<Integer>> stages) {
    int sum = using(BodiesAsync.opened(seen, open));
    for (int value : each(BodiesAsync.all(seen, stages).map(each -> looked(seen, each)))) {
      sum += value;
    }
    return sum;
  }

  private static int looked(Seen seen, int value) {
    seen.look("operator");
    return value;
  }
}
