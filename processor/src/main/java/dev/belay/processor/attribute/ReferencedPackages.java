package dev.belay.processor.attribute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * Lists packages of the unnamed module without having the outer compiler complete types that
 * nothing refers to: the types that it was given, what is in the same place on the class path, and
 * what else is referred to by name.
 */
final class ReferencedPackages implements PackageLister {
  private final Elements elements;
  private final OuterTypes types;
  private final ModuleElement module;
  private final Predicate<ModuleElement> isPlatform;

  /** By package, the types that are being compiled, and the stubs. */
  private final Map<String, List<String>> ownTypes;

  private final References references;
  private final ClassPath classPath;
  private final PackageLister others;
  private final Map<String, List<JavaFileObject>> listed = new HashMap<>();

  /** Of each package, the names that were listed, or are known not to exist. */
  private final Map<String, Set<String>> settled = new HashMap<>();

  /**
   * @param job its root types must be known
   * @param module the unnamed one
   * @param isPlatform tells the modules that the nested compiler finds by itself
   * @param others lists packages whose files are not where they can be found
   */
  ReferencedPackages(
      Job job,
      OuterTypes types,
      References references,
      ClassPath classPath,
      ModuleElement module,
      Predicate<ModuleElement> isPlatform,
      PackageLister others) {
    this.elements = job.elements();
    this.types = types;
    this.ownTypes =
        Stream.concat(job.rootTypes().stream().flatMap(Set::stream), job.stubs().keySet().stream())
            .sorted()
            .collect(Collectors.groupingBy(Names::packageOf));
    this.references = references;
    this.classPath = classPath;
    this.module = module;
    this.isPlatform = isPlatform;
    this.others = others;
  }

  @Override
  public List<JavaFileObject> list(String packageName) {
    return listed.computeIfAbsent(packageName, this::files);
  }

  @Override
  public boolean isIncomplete() {
    return settled.entrySet().stream()
        .anyMatch(
            each ->
                references.in(each.getKey()).stream()
                    .filter(name -> !each.getValue().contains(name))
                    .anyMatch(name -> outer(each.getKey(), name).isPresent()));
  }

  private List<JavaFileObject> files(String packageName) {
    PackageElement found = elements.getPackageElement(module, packageName);
    if (found != null && isPlatform.test(elements.getModuleOf(found))) {
      return List.of();
    }
    List<JavaFileObject> files = new ArrayList<>();
    Set<String> names = new LinkedHashSet<>();
    for (String own : ownTypes.getOrDefault(packageName, List.of())) {
      names.add(Names.simple(own));
      type(packageName, Names.simple(own)).ifPresent(type -> files.addAll(types.files(type)));
    }
    for (String name : classPath.list(packageName)) {
      // Class files of an earlier build say nothing about what is being compiled.
      if (names.contains(name) || names.contains(outermost(name))) {
        continue;
      }
      String binaryName = Names.qualified(packageName, name);
      files.add(new OuterClass(binaryName, () -> classPath.find(packageName, name), references));
    }
    names.addAll(classPath.list(packageName));
    for (String name : List.copyOf(references.in(packageName))) {
      Optional<TypeElement> type = names.add(name) ? outer(packageName, name) : Optional.empty();
      if (type.isPresent() && !types.isSource(type.get())) {
        return others.list(packageName);
      }
      type.ifPresent(implicit -> files.addAll(types.files(implicit)));
    }
    settled.put(packageName, names);
    return List.copyOf(files);
  }

  private static String outermost(String name) {
    return name.substring(0, Math.max(0, name.indexOf('$', 1)));
  }

  /** A type that was not given to the outer compiler; asked for only if it may be there. */
  private Optional<TypeElement> outer(String packageName, String name) {
    return classPath.mayContain(packageName, name) ? type(packageName, name) : Optional.empty();
  }

  private Optional<TypeElement> type(String packageName, String name) {
    return Optional.ofNullable(elements.getTypeElement(module, Names.qualified(packageName, name)))
        .filter(type -> type.getEnclosingElement() instanceof PackageElement);
  }
}
