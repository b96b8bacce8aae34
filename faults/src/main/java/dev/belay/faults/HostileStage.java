package dev.belay.faults;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Has nothing but {@code whenComplete}, returns null from it, and calls back twice. */
final class HostileStage {
  private HostileStage() {}

  @SuppressWarnings("unchecked")
  static <T> CompletionStage<T> of(
      CompletableFuture<T> outcome, @Nullable RuntimeException refusal) {
    List<BiConsumer<@Nullable Object, @Nullable Throwable>> callbacks = new ArrayList<>();
    Object unused =
        outcome.whenComplete(
            (value, failure) -> {
              for (BiConsumer<@Nullable Object, @Nullable Throwable> callback :
                  List.copyOf(callbacks)) {
                callback.accept(value, failure);
                callback.accept(value, failure);
              }
            });
    return (CompletionStage<T>)
        Proxy.newProxyInstance(
            HostileStage.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("whenComplete")) {
                throw new UnsupportedOperationException(method.getName());
              }
              if (refusal != null) {
                throw refusal;
              }
              callbacks.add((BiConsumer<@Nullable Object, @Nullable Throwable>) arguments[0]);
              return null;
            });
  }
}
