package dev.belay.samples;

import dev.belay.faults.World;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * A publisher, of the kind that drivers return, over one stage of a world: its elements come when
 * that completes. A cancel reaches the stage, if the stage allows it.
 */
final class WorldPublisher<T> implements Publisher<T> {
  private final World world;
  private final String name;
  private final Supplier<List<T>> elements;

  WorldPublisher(World world, String name, Supplier<List<T>> elements) {
    this.world = world;
    this.name = name;
    this.elements = elements;
  }

  @Override
  public void subscribe(Subscriber<? super T> subscriber) {
    subscriber.onSubscribe(new Running<>(this, subscriber));
  }

  private static final class Running<T> implements Subscription {
    private final WorldPublisher<T> publisher;
    private final Subscriber<? super T> subscriber;
    private final AtomicBoolean requested = new AtomicBoolean();
    private final AtomicBoolean answered = new AtomicBoolean();
    private CompletionStage<List<T>> stage;

    Running(WorldPublisher<T> publisher, Subscriber<? super T> subscriber) {
      this.publisher = publisher;
      this.subscriber = subscriber;
    }

    @Override
    public void request(long count) {
      if (!requested.compareAndSet(false, true)) {
        return;
      }
      try {
        stage = publisher.world.stage(publisher.name, publisher.elements);
        Object unused = stage.whenComplete(this::answer);
      } catch (Throwable t) {
        answer(null, t);
      }
    }

    private void answer(List<T> elements, Throwable failure) {
      if (!answered.compareAndSet(false, true)) {
        return; // a stage that calls back twice
      }
      if (failure != null) {
        subscriber.onError(failure);
        return;
      }
      elements.forEach(subscriber::onNext);
      subscriber.onComplete();
    }

    @Override
    public void cancel() {
      if (stage != null) {
        try {
          stage.toCompletableFuture().cancel(true);
        } catch (UnsupportedOperationException e) {
          // It comes all the same.
        }
      }
    }
  }
}
