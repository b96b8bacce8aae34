package dev.belay.processor.check.resource;

import java.util.Set;

/** How a type stands for work that is not done yet. */
public enum Asynchrony {
  /** The work runs already; the value only reports its end. */
  EAGER,
  /** Nothing happens before somebody subscribes. */
  LAZY,
  /** An ordinary value. */
  NONE;

  private static final Set<String> EAGER_TYPES =
      Set.of(
          "java.util.concurrent.CompletionStage",
          "java.util.concurrent.Future",
          "com.google.api.core.ApiFuture",
          "com.google.common.util.concurrent.ListenableFuture",
          "com.twitter.util.Future",
          "io.netty.util.concurrent.Future",
          "io.vertx.core.Future",
          "org.apache.kafka.common.KafkaFuture",
          "scala.concurrent.Future");

  private static final Set<String> LAZY_TYPES =
      Set.of(
          "io.reactivex.CompletableSource",
          "io.reactivex.MaybeSource",
          "io.reactivex.ObservableSource",
          "io.reactivex.SingleSource",
          "io.reactivex.rxjava3.core.CompletableSource",
          "io.reactivex.rxjava3.core.MaybeSource",
          "io.reactivex.rxjava3.core.ObservableSource",
          "io.reactivex.rxjava3.core.SingleSource",
          "io.smallrye.mutiny.Uni",
          "java.util.concurrent.Flow.Publisher",
          "org.reactivestreams.Publisher");

  /** Types that are both (a published value that is a future too) run already. */
  static Asynchrony of(Set<String> types) {
    if (types.stream().anyMatch(EAGER_TYPES::contains)) {
      return EAGER;
    }
    return types.stream().anyMatch(LAZY_TYPES::contains) ? LAZY : NONE;
  }
}
