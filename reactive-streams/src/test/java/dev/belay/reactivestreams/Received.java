package dev.belay.reactivestreams;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/** A subscriber that asks for what the test says. */
final class Received implements Subscriber<Integer> {
  private final List<Integer> elements = new CopyOnWriteArrayList<>();
  private final CompletableFuture<Subscription> subscribed = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> end = new CompletableFuture<>();
  private final CompletableFuture<@Nullable Void> enough = new CompletableFuture<>();
  private final int wanted;

  /**
   * @param wanted after how many elements there are enough
   */
  Received(int wanted) {
    this.wanted = wanted;
  }

  List<Integer> elements() {
    return elements;
  }

  Subscription subscription() {
    return subscribed.join();
  }

  /** Completes when there are enough elements. */
  CompletableFuture<@Nullable Void> enough() {
    return enough;
  }

  /** Completes as the publisher does. */
  CompletableFuture<@Nullable Void> end() {
    return end;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscribed.complete(subscription);
  }

  @Override
  public void onNext(Integer element) {
    elements.add(element);
    if (elements.size() == wanted) {
      enough.complete(null);
    }
  }

  @Override
  public void onError(Throwable failure) {
    end.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    end.complete(null);
  }
}
