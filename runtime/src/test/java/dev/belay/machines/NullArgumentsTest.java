package dev.belay.machines;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.Async;
import dev.belay.AsyncConversation;
import dev.belay.AsyncFunction;
import dev.belay.AsyncIterable;
import dev.belay.AsyncIterator;
import dev.belay.AsyncQueue;
import dev.belay.AsyncScope;
import dev.belay.AsyncStack;
import dev.belay.AsyncSupplier;
import dev.belay.Deadline;
import dev.belay.Opened;
import dev.belay.TaskGroup;
import java.io.File;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public method refuses null where its signature does not allow it, and has then changed
 * nothing. What is found by reflection is all there is: a new method is tried as well, or its
 * parameter's type is missing in the table below.
 */
class NullArgumentsTest {
  private static final CompletableFuture<Integer> ONE = CompletableFuture.completedFuture(1);

  /** What only users implement or only bodies call; the processor replaces or writes the calls. */
  private static final List<String> NOT_OURS =
      List.of("AsyncFunction", "AsyncSupplier", "Exchange", "UndeliveredFailureHandler", "Yield");

  private static final List<String> IN_BODIES = List.of("await", "each", "using");

  private static final Map<Class<?>, Supplier<?>> RECEIVERS =
      Map.of(
          AsyncConversation.class,
              () -> new Echo(CompletableFuture.completedFuture("x"), ONE, list()),
          AsyncIterable.class, () -> AsyncIterable.of(1),
          AsyncIterator.class, () -> AsyncIterable.of(1).iterator(),
          AsyncQueue.class, () -> AsyncQueue.fifo(2),
          AsyncScope.class, () -> AsyncScope.ofValue(1),
          AsyncStack.class, () -> AsyncStack.scope().open().join().value(),
          Deadline.class, () -> Deadline.in(null),
          Opened.class, () -> AsyncScope.ofValue(1).open().join(),
          TaskGroup.class, () -> TaskGroup.scope().open().join().value());

  private static final Map<Class<?>, Object> ARGUMENTS =
      Map.ofEntries(
          Map.entry(AsyncFunction.class, (AsyncFunction<Object, Integer>) any -> ONE),
          Map.entry(AsyncIterable.class, AsyncIterable.of(1)),
          Map.entry(AsyncIterator.class, AsyncIterable.of(1).iterator()),
          Map.entry(AsyncScope.class, AsyncScope.ofValue(1)),
          Map.entry(AsyncSupplier.class, (AsyncSupplier<Integer>) () -> ONE),
          Map.entry(BiFunction.class, (BiFunction<Object, Object, Object>) (a, b) -> a),
          Map.entry(BinaryOperator.class, (BinaryOperator<Object>) (a, b) -> a),
          Map.entry(Callable.class, (Callable<AutoCloseable>) () -> () -> {}),
          Map.entry(Collector.class, Collectors.toList()),
          Map.entry(Comparator.class, Comparator.naturalOrder()),
          Map.entry(CompletionStage.class, ONE),
          Map.entry(CompletionStage[].class, new CompletionStage<?>[] {ONE}),
          Map.entry(Consumer.class, (Consumer<Object>) any -> {}),
          Map.entry(Duration.class, Duration.ZERO),
          Map.entry(Executor.class, (Executor) Runnable::run),
          Map.entry(Flow.Publisher.class, AsyncIterable.of(1).toPublisher()),
          Map.entry(Function.class, (Function<Object, Object>) any -> any),
          Map.entry(Iterable.class, List.of(1)),
          Map.entry(List.class, List.of(ONE)),
          Map.entry(Object.class, 1),
          Map.entry(Object[].class, new Object[] {1}),
          Map.entry(Opened.class, AsyncScope.ofValue(1).open().join()),
          Map.entry(Predicate.class, (Predicate<Object>) any -> true),
          Map.entry(Throwable.class, new ArithmeticException()),
          Map.entry(boolean.class, true),
          Map.entry(int.class, 1),
          Map.entry(long.class, 1L));

  private static List<String> list() {
    return new ArrayList<>();
  }

