package dev.belay.processor.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Random decisions, and how much of the program may still grow. */
final class Chance {
  private final Random random;
  private final Size size;
  private int left;

  Chance(long seed) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    // Random's first values differ little between neighbouring seeds.
    for (int i = 0; i < 5; i++) {
      random.nextInt();
    }
    this.size = Size.any(random);
    this.left = size.growth();
  }

  /** How large all of it becomes. */
  Size size() {
    return size;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  boolean percent(int percent) {
    return below(100) < percent;
  }

  <T> T of(List<T> all) {
    return all.get(below(all.size()));
  }

  @SafeVarargs
  final <T> T of(T... all) {
    return all[below(all.length)];
  }

  /** What is assigned, sometimes in brackets, which mean nothing (JLS 15.8.5). */
  String bracketed(String target) {
    return percent(8) ? "(" + target + ")" : target;
  }

  /** Takes one from what may grow; false if nothing is left. */
  boolean grows() {
    return left-- > 0;
  }

  <T> Choice<T> choice() {
    return new Choice<>();
  }

  /** One of several ways to go on, some of them likelier than others. */
  final class Choice<T> {
    private final List<Supplier<? extends T>> ways = new ArrayList<>();

    Choice<T> or(int weight, Supplier<? extends T> way) {
      for (int i = 0; i < weight; i++) {
        ways.add(way);
      }
      return this;
    }

    Choice<T> or(int weight, boolean possible, Supplier<? extends T> way) {
      return possible ? or(weight, way) : this;
    }

    T take() {
      return of(ways).get();
    }
  }
}
