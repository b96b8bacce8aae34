package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;

/**
 * The types of the outer compilation, package by package: as source where they are being compiled,
 * as class file otherwise. Reads signatures only, so the outer compilation stays as it was.
 */
final class OuterPackages {
  private final Elements elements;
  private final Trees trees;
  private final ClassFiles classFiles;
  private final Skeletons skeletons;
  private final Set<ModuleElement> modules;
  private final Set<CompilationUnitTree> roots;
  private final Set<String> stubs;
  private final Map<String, List<JavaFileObject>> listed = new HashMap<>();

  /**
   * @param module the one that holds the roots; what it sees comes before what others see
   * @param isPlatform tells the modules that the nested compiler finds by itself
   * @param roots outer units that the nested compilation starts from; their types need no listing
   * @param stubs qualified names that the nested compilation defines itself
   */
  OuterPackages(
      ProcessingEnvironment environment,
      ModuleElement module,
      Predicate<ModuleElement> isPlatform,
      Set<CompilationUnitTree> roots,
      Set<String> stubs) {
    this.elements = environment.getElementUtils();
    this.trees = Trees.instance(environment);
    this.classFiles = new ClassFiles(environment);
    this.skeletons = new Skeletons(trees, elements);
    this.modules = new LinkedHashSet<>();
    modules.add(module);
    // Class files name types of packages that the module itself cannot see.
    elements.getAllModuleElements().stream().filter(isPlatform.negate()).forEach(modules::add);
    this.roots = Set.copyOf(roots);
    this.stubs = Set.copyOf(stubs);
  }

  List<JavaFileObject> list(String packageName) {
    return listed.computeIfAbsent(packageName, this::filesOf);
  }

  private List<JavaFileObject> filesOf(String packageName) {
    for (ModuleElement module : modules) {
      PackageElement found = elements.getPackageElement(module, packageName);
      if (found != null && modules.contains(elements.getModuleOf(found))) {
        List<JavaFileObject> files = filesOf(found);
        if (!files.isEmpty()) {
          return files;
        }
      }
    }
    return List.of();
  }

  private List<JavaFileObject> filesOf(PackageElement found) {
    List<JavaFileObject> files = new ArrayList<>();
    for (TypeElement type : ElementFilter.typesIn(found.getEnclosedElements())) {
      if (stubs.contains(type.getQualifiedName().toString())) {
        continue;
      }
      TreePath path = trees.getPath(type);
      if (path == null) {
        addBinary(type, files);
      } else if (!roots.contains(path.getCompilationUnit())) {
        files.add(source(type, path.getCompilationUnit()));
      }
    }
    return List.copyOf(files);
  }

  private JavaFileObject source(TypeElement type, CompilationUnitTree unit) {
    return new SkeletonSource(
        unit.getSourceFile(),
        elements.getBinaryName(type).toString(),
        () -> skeletons.text(unit, type));
  }

  private void addBinary(TypeElement type, List<JavaFileObject> files) {
    List<JavaFileObject> classes = new ArrayList<>();
    // All or nothing: a class file is of no use without those of its members.
    files.addAll(
        addClasses(type, classes) ? classes : List.of(new SignatureSource(type, elements)));
  }

  private boolean addClasses(TypeElement type, List<JavaFileObject> classes) {
    Optional<FileObject> file = classFiles.find(type);
    if (file.isEmpty()) {
      return false;
    }
    classes.add(new OuterClass(elements.getBinaryName(type).toString(), file.get()));
    return ElementFilter.typesIn(type.getEnclosedElements()).stream()
        .allMatch(member -> addClasses(member, classes));
  }
}
