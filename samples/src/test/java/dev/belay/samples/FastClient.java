package dev.belay.samples;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** Reads as fast as the server sends, and checks that the posts come complete and in order. */
final class FastClient {
  private final HttpClient client;

  FastClient(HttpClient.Version version) {
    this.client = HttpClient.newBuilder().version(version).build();
  }

  /** Completes with the number of posts, or fails if one is missing or out of order. */
  CompletableFuture<Integer> countPosts(URI uri) {
    return client
        .sendAsync(request(uri), BodyHandlers.fromLineSubscriber(new Counter(), c -> c.count, "\n"))
        .thenApply(HttpResponse::body);
  }

  HttpResponse<String> get(URI uri) throws Exception {
    return client.send(request(uri), BodyHandlers.ofString());
  }

  HttpClient http() {
    return client;
  }

  static HttpRequest request(URI uri) {
    return HttpRequest.newBuilder(uri).timeout(Duration.ofMinutes(2)).build();
  }

  private static final class Counter implements Flow.Subscriber<String> {
    private Flow.Subscription subscription;
    private int count;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(1);
    }

    @Override
    public void onNext(String line) {
      count++;
      if (!line.startsWith("{\"id\":" + count + ",")) {
        subscription.cancel();
        throw new AssertionError("line " + count + " is " + line);
      }
      subscription.request(1);
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}
  }
}
