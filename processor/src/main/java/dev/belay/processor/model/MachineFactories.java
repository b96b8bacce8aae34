package dev.belay.processor.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The private methods of a companion that create the machines of its asynchronous methods, so that
 * a body which awaits such a method at once needs no future.
 *
 * <pre>{@code
 * await(PagesAsync.fetch(url))           // in a template of Pages
 *
 * invoking(PagesAsync.fetchCall(url))    // in its machine
 * }</pre>
 */
public final class MachineFactories {
  private MachineFactories() {}

  /**
   * The method of a companion that creates the machine of a template; its parameters are those of
   * the method that callers see.
   *
   * @param name what the template is called
   * @param parameters how many parameters the companion's method has
   * @return empty if there is none, or if overloads make it uncertain which is meant
   */
  public static Optional<Template> called(Companion companion, String name, int parameters) {
    List<Template> found =
        companion.templates().stream()
            .filter(each -> each.name().equals(name) && arity(each) == parameters)
            .toList();
    return found.size() == 1 && found.get(0).kind() == Template.Kind.METHOD
        ? Optional.of(found.get(0))
        : Optional.empty();
  }

  private static int arity(Template template) {
    return template.parameters().size() + (template.self().isPresent() ? 1 : 0);
  }

  /** The name of the method, which no template has. */
  public static String name(Companion companion, Template template) {
    List<String> taken =
        new ArrayList<>(companion.templates().stream().map(Template::name).toList());
    for (Template each : companion.templates()) {
      String name = each.name() + "Call";
      for (int i = 2; taken.contains(name); i++) {
        name = each.name() + "Call" + i;
      }
      if (each.equals(template)) {
        return name;
      }
      taken.add(name);
    }
    throw new IllegalArgumentException("not a template of this companion: " + template.name());
  }
}
