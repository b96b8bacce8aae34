package dev.belay.reactivestreams;

import org.jspecify.annotations.Nullable;

/** Waits for the end of a publisher; see {@link Publishers#done}. */
final class Completion extends PublisherStage<Object, @Nullable Void> {
  @Override
  void next(Object element) {
    request();
  }

  @Override
  public void onComplete() {
    complete(null);
  }
}
