package dev.belay.build;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What others can see of a class, one line for the class and one for each member. */
final class Signatures {
  private Signatures() {}

  /** Whether code of other packages can name the class. */
  static boolean isVisible(Class<?> type) {
    Class<?> outer = type.getDeclaringClass();
    return isVisible(type.getModifiers())
        && !type.isSynthetic()
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && (outer == null || isVisible(outer));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  /** The class first, then its members in the order of the alphabet. */
  static List<String> of(Class<?> type) {
    TreeSet<String> members = new TreeSet<>();
    Stream.<Member>of(type.getDeclaredFields())
        .filter(Signatures::isShown)
        .map(member -> field((Field) member))
        .forEach(members::add);
    Stream.<Member>of(type.getDeclaredConstructors())
        .filter(Signatures::isShown)
        .map(member -> executable((Constructor<?>) member))
        .forEach(members::add);
    Stream.<Member>of(type.getDeclaredMethods())
        .filter(Signatures::isShown)
        .map(member -> method((Method) member))
        .forEach(members::add);
    return Stream.concat(Stream.of(header(type)), members.stream().map(member -> "  " + member))
        .toList();
  }

  private static boolean isShown(Member member) {
    return isVisible(member.getModifiers()) && !member.isSynthetic();
  }

  private static String header(Class<?> type) {
    String supertypes =
        Stream.concat(
                Stream.ofNullable(type.getGenericSuperclass()),
                Arrays.stream(type.getGenericInterfaces()))
            .map(java.lang.reflect.Type::getTypeName)
            .filter(name -> !name.equals("java.lang.Object"))
            .collect(Collectors.joining(", "));
    Class<?>[] permitted = type.getPermittedSubclasses();
    String permits =
        permitted == null
            ? ""
            : " permits "
                + Arrays.stream(permitted).map(Class::getName).collect(Collectors.joining(", "));
    // Newer JDKs print what "permits" says already.
    String declaration = type.toGenericString().replaceFirst("\\b(non-)?sealed ", "");
    return declaration + (supertypes.isEmpty() ? "" : " : " + supertypes) + permits;
  }

  private static String field(Field field) {
    return field.toGenericString() + constant(field);
  }

  /** Constants are copied into the code of others. */
  private static String constant(Field field) {
    boolean isConstant =
        Modifier.isStatic(field.getModifiers())
            && Modifier.isFinal(field.getModifiers())
            && (field.getType().isPrimitive() || field.getType() == String.class);
    if (!isConstant) {
      return "";
    }
    try {
      field.setAccessible(true);
      return " = " + field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String method(Method method) {
    Object value = method.getDefaultValue();
    return executable(method) + (value == null ? "" : " default " + value(value));
  }

  private static String value(Object value) {
    return value instanceof Object[] values ? Arrays.toString(values) : Objects.toString(value);
  }

  /** {@code synchronized} and the like are nobody else's business. */
  private static String executable(Executable executable) {
    return executable.toGenericString().replace("synchronized ", "");
  }
}
