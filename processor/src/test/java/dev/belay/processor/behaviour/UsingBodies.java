package dev.belay.processor.behaviour;

import dev.belay.AsyncIterable;
import dev.belay.processor.behaviour.CalledBodies.Steps;
import java.util.concurrent.CompletableFuture;

/** Bodies that use resources, as {@link OwnScopesTest} starts them. */
public interface UsingBodies {

  /** Bodies that use a template as it stands, or a scope that was kept. */
  CompletableFuture<String> method(Steps steps, boolean atOnce);

  /** The same, in a generator. */
  AsyncIterable<String> generator(Steps steps, boolean atOnce);

  /** The same, in a block of a group that may be cancelled. */
  CompletableFuture<String> grouped(Steps steps, boolean atOnce);

  /** The same, in a {@code finally} block. */
  CompletableFuture<String> releasing(Steps steps, boolean atOnce);

  /** The same, in resources that a stack opens and closes. */
  CompletableFuture<String> stack(Steps steps, boolean atOnce);

  /** The same, in a method that is called. */
  AsyncIterable<String> called(Steps steps, boolean atOnce);
}
