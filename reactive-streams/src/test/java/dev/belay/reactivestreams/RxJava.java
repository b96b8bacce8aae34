package dev.belay.reactivestreams;

import dev.belay.AsyncIterable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;

/** RxJava 3. */
record RxJava() implements Library {
  @Override
  public CompletionStage<Integer> single(CompletableFuture<Integer> source, Runnable onCancel) {
    Single<Integer> single = Single.fromCompletionStage(source).doOnDispose(onCancel::run);
    return single.toCompletionStage();
  }

  @Override
  public AsyncIterable<Integer> many(int last, Runnable onCancel) {
    Flowable<Integer> flowable = Flowable.range(1, last).doOnCancel(onCancel::run);
    return Publishers.iterable(flowable);
  }

  @Override
  public AsyncIterable<Integer> failing(Throwable failure) {
    return Publishers.iterable(Flowable.error(failure));
  }

  @Override
  public Publisher<Integer> incremented(AsyncIterable<Integer> generator) {
    return Flowable.fromPublisher(Publishers.publisher(generator)).map(number -> number + 1);
  }

  @Override
  public CompletionStage<List<Integer>> collected(AsyncIterable<Integer> generator) {
    Flowable<Integer> flowable = Flowable.fromPublisher(Publishers.publisher(generator));
    return flowable.toList().toCompletionStage();
  }
}
