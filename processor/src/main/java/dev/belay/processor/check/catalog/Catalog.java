package dev.belay.processor.check.catalog;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is known of libraries that their signatures do not tell. Types are named as in an import, a
 * nested one {@code Outer.Inner}; what is said of a type holds for its subtypes.
 */
public final class Catalog {
  private final Map<Fact, Map<String, Set<String>>> facts = new EnumMap<>(Fact.class);

  /** All methods of all types that a fact names: most calls are dismissed by their names alone. */
  private final Map<Fact, Set<String>> names = new EnumMap<>(Fact.class);

  void add(Fact fact, String type, Set<String> methods) {
    facts
        .computeIfAbsent(fact, key -> new HashMap<>())
        .computeIfAbsent(type, key -> new HashSet<>())
        .addAll(methods);
    names.computeIfAbsent(fact, key -> new HashSet<>()).addAll(methods);
  }

  /** Whether any type has a method of this name that the fact is true of. */
  public boolean mentions(Fact fact, String method) {
    return names.getOrDefault(fact, Set.of()).contains(method);
  }

  /**
   * Whether a fact is true of a method.
   *
   * @param types the type that has the method, and its supertypes
   */
  public boolean says(Fact fact, Set<String> types, String method) {
    if (!mentions(fact, method)) {
      return false;
    }
    Map<String, Set<String>> byType = facts.getOrDefault(fact, Map.of());
    for (String type : types) {
      Set<String> methods = byType.get(type);
      if (methods != null && methods.contains(method)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether a fact is true of a type.
   *
   * @param types the type and its supertypes
   */
  public boolean says(Fact fact, Set<String> types) {
    Map<String, Set<String>> byType = facts.getOrDefault(fact, Map.of());
    return types.stream().anyMatch(byType::containsKey);
  }

  /** The methods of a type that a fact is true of. */
  public Set<String> methods(Fact fact, Set<String> types) {
    Set<String> methods = new HashSet<>();
    Map<String, Set<String>> byType = facts.getOrDefault(fact, Map.of());
    types.forEach(type -> methods.addAll(byType.getOrDefault(type, Set.of())));
    return methods;
  }
}
