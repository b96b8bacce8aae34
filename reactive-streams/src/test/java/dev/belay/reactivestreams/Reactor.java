package dev.belay.reactivestreams;

import dev.belay.AsyncIterable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Project Reactor. */
record Reactor() implements Library {
  @Override
  public CompletionStage<Integer> single(CompletableFuture<Integer> source, Runnable onCancel) {
    Mono<Integer> mono = Mono.fromFuture(source).doOnCancel(onCancel);
    return mono.toFuture();
  }

  @Override
  public AsyncIterable<Integer> many(int last, Runnable onCancel) {
    Flux<Integer> flux = Flux.range(1, last).doOnCancel(onCancel);
    return Publishers.iterable(flux);
  }

  @Override
  public AsyncIterable<Integer> failing(Throwable failure) {
    return Publishers.iterable(Flux.error(failure));
  }

  @Override
  public Publisher<Integer> incremented(AsyncIterable<Integer> generator) {
    return Flux.from(Publishers.publisher(generator)).map(number -> number + 1);
  }

  @Override
  public CompletionStage<List<Integer>> collected(AsyncIterable<Integer> generator) {
    Flux<Integer> flux = Flux.from(Publishers.publisher(generator));
    return flux.collectList().toFuture();
  }
}
