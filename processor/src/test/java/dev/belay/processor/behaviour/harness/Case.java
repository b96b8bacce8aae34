package dev.belay.processor.behaviour.harness;

import dev.belay.AsyncConversation;
import dev.belay.AsyncIterable;
import dev.belay.AsyncScope;
import dev.belay.internal.Machine;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A template that is a case: named after a clause, and without parameters but its Yield.
 *
 * @param kind what the template is
 * @param owner the name of the class that declares it
 * @param name its own name
 */
public record Case(Kind kind, String owner, String name) {
  /** What a template can be. */
  public enum Kind {
    GENERATOR,
    CONVERSATION,
    RESOURCE,
    METHOD
  }

  /** All cases of a program compiled with the processor. */
  public static List<Case> in(Program program) {
    ClassLoader loader = program.load(new Run(Plan.DIRECT));
    List<Case> cases = new ArrayList<>();
    for (String companion : program.sources().keySet()) {
      for (Method method : load(loader, companion).getDeclaredMethods()) {
        boolean called = Machine.class.isAssignableFrom(method.getReturnType());
        if (method.getName().matches("[A-Z]\\d+_.*") && !called) {
          String owner = companion.replaceFirst("Async$", "");
          cases.add(new Case(kind(method.getReturnType()), owner, method.getName()));
        }
      }
    }
    cases.sort(Comparator.comparing(Case::name));
    return cases;
  }

  private static Kind kind(Class<?> companionReturns) {
    if (companionReturns == AsyncIterable.class) {
      return Kind.GENERATOR;
    } else if (companionReturns == AsyncConversation.class) {
      return Kind.CONVERSATION;
    } else if (companionReturns == AsyncScope.class) {
      return Kind.RESOURCE;
    } else if (companionReturns == CompletableFuture.class) {
      return Kind.METHOD;
    }
    throw new IllegalArgumentException("a companion returns " + companionReturns);
  }

  /** Calls the companion. */
  Object companion(ClassLoader loader) throws Throwable {
    Method method = method(load(loader, owner + "Async"), name);
    Object[] arguments =
        method.getParameterCount() == 0 ? new Object[0] : new Object[] {self(loader)};
    return invoke(method, null, arguments);
  }

  /**
   * Calls the template itself.
   *
   * @param arguments its Yield, if it has one
   */
  Object template(ClassLoader loader, Object... arguments) throws Throwable {
    return invoke(method(load(loader, owner.replace('_', '$')), name), self(loader), arguments);
  }

  /** What instance methods are called on: the field SUBJECT, or a new object. */
  private Object self(ClassLoader loader) throws Throwable {
    Class<?> type = load(loader, owner.replace('_', '$'));
    try {
      var subject = type.getDeclaredField("SUBJECT");
      subject.setAccessible(true);
      return subject.get(null);
    } catch (NoSuchFieldException e) {
      Constructor<?>[] constructors = type.getDeclaredConstructors();
      if (constructors.length != 1 || constructors[0].getParameterCount() > 0) {
        return null;
      }
      constructors[0].setAccessible(true);
      return constructors[0].newInstance();
    }
  }

  private static Class<?> load(ClassLoader loader, String name) {
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }

  private static Method method(Class<?> type, String name) {
    Method method =
        Arrays.stream(type.getDeclaredMethods())
            .filter(m -> m.getName().equals(name))
            .findAny()
            .orElseThrow();
    method.setAccessible(true);
    return method;
  }

  private static Object invoke(Method method, Object receiver, Object... arguments)
      throws Throwable {
    try {
      return method.invoke(receiver, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
