package dev.belay.processor.behaviour;

import dev.belay.AsyncIterable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Bodies that call each other, as {@link OwnCallsTest} starts them. */
public interface CalledBodies {

  /** What the bodies of one run do that can be observed. */
  interface Steps {
    /** The next stage to be awaited. */
    CompletionStage<String> stage();

    /** Says what happens. */
    void trace(String event);

    /** What a group is given to fork. */
    CompletionStage<String> task();
  }

  /** Bodies that are called at once, or whose futures are awaited. */
  CompletableFuture<String> method(Steps steps, boolean atOnce);

  /** The same, in a generator. */
  AsyncIterable<String> generator(Steps steps, boolean atOnce);

  /** The same, around a group that may cancel the block with the call in it. */
  CompletableFuture<String> grouped(Steps steps, boolean atOnce);

  /** The same, in the opening and the release of a resource. */
  CompletableFuture<String> opening(Steps steps, boolean atOnce);

  /** A method that calls itself, and awaits a stage in the end. */
  CompletableFuture<Integer> deep(int depth, CompletionStage<Integer> last);
}
