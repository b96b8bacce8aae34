package dev.belay.processor.check.resource;

import dev.belay.processor.check.catalog.Catalog;
import dev.belay.processor.check.catalog.Fact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Answers what is a resource, and how it is acquired and released: by markers on the type, by the
 * catalogue, and by structure, in this order.
 */
public final class Resources {
  private static final Set<String> CLOSEABLE = Set.of("java.lang.AutoCloseable");

  private final Elements elements;
  private final Types types;
  private final Catalog catalog;
  private final TypeNames names;
  private final Map<TypeElement, Optional<ResourceType>> known = new HashMap<>();

  /** The resources of one compilation. */
  public Resources(Elements elements, Types types, Catalog catalog) {
    this.elements = elements;
    this.types = types;
    this.catalog = catalog;
    this.names = new TypeNames(types);
  }

  /** The qualified names of a type and of all its supertypes. */
  public Set<String> names(TypeMirror type) {
    return names.of(type);
  }

  /** Whether a type is, or inherits from, the type of the qualified name. */
  public boolean is(TypeMirror type, String name) {
    return names.of(type).contains(name);
  }

  /** How a type stands for work that is not done yet. */
  public Asynchrony asynchrony(TypeMirror type) {
    return Asynchrony.of(names.of(type));
  }

  /** Whether a type stands for work that is not done yet. */
  public boolean isAsynchronous(TypeMirror type) {
    return asynchrony(type) != Asynchrony.NONE;
  }

  /** Whether the catalogue says something of a method, or of one that it overrides. */
  public boolean says(Fact fact, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return catalog.mentions(fact, name)
        && method.getEnclosingElement() instanceof TypeElement owner
        && catalog.says(fact, names.of(owner), name);
  }

  /** Whether the catalogue says something of a method that is called on an object of a type. */
  public boolean says(Fact fact, TypeMirror receiver, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    return catalog.mentions(fact, name)
        && (catalog.says(fact, names.of(receiver), name) || says(fact, method));
  }

  /** Whether the catalogue says something of a type, or of one of its supertypes. */
  public boolean says(Fact fact, TypeMirror type) {
    return catalog.says(fact, names.of(type));
  }

  /** What is known of a type; empty if it is not a resource with a release that we know. */
  public Optional<ResourceType> of(TypeMirror type) {
    TypeMirror erased = types.erasure(type);
    return erased instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
        ? known.computeIfAbsent(element, this::describe)
        : Optional.empty();
  }

  /**
   * How a call releases its receiver; empty if it does not.
   *
   * @param receiver the type of the object that the method is called on
   */
  public Optional<Release> release(TypeMirror receiver, ExecutableElement method) {
    String name = method.getSimpleName().toString();
    if (!mayRelease(name, method)
        || (method.getParameters().size() > 1 && !says(Fact.RELEASE, receiver, method))) {
      return Optional.empty();
    }
    return of(receiver)
        .flatMap(type -> type.release(name))
        .filter(
            release -> !tells(release) || asynchrony(method.getReturnType()) != Asynchrony.NONE);
  }

  /** Other methods of the name, such as {@code void close(handler)}, tell in another way. */
  private static boolean tells(Release release) {
    return release.kind() == Release.Kind.EAGER || release.kind() == Release.Kind.LAZY;
  }

  /** Most calls are dismissed here, before anything is asked of the receiver. */
  private boolean mayRelease(String name, ExecutableElement method) {
    return Structure.mayRelease(name)
        || Structure.mayBeTwin(name)
        || catalog.mentions(Fact.RELEASE, name)
        || catalog.mentions(Fact.BLOCKING, name)
        || catalog.mentions(Fact.STARTS, name)
        || (method.getEnclosingElement() instanceof TypeElement owner
            && Markers.releases(owner).contains(name));
  }

