package dev.belay.reactivestreams;

import dev.belay.AsyncIterable;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.FlowAdapters;
import org.reactivestreams.Publisher;

/** Mutiny, whose publishers are those of the JDK: no adapter is needed. */
record Mutiny() implements Library {
  @Override
  public CompletionStage<Integer> single(CompletableFuture<Integer> source, Runnable onCancel) {
    Uni<Integer> uni = Uni.createFrom().completionStage(source).onCancellation().invoke(onCancel);
    return uni.subscribeAsCompletionStage();
  }

  @Override
  public AsyncIterable<Integer> many(int last, Runnable onCancel) {
    Multi<Integer> multi = Multi.createFrom().range(1, last + 1).onCancellation().invoke(onCancel);
    return AsyncIterable.fromPublisher(multi);
  }

  @Override
  public AsyncIterable<Integer> failing(Throwable failure) {
    return AsyncIterable.fromPublisher(Multi.createFrom().failure(failure));
  }

  @Override
  public Publisher<Integer> incremented(AsyncIterable<Integer> generator) {
    return FlowAdapters.toPublisher(
        Multi.createFrom().publisher(generator.toPublisher()).map(number -> number + 1));
  }

  @Override
  public CompletionStage<List<Integer>> collected(AsyncIterable<Integer> generator) {
    Multi<Integer> multi = Multi.createFrom().publisher(generator.toPublisher());
    return multi.collect().asList().subscribeAsCompletionStage();
  }
}
