package dev.belay.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The smallest item first, equal ones in the order of their coming (F17). Each operation makes all
 * its comparisons before it moves anything, so that a comparator that throws changes nothing; the
 * JDK's heap may lose an item then.
 */
final class Heap<T> implements Store<T> {
  private final Comparator<? super T> order;
  private @Nullable Ranked<T>[] nodes = array(16);
  private int size;
  private long arrivals;

  private record Ranked<T>(T item, long arrival) {}

  Heap(Comparator<? super T> order) {
    this.order = order;
  }

  @SuppressWarnings("unchecked") // Only this class sees the array.
  private static <T> @Nullable Ranked<T>[] array(int length) {
    return (Ranked<T>[]) new Ranked<?>[length];
  }

  @Override
  public void add(T item) {
    Ranked<T> added = new Ranked<>(item, arrivals);
    int place = size;
    while (place > 0 && before(added, node((place - 1) >>> 1))) {
      place = (place - 1) >>> 1;
    }
    if (size == nodes.length) {
      nodes = Arrays.copyOf(nodes, 2 * size);
    }
    for (int hole = size; hole != place; hole = (hole - 1) >>> 1) {
      nodes[hole] = nodes[(hole - 1) >>> 1];
    }
    nodes[place] = added;
    size++;
    arrivals++;
  }

  @Override
  public @Nullable T take() {
    if (size == 0) {
      return null;
    }
    int last = size - 1;
    Ranked<T> moved = node(last);
    int place = 0;
    for (int child = 1; child < last; child = 2 * place + 1) {
      if (child + 1 < last && before(node(child + 1), node(child))) {
        child++;
      }
      if (!before(node(child), moved)) {
        break;
      }
      place = child;
    }
    nodes[last] = null;
    size = last;
    if (last == 0) {
      return moved.item();
    }
    // What stands on the way down moves up by one, and the first of it out.
    Ranked<T> out = moved;
    for (int at = place; ; at = (at - 1) >>> 1) {
      Ranked<T> displaced = node(at);
      nodes[at] = out;
      out = displaced;
      if (at == 0) {
        return out.item();
      }
    }
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void clear() {
    Arrays.fill(nodes, 0, size, null);
    size = 0;
  }

  private boolean before(Ranked<T> one, Ranked<T> other) {
    int compared = order.compare(one.item(), other.item());
    return compared != 0 ? compared < 0 : one.arrival() < other.arrival();
  }

  private Ranked<T> node(int index) {
    return Objects.requireNonNull(nodes[index]);
  }
}
