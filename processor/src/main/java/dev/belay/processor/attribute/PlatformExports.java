package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * Which platform packages the build has opened with {@code --add-exports}. No public API lists
 * them, but the outer compiler finds such a package where it would not find one that is not
 * exported; so the packages that a unit imports are put to it.
 */
final class PlatformExports {
  private final Elements elements;
  private final ModuleElement module;
  private final Predicate<? super ModuleElement> isPlatform;

  /**
   * @param module the one whose view counts
   * @param isPlatform tells the modules of the platform
   */
  PlatformExports(
      Elements elements, ModuleElement module, Predicate<? super ModuleElement> isPlatform) {
    this.elements = elements;
    this.module = module;
    this.isPlatform = isPlatform;
  }

  /** The options that give the nested compiler the same view. */
  List<String> options(Collection<? extends CompilationUnitTree> units) {
    Set<String> exports = new TreeSet<>();
    for (CompilationUnitTree unit : units) {
      for (ImportTree tree : unit.getImports()) {
        packageOf(tree)
            .filter(this::isHidden)
            .ifPresent(
                found -> exports.add(elements.getModuleOf(found) + "/" + found + "=ALL-UNNAMED"));
      }
    }
    return exports.stream().flatMap(export -> List.of("--add-exports", export).stream()).toList();
  }

  private Optional<PackageElement> packageOf(ImportTree tree) {
    String name = tree.getQualifiedIdentifier().toString();
    @Nullable PackageElement found = null;
    for (int dot = name.lastIndexOf('.'); dot > 0 && found == null; dot = name.lastIndexOf('.')) {
      name = name.substring(0, dot);
      found = elements.getPackageElement(module, name);
    }
    return Optional.ofNullable(found);
  }

  private boolean isHidden(PackageElement found) {
    ModuleElement owner = elements.getModuleOf(found);
    return isPlatform.test(owner)
        && ElementFilter.exportsIn(owner.getDirectives()).stream()
            .noneMatch(
                export -> export.getPackage().equals(found) && export.getTargetModules() == null);
  }
}
