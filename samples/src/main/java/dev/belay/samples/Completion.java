package dev.belay.samples;

import org.jspecify.annotations.Nullable;

/** Waits for the end of a publisher; see {@link Publishers#done}. */
final class Completion extends PublisherStage<Object, @Nullable Void> {
  Completion() {
    super(1);
  }

  @Override
  public void onNext(Object element) {
    request(1);
  }

  @Override
  public void onComplete() {
    complete(null);
  }
}
