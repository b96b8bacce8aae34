package dev.belay.samples;

import java.lang.reflect.Proxy;
import java.util.Map;

/** An object of somebody else's interface that does a few things, and refuses all others. */
final class Puppet {
  private Puppet() {}

  /** What a method does; its arguments are null if it has none. */
  interface Answer {
    Object to(Object[] arguments);
  }

  /**
   * Makes one.
   *
   * @param type the interface
   * @param answers by the names of the methods
   */
  static <T> T of(Class<T> type, Map<String, Answer> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return method.invoke(answers, arguments); // its name, and whether it is the same
              }
              Answer answer = answers.get(method.getName());
              if (answer == null) {
                throw new UnsupportedOperationException(method.getName());
              }
              return answer.to(arguments);
            }));
  }
}
