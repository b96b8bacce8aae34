package dev.belay.processor.attribute;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * Lists what the outer compiler lists. That misses nothing, but has the outer compiler complete
 * every type of a package: it warns about annotations that nobody uses, and it compiles all sources
 * of the package that it finds on its class path.
 */
final class OuterPackages implements PackageLister {
  private final Elements elements;
  private final OuterTypes types;
  private final Set<ModuleElement> modules = new LinkedHashSet<>();
  private final Map<String, List<JavaFileObject>> listed = new HashMap<>();

  /**
   * @param module the one that holds the units; what it sees comes before what others see
   * @param isPlatform tells the modules that the nested compiler finds by itself
   */
  OuterPackages(
      Elements elements,
      OuterTypes types,
      ModuleElement module,
      Predicate<ModuleElement> isPlatform) {
    this.elements = elements;
    this.types = types;
    modules.add(module);
    // Class files name types of packages that the module itself cannot see.
    elements.getAllModuleElements().stream().filter(isPlatform.negate()).forEach(modules::add);
  }

  @Override
  public List<JavaFileObject> list(String packageName) {
    return listed.computeIfAbsent(packageName, this::files);
  }

  @Override
  public boolean isIncomplete() {
    return false;
  }

  private List<JavaFileObject> files(String packageName) {
    for (ModuleElement module : modules) {
      PackageElement found = elements.getPackageElement(module, packageName);
      if (found != null && modules.contains(elements.getModuleOf(found))) {
        List<JavaFileObject> files =
            ElementFilter.typesIn(found.getEnclosedElements()).stream()
                .flatMap(type -> types.files(type).stream())
                .toList();
        if (!files.isEmpty()) {
          return files;
        }
      }
    }
    return List.of();
  }
}
