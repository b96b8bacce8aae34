package dev.belay.internal;

import java.lang.invoke.LambdaConversionException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds members of the user's classes that only those classes may name: what a template's body
 * touched, its machine must reach. The handles are kept in static final fields, where the virtual
 * machine treats them as constants.
 *
 * <p>Every method takes the companion's own lookup, which has to be in the module and package of
 * the owner, and throws an {@link IllegalStateException} if the member is not there: the companion
 * was compiled against another version of the class.
 */
public final class Handles {
  private Handles() {}

  /**
   * Reads a field.
   *
   * @param caller the companion's lookup
   * @param access the class that may name the member: the owner, or a subclass that inherits it
   * @param owner the class that declares the field
   * @param name the field's name
   * @param type the field's erased type
   * @return a handle of type {@code (access)type}
   */
  public static MethodHandle getter(
      Lookup caller, Class<?> access, Class<?> owner, String name, Class<?> type) {
    return find(caller, access, owner, lookup -> lookup.findGetter(owner, name, type));
  }

  /** Reads a static field; as {@link #getter}, of type {@code ()type}. */
  public static MethodHandle staticGetter(
      Lookup caller, Class<?> access, Class<?> owner, String name, Class<?> type) {
    return find(caller, access, owner, lookup -> lookup.findStaticGetter(owner, name, type));
  }

  /** Writes a field; as {@link #getter}, of type {@code (owner,type)void}. */
  public static MethodHandle setter(
      Lookup caller, Class<?> access, Class<?> owner, String name, Class<?> type) {
    return find(caller, access, owner, lookup -> lookup.findSetter(owner, name, type));
  }

  /** Writes a static field; as {@link #getter}, of type {@code (type)void}. */
  public static MethodHandle staticSetter(
      Lookup caller, Class<?> access, Class<?> owner, String name, Class<?> type) {
    return find(caller, access, owner, lookup -> lookup.findStaticSetter(owner, name, type));
  }

  /**
   * Calls an instance method.
   *
   * @param caller the companion's lookup
   * @param access the class that may name the member: the owner, or a subclass that inherits it
   * @param owner the class that declares the method
   * @param name the method's name
   * @param result its erased result type
   * @param parameters its erased parameter types
   * @return a handle that takes the instance first
   */
  public static MethodHandle method(
      Lookup caller,
      Class<?> access,
      Class<?> owner,
      String name,
      Class<?> result,
      Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    return find(caller, access, owner, lookup -> lookup.findVirtual(owner, name, type));
  }

  /** Calls a static method; otherwise as {@link #method}. */
  public static MethodHandle staticMethod(
      Lookup caller,
      Class<?> access,
      Class<?> owner,
      String name,
      Class<?> result,
      Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    return find(caller, access, owner, lookup -> lookup.findStatic(owner, name, type));
  }

  /**
   * Calls what a method overrides, as {@code super.name(...)} does.
   *
   * @param caller the companion's lookup
   * @param from the class in which {@code super} is written
   * @param owner the class that declares the overridden method
   * @param name the method's name
   * @param result its erased result type
   * @param parameters its erased parameter types
   * @return a handle that takes an instance of {@code from} first
   */
  public static MethodHandle superMethod(
      Lookup caller,
      Class<?> from,
      Class<?> owner,
      String name,
      Class<?> result,
      Class<?>... parameters) {
    MethodType type = MethodType.methodType(result, parameters);
    return find(caller, from, owner, lookup -> lookup.findSpecial(owner, name, type, from));
  }

  /** Creates an instance; a handle of type {@code (parameters)owner}. */
  public static MethodHandle constructor(
      Lookup caller, Class<?> access, Class<?> owner, Class<?>... parameters) {
    MethodType type = MethodType.methodType(void.class, parameters);
    return find(caller, access, owner, lookup -> lookup.findConstructor(owner, type));
  }

  /**
   * A private class, which only its own nest may name. It is not initialized.
   *
   * @param caller the companion's lookup
   * @param name the binary name
   */
  public static Class<?> type(Lookup caller, String name) {
    try {
      return Class.forName(name, false, caller.lookupClass().getClassLoader());
    } catch (ClassNotFoundException e) {
      throw changed(name, e);
    }
  }

  /**
   * Makes objects of a private interface out of those of another with the same method, which a
   * lambda can have.
   *
   * @param caller the companion's lookup
   * @param from the other interface, of one method
   * @param name the binary name of the private interface
   * @return a handle of type {@code (Object)Object}
   */
  public static MethodHandle function(Lookup caller, Class<?> from, String name) {
    Class<?> to = type(caller, name);
    Method called = from.getMethods()[0];
    List<MethodType> all =
        Arrays.stream(to.getMethods())
            .filter(each -> Modifier.isAbstract(each.getModifiers()))
            .filter(each -> each.getName().equals(called.getName()))
            .filter(each -> each.getParameterCount() == called.getParameterCount())
            .map(each -> MethodType.methodType(each.getReturnType(), each.getParameterTypes()))
            .distinct()
            .toList();
    try {
      MethodHandle implementation = caller.unreflect(called);
      MethodType implemented = all.get(0);
      List<Object> arguments = new ArrayList<>();
      arguments.add(implemented);
      arguments.add(implementation);
      arguments.add(narrowed(implemented, implementation.type().dropParameterTypes(0, 1)));
      arguments.add(LambdaMetafactory.FLAG_BRIDGES);
      arguments.add(all.size() - 1);
      arguments.addAll(all.subList(1, all.size()));
      return LambdaMetafactory.altMetafactory(
              caller, called.getName(), MethodType.methodType(to, from), arguments.toArray())
          .getTarget()
          .asType(MethodType.methodType(Object.class, Object.class));
    } catch (IllegalAccessException | LambdaConversionException | IndexOutOfBoundsException e) {
      throw changed(name, e);
    }
  }

  /** The more special ones of the types of a method and of those that a lambda has for them. */
  private static MethodType narrowed(MethodType declared, MethodType own) {
    MethodType narrowed = declared;
    for (int i = 0; i < declared.parameterCount(); i++) {
      if (declared.parameterType(i).isAssignableFrom(own.parameterType(i))) {
        narrowed = narrowed.changeParameterType(i, own.parameterType(i));
      }
    }
    return declared.returnType().isAssignableFrom(own.returnType())
        ? narrowed.changeReturnType(own.returnType())
        : narrowed;
  }

  private static MethodHandle find(Lookup caller, Class<?> access, Class<?> owner, Finder finder) {
    try {
      return finder.find(MethodHandles.privateLookupIn(access, caller));
    } catch (ReflectiveOperationException e) {
      throw changed(owner.getName(), e);
    }
  }

  private static IllegalStateException changed(String name, Exception cause) {
    return new IllegalStateException(
        name + " has changed since its companion was compiled; compile it again", cause);
  }

  private interface Finder {
    MethodHandle find(Lookup lookup) throws ReflectiveOperationException;
  }
}
