package dev.belay.machines;

/** When and how the stages of a test complete. */
enum Timing {
  /** Before they are awaited. */
  DONE,
  /** Before they are awaited, but they are not exactly CompletableFuture. */
  DONE_FOREIGN,
  /** Later, on the thread of the test. */
  LATER,
  /** Later, on the thread of the test, and they are not exactly CompletableFuture. */
  LATER_FOREIGN,
  /** On another thread, at any time. */
  ELSEWHERE
}
