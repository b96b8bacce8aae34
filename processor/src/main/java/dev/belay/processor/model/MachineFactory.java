package dev.belay.processor.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The private method of a companion that creates the machine of a template, so that a body which
 * awaits an asynchronous method of its own class at once needs no future. Its parameters are those
 * of the method that callers see.
 *
 * <pre>{@code
 * await(PagesAsync.fetch(url))             // in a template of Pages
 *
 * var call = PagesAsync.fetchCall(url);    // in its machine
 * }</pre>
 *
 * @param name one that no template has
 */
public record MachineFactory(Template template, String name) {

  /** One for each template of a companion, in their order. */
  public static List<MachineFactory> of(Companion companion) {
    Set<String> taken = new HashSet<>();
    companion.templates().forEach(each -> taken.add(each.name()));
    List<MachineFactory> all = new ArrayList<>();
    for (Template each : companion.templates()) {
      String name = each.name() + "Call";
      for (int i = 2; !taken.add(name); i++) {
        name = each.name() + "Call" + i;
      }
      all.add(new MachineFactory(each, name));
    }
    return all;
  }

  /** How many parameters it has. */
  public int arity() {
    return template.parameters().size() + (template.self().isPresent() ? 1 : 0);
  }
}
