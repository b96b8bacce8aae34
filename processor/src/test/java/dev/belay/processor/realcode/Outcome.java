package dev.belay.processor.realcode;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What a call came to, in words: its result or exception, and what is in its arguments now. */
record Outcome(String text) {
  static Outcome of(Method method, Object[] arguments) {
    String result;
    try {
      Object value = method.invoke(null, arguments);
      result =
          value instanceof CompletableFuture<?> future
              ? shown(future.get(20, TimeUnit.SECONDS))
              : shown(value);
    } catch (InvocationTargetException | java.util.concurrent.ExecutionException e) {
      result = thrown(e.getCause());
    } catch (Exception e) {
      throw new AssertionError(method + " with " + Arrays.deepToString(arguments), e);
    }
    return new Outcome(result + " after " + Arrays.deepToString(arguments));
  }

  /** Messages of some exceptions say how code was compiled. */
  private static String thrown(Throwable failure) {
    Throwable inner = failure;
    while (inner instanceof CompletionException && inner.getCause() != null) {
      inner = inner.getCause();
    }
    boolean told = !(inner instanceof NullPointerException || inner instanceof ClassCastException);
    return inner.getClass().getName() + (told ? ": " + inner.getMessage() : "");
  }

  private static String shown(Object value) {
    return Arrays.deepToString(new Object[] {value});
  }
}
