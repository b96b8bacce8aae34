package dev.belay.processor.fuzz;

import java.util.Random;

/**
 * How large a program becomes. Most are small, since many small ones meet more of what can stand
 * beside each other than few large ones in the same time; some are large, for what only meets
 * there.
 *
 * @param growth how many statements may have others inside
 * @param length how many statements the body has at least
 * @param more how many more it may have
 * @param depth how many expressions may be inside of each other
 */
record Size(int growth, int length, int more, int depth) {
  static Size any(Random random) {
    return switch (random.nextInt(16)) {
      case 0 -> new Size(5 + random.nextInt(30), 3, 5, 4);
      case 1, 2 -> new Size(2 + random.nextInt(7), 3, 5, 3 + random.nextInt(2));
      default -> new Size(1 + random.nextInt(4), 1, 3, random.nextInt(4) == 0 ? 3 : 2);
    };
  }
}
