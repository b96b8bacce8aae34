package dev.belay.processor.check.resource;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a type that has to be released.
 *
 * @param name its simple name
 * @param releases every way to release it, sorted by name
 * @param isAutoCloseable whether try-with-resources takes it
 * @param drains whether its release waits for the work that was started before, or lets it finish
 * @param isShared whether nobody has to wait for its release, or others own it
 * @param isNamed whether a mark or the catalogue says that it is one, and not only its methods
 */
public record ResourceType(
    String name,
    List<Release> releases,
    boolean isAutoCloseable,
    boolean drains,
    boolean isShared,
    boolean isNamed) {
  public ResourceType {
    releases = List.copyOf(releases);
  }

  /** The release to recommend: the asynchronous one, if there is one. */
  public Optional<Release> asynchronous() {
    return releases.stream()
        .filter(it -> it.kind() == Release.Kind.EAGER || it.kind() == Release.Kind.LAZY)
        .findFirst();
  }

  /** Whether the type has an asynchronous release. */
  public boolean isAsynchronous() {
    return asynchronous().isPresent();
  }

  /** How a method of this name releases; empty if it does not. */
  public Optional<Release> release(String method) {
    return releases.stream().filter(it -> it.method().equals(method)).findFirst();
  }
}
