package dev.belay.benchmarks;

import java.util.Iterator;
import java.util.List;

/** The generators of {@link Many} by hand, polled by one consumer. */
final class ByHandMany {
  private ByHandMany() {}

  static final class Listed extends ByHand.Source {
    private final Iterator<Integer> numbers;

    Listed(List<Integer> numbers) {
      super(numbers.size());
      this.numbers = numbers.iterator();
    }

    @Override
    int poll(ByHand.Consumer consumer) {
      if (!numbers.hasNext()) {
        return ByHand.END;
      }
      element = numbers.next();
      return ByHand.ELEMENT;
    }
  }

  static final class Indexed extends ByHand.Source {
    private final Integer[] numbers;

    Indexed(Integer[] numbers) {
      super(numbers.length);
      this.numbers = numbers;
    }

    @Override
    int poll(ByHand.Consumer consumer) {
      if (next == count) {
        return ByHand.END;
      }
      element = numbers[next++];
      return ByHand.ELEMENT;
    }
  }

  static final class Chunked extends ByHand.Source {
    private final Integer[] numbers;
    private int end;

    Chunked(Integer[] numbers) {
      super(numbers.length);
      this.numbers = numbers;
    }

    @Override
    int poll(ByHand.Consumer consumer) {
      if (next == end) {
        if (end == count) {
          return ByHand.END;
        }
        end += 10;
      }
      element = numbers[next++];
      return ByHand.ELEMENT;
    }
  }
}
