package dev.belay.processor.source;

import dev.belay.processor.model.Companion;
import dev.belay.processor.model.Generated;
import dev.belay.processor.model.MachineFactories;
import dev.belay.processor.model.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Finds and collects the calls of a companion's asynchronous methods in the bodies of that same
 * companion.
 */
public final class OwnCalls {
  private final @Nullable Companion companion;
  private final List<Template> called = new ArrayList<>();

  /**
   * For the bodies of one class.
   *
   * @param generated what is generated of them; only a companion has methods to be called
   */
  public OwnCalls(Generated generated) {
    companion = generated instanceof Companion own ? own : null;
  }

  /** What has been called so far, each once. */
  public List<Template> called() {
    return List.copyOf(called);
  }

  /**
   * The method that creates the machine of a called one.
   *
   * @param method what a body calls
   * @return its qualified name; empty if that is not an asynchronous method of the same companion
   */
  Optional<String> factory(ExecutableElement method) {
    if (companion == null
        || !(method.getEnclosingElement() instanceof TypeElement owner)
        || !owner.getQualifiedName().contentEquals(companion.qualifiedName())) {
      return Optional.empty();
    }
    String name = method.getSimpleName().toString();
    Optional<Template> template =
        MachineFactories.called(companion, name, method.getParameters().size());
    template.filter(each -> !called.contains(each)).ifPresent(called::add);
    return template.map(each -> MachineFactories.name(companion, each));
  }
}
