package dev.belay.processor.source;

import dev.belay.processor.model.Companion;
import dev.belay.processor.model.Generated;
import dev.belay.processor.model.MachineFactory;
import dev.belay.processor.model.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/**
 * Finds and collects the calls of a companion's asynchronous methods, and the uses of its
 * resources, in the bodies of that same companion.
 */
public final class OwnCalls {
  private final String companion;
  private final List<MachineFactory> factories;
  private final List<MachineFactory> called = new ArrayList<>();

  /**
   * For the bodies of one class.
   *
   * @param generated what is generated of them; only a companion has methods to be called
   */
  public OwnCalls(Generated generated) {
    companion = generated.qualifiedName();
    factories = generated instanceof Companion own ? MachineFactory.of(own) : List.of();
  }

  /** What has been called so far, each once. */
  public List<MachineFactory> called() {
    return List.copyOf(called);
  }

  /**
   * The method that creates the machine of a called one.
   *
   * @param method what a body calls
   * @param kind what it must be: an asynchronous method, or a resource
   * @return its name; empty if the same companion has no such template, or if overloads make it
   *     uncertain which is meant
   */
  Optional<String> factory(ExecutableElement method, Template.Kind kind) {
    if (!(method.getEnclosingElement() instanceof TypeElement owner)
        || !owner.getQualifiedName().contentEquals(companion)) {
      return Optional.empty();
    }
    List<MachineFactory> found =
        factories.stream()
            .filter(each -> method.getSimpleName().contentEquals(each.template().name()))
            .filter(each -> each.arity() == method.getParameters().size())
            .toList();
    if (found.size() != 1 || found.get(0).template().kind() != kind) {
      return Optional.empty();
    }
    MachineFactory factory = found.get(0);
    if (!called.contains(factory)) {
      called.add(factory);
    }
    return Optional.of(factory.name());
  }
}
