package dev.belay.processor.check.rule;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

/** A resource that a compilation has as a class file only. */
public interface Unread extends AutoCloseable {
  CompletableFuture<String> read();

  Flow.Publisher<Void> shutdown();

  @Override
  void close();
}
