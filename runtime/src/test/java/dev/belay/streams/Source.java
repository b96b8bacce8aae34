package dev.belay.streams;

import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * A hand-written source: notes what is done to it, and answers at once or when the test says so.
 */
final class Source<T> implements AsyncIterable<T> {
  private final List<T> elements;
  private final boolean manual;
  final List<String> trace = new ArrayList<>();
  private final Deque<Runnable> answers = new ArrayDeque<>();

  private Source(List<T> elements, boolean manual) {
    this.elements = elements;
    this.manual = manual;
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <T> Source<T> of(T... elements) {
    return new Source<>(Arrays.asList(elements), false);
  }

  @SafeVarargs
  @SuppressWarnings("varargs") // The array is only read.
  static <T> Source<T> manual(T... elements) {
    return new Source<>(Arrays.asList(elements), true);
  }

  /** Answers the longest waiting request. */
  void answer() {
    answers.remove().run();
  }

  @Override
  public AsyncIterator<T> iterator() {
    trace.add("iterator");
    return new Run(elements.iterator());
  }

  private final class Run implements AsyncIterator<T> {
    private final Iterator<T> iterator;
    private T current;

    Run(Iterator<T> iterator) {
      this.iterator = iterator;
    }

    @Override
    public CompletionStage<Boolean> advance() {
      trace.add("advance");
      CompletableFuture<Boolean> answer = new CompletableFuture<>();
      Runnable answering =
          () -> {
            boolean more = iterator.hasNext();
            current = more ? iterator.next() : null;
            answer.complete(more);
          };
      if (manual) {
        answers.add(answering);
      } else {
        answering.run();
      }
      return answer;
    }

    @Override
    public T current() {
      return current;
    }

    @Override
    public CompletionStage<Void> closeAsync() {
      trace.add("close");
      return CompletableFuture.completedStage(null);
    }
  }
}
