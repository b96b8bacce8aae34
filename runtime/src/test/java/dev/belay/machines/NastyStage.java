package dev.belay.machines;

import java.lang.reflect.Proxy;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** Stages that know nothing but {@code whenComplete}, and do with it what they like. */
final class NastyStage {
  private NastyStage() {}

  interface WhenComplete {
    void register(BiConsumer<Object, Throwable> callback) throws Throwable;
  }

  /** A stage of which every other method throws; {@code whenComplete} returns null. */
  @SuppressWarnings("unchecked")
  static <T> CompletionStage<T> of(WhenComplete whenComplete) {
    return (CompletionStage<T>)
        Proxy.newProxyInstance(
            NastyStage.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              if (!method.getName().equals("whenComplete")) {
                throw new UnsupportedOperationException(method.getName());
              }
              whenComplete.register((BiConsumer<Object, Throwable>) arguments[0]);
              return null;
            });
  }
}