  private Optional<ResourceType> describe(TypeElement type) {
    Set<String> all = names.of(type);
    if (Asynchrony.of(all) != Asynchrony.NONE) {
      return Optional.empty(); // a stage is the work, not the resource
    }
    Map<String, Release> releases = new TreeMap<>();
    List<ExecutableElement> methods =
        ElementFilter.methodsIn(elements.getAllMembers(type)).stream()
            .filter(method -> !isOfObject(method))
            .toList();
    for (ExecutableElement method : methods) {
      Structure.release(method, asynchrony(method.getReturnType()))
          .map(release -> isHot(release, methods) ? Structure.hot(release) : release)
          .ifPresent(release -> releases.put(release.method(), release));
    }
    for (Release release : List.copyOf(releases.values())) {
      for (String twin : Structure.twins(release.method())) {
        if (methods.stream().anyMatch(method -> isSynchronous(method, twin))) {
          releases.putIfAbsent(twin, new Release(twin, Release.Kind.BLOCKING));
        }
      }
    }
    addFromCatalog(all, methods, releases);
    for (String name : Markers.releases(type)) {
      methods.stream()
          .filter(method -> isNamed(method, name))
          .forEach(method -> releases.put(name, described(method, Release.Kind.BLOCKING)));
    }
    if (releases.isEmpty()) {
      return Optional.empty();
    }
    List<Release> sorted = new ArrayList<>(releases.values());
    sorted.sort(Comparator.comparing(it -> !it.method().startsWith("close")));
    return Optional.of(
        new ResourceType(
            type.getSimpleName().toString(),
            sorted,
            all.containsAll(CLOSEABLE),
            catalog.says(Fact.DRAINS, all),
            catalog.says(Fact.SHARED, all),
            isNamed(type, all)));
  }

  /**
   * As of RxJava's methods for Vert.x: beside {@code rxClose()}, which is lazy, this one is not.
   */
  private static boolean isHot(Release release, List<ExecutableElement> methods) {
    return methods.stream()
        .anyMatch(method -> isNamed(method, Structure.lazyTwin(release.method())));
  }

  private boolean isNamed(TypeElement type, Set<String> all) {
    return !Markers.releases(type).isEmpty()
        || catalog.says(Fact.RELEASE, all)
        || catalog.says(Fact.BLOCKING, all)
        || catalog.says(Fact.STARTS, all);
  }

  /** The catalogue knows better than the signature: it overrides. */
  private void addFromCatalog(
      Set<String> all, List<ExecutableElement> methods, Map<String, Release> releases) {
    add(catalog.methods(Fact.STARTS, all), methods, releases, Release.Kind.STARTS);
    add(catalog.methods(Fact.BLOCKING, all), methods, releases, Release.Kind.BLOCKING);
    for (String name : catalog.methods(Fact.RELEASE, all)) {
      methods.stream()
          .filter(method -> isNamed(method, name))
          .filter(method -> asynchrony(method.getReturnType()) != Asynchrony.NONE)
          .findFirst()
          .ifPresent(method -> releases.put(name, described(method, Release.Kind.EAGER)));
    }
  }

  private void add(
      Set<String> names,
      List<ExecutableElement> methods,
      Map<String, Release> releases,
      Release.Kind kind) {
    for (String name : names) {
      if (methods.stream().anyMatch(method -> isNamed(method, name))) {
        releases.put(name, new Release(name, kind));
      }
    }
  }

  private Release described(ExecutableElement method, Release.Kind otherwise) {
    Release.Kind kind =
        switch (asynchrony(method.getReturnType())) {
          case EAGER -> Release.Kind.EAGER;
          case LAZY -> Release.Kind.LAZY;
          case NONE -> otherwise;
        };
    return new Release(method.getSimpleName().toString(), kind);
  }

  private boolean isSynchronous(ExecutableElement method, String name) {
    return isNamed(method, name)
        && method.getParameters().isEmpty()
        && asynchrony(method.getReturnType()) == Asynchrony.NONE;
  }

  private static boolean isNamed(ExecutableElement method, String name) {
    return method.getSimpleName().contentEquals(name);
  }

  private static boolean isOfObject(Element method) {
    return method.getEnclosingElement() instanceof TypeElement owner
        && owner.getQualifiedName().contentEquals("java.lang.Object");
  }
}