  private record Refusal(Method method, int parameter) {
    @Override
    public String toString() {
      return "%s.%s, argument %d of %s"
          .formatted(
              method.getDeclaringClass().getSimpleName(),
              method.getName(),
              parameter + 1,
              Arrays.toString(method.getParameterTypes()));
    }
  }

  static Stream<Refusal> refusals() throws Exception {
    return publicMethods().stream()
        .flatMap(
            method ->
                Stream.iterate(0, i -> i < method.getParameterCount(), i -> i + 1)
                    .filter(i -> !mayBeNull(method, i))
                    .map(i -> new Refusal(method, i)));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void nullIsRefusedAndNothingIsChanged(Refusal refusal) throws Exception {
    Method method = refusal.method();
    Object receiver = receiver(method);
    String before = String.valueOf(receiver);
    Object[] arguments = arguments(method);
    arguments[refusal.parameter()] = null;

    assertThat(failure(method, receiver, arguments)).isInstanceOf(NullPointerException.class);
    assertThat(receiver).hasToString(before);
  }

  /** What the signature allows is taken. */
  @Test
  void nullIsTakenWhereTheSignatureSaysSo() throws Exception {
    List<String> taken = new ArrayList<>();
    for (Method method : publicMethods()) {
      for (int i = 0; i < method.getParameterCount(); i++) {
        if (mayBeNull(method, i) && !method.getParameterTypes()[i].isPrimitive()) {
          Object[] arguments = arguments(method);
          arguments[i] = null;
          assertThat(failure(method, receiver(method), arguments) instanceof NullPointerException)
              .as("%s", new Refusal(method, i))
              .isFalse();
          taken.add(method.getDeclaringClass().getSimpleName() + "." + method.getName());
        }
      }
    }

    assertThat(taken)
        .containsExactlyInAnyOrder(
            "Async.timeout",
            "AsyncConversation.send",
            "AsyncIterable.reduce",
            "AsyncIterator.nextOrDefault",
            "AsyncScope.ofValue",
            "Deadline.in",
            "Deadline.reschedule",
            "Opened.close");
  }

  private static Object receiver(Method method) {
    if (Modifier.isStatic(method.getModifiers())) {
      return "static";
    }
    Supplier<?> receiver = RECEIVERS.get(method.getDeclaringClass());
    assertThat(receiver).as("something to call %s of", method).isNotNull();
    return receiver.get();
  }

  private static Object[] arguments(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(
            type -> {
              assertThat(ARGUMENTS).as("arguments of %s", method).containsKey(type);
              return ARGUMENTS.get(type);
            })
        .toArray();
  }

  /** What the call throws, or the stage that it returns fails with; null if neither. */
  private static Throwable failure(Method method, Object receiver, Object[] arguments)
      throws IllegalAccessException {
    try {
      return method.invoke(receiver, arguments) instanceof CompletionStage<?> stage
          ? stage.toCompletableFuture().<Throwable>handle((value, failure) -> failure).getNow(null)
          : null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  private static boolean mayBeNull(Method method, int parameter) {
    AnnotatedType type = method.getAnnotatedParameterTypes()[parameter];
    if (method.getParameterTypes()[parameter].isPrimitive()
        || type.isAnnotationPresent(Nullable.class)) {
      return true;
    }
    return type.getType() instanceof TypeVariable<?> variable
        && Arrays.stream(variable.getAnnotatedBounds())
            .anyMatch(bound -> bound.isAnnotationPresent(Nullable.class));
  }

  private static List<Method> publicMethods() throws Exception {
    File classes =
        new File(
            Async.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI()
                .resolve("dev/belay"));
    List<Method> methods = new ArrayList<>();
    for (File file : classes.listFiles((folder, name) -> name.matches("\\w+\\.class"))) {
      String name = file.getName().replace(".class", "");
      Class<?> type = Class.forName("dev.belay." + name);
      if (Modifier.isPublic(type.getModifiers())
          && !type.isAnnotation()
          && !NOT_OURS.contains(name)) {
        Arrays.stream(type.getDeclaredMethods())
            .filter(method -> Modifier.isPublic(method.getModifiers()))
            .filter(method -> !method.isSynthetic() && !IN_BODIES.contains(method.getName()))
            .forEach(methods::add);
      }
    }
    assertThat(methods).hasSizeGreaterThan(60);
    return methods;
  }
}
