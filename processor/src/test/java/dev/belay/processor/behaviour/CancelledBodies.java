package dev.belay.processor.behaviour;

import dev.belay.AsyncScope;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Compiled methods and a compiled resource, as {@link CompiledStagesTest} starts them. */
public interface CancelledBodies {

  /** Opens with one stage and releases with the other. */
  AsyncScope<String> resource(
      CompletionStage<String> opening, CompletionStage<?> closing, List<String> trace);

  /** Awaits in a block that uses the scope, and then behind it. */
  CompletableFuture<String> use(
      AsyncScope<String> scope,
      CompletionStage<String> inside,
      CompletionStage<String> behind,
      List<String> trace);

  /** Awaits one stage after the other. */
  CompletableFuture<Integer> sum(Supplier<? extends CompletionStage<Integer>> stages, int count);

  /** The failure that an await throws. */
  CompletableFuture<Throwable> thrown(CompletionStage<?> stage);
}
