package dev.belay.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * Collects a publisher's elements; see {@link Publishers#all}.
 *
 * @param <T> the type of the elements
 */
final class AllElements<T> extends PublisherStage<T, List<T>> {
  private static final int BATCH = 64;

  private final List<T> elements = new ArrayList<>();

  AllElements() {
    super(BATCH);
  }

  @Override
  public void onNext(T element) {
    elements.add(element);
    if (elements.size() % BATCH == 0) {
      request(BATCH);
    }
  }

  @Override
  public void onComplete() {
    complete(elements);
  }
}
