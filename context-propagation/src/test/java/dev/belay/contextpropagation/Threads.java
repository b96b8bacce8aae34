package dev.belay.contextpropagation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads of a name, on each of which a request of its own is in progress. */
final class Threads implements AutoCloseable {
  private final Map<String, ExecutorService> executors = new LinkedHashMap<>();

  /** Runs something on the thread of that name, and waits for it. */
  void on(String name, Runnable work) {
    CompletableFuture.runAsync(work, executor(name)).join();
  }

  ExecutorService executor(String name) {
    return executors.computeIfAbsent(
        name,
        absent -> {
          ExecutorService executor =
              Executors.newSingleThreadExecutor(work -> new Thread(work, "thread " + name));
          executor.execute(() -> Seen.REQUEST.set("request of " + name));
          return executor;
        });
  }

  /** Each thread has what it had, whatever bodies have run on it. */
  @Override
  public void close() {
    for (String name : executors.keySet()) {
      on(name, () -> assertThat(Seen.REQUEST.get()).isEqualTo("request of " + name));
      executor(name).shutdown();
    }
  }
}
