package dev.belay.processor.attribute;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;

/**
 * The types of the outer compilation, package by package: as source where they are being compiled,
 * as class file otherwise. Reads signatures only, so the outer compilation stays as it was.
 */
final class OuterPackages {
  private final Elements elements;
  private final Trees trees;
  private final ClassFiles classFiles;
  private final ModuleElement module;
  private final Predicate<ModuleElement> isPlatform;
  private final Set<JavaFileObject> roots;
  private final Set<String> stubs;
  private final Map<String, List<JavaFileObject>> listed = new HashMap<>();

  /**
   * @param module whose view of the other modules counts
   * @param isPlatform tells the modules that the nested compiler finds by itself
   * @param roots outer sources that the nested compilation starts from; their types need no listing
   * @param stubs qualified names that the nested compilation defines itself
   */
  OuterPackages(
      ProcessingEnvironment environment,
      ModuleElement module,
      Predicate<ModuleElement> isPlatform,
      Set<JavaFileObject> roots,
      Set<String> stubs) {
    this.elements = environment.getElementUtils();
    this.trees = Trees.instance(environment);
    this.classFiles = new ClassFiles(environment.getFiler());
    this.module = module;
    this.isPlatform = isPlatform;
    this.roots = Set.copyOf(roots);
    this.stubs = Set.copyOf(stubs);
  }

  List<JavaFileObject> list(String packageName) {
    return listed.computeIfAbsent(packageName, this::filesOf);
  }

  private List<JavaFileObject> filesOf(String packageName) {
    PackageElement found = elements.getPackageElement(module, packageName);
    if (found == null || isPlatform.test(elements.getModuleOf(found))) {
      return List.of();
    }
    List<JavaFileObject> files = new ArrayList<>();
    for (TypeElement type : ElementFilter.typesIn(found.getEnclosedElements())) {
      if (!stubs.contains(type.getQualifiedName().toString())) {
        addFiles(type, files);
      }
    }
    return List.copyOf(files);
  }

  private void addFiles(TypeElement type, List<JavaFileObject> files) {
    String binaryName = elements.getBinaryName(type).toString();
    TreePath path = trees.getPath(type);
    if (path == null) {
      addClassFiles(type, binaryName, files);
      return;
    }
    JavaFileObject source = path.getCompilationUnit().getSourceFile();
    if (!roots.contains(source)) {
      files.add(new OuterSource(source, binaryName));
    }
  }

  private void addClassFiles(TypeElement type, String binaryName, List<JavaFileObject> files) {
    files.add(new OuterClass(binaryName, classFiles));
    for (TypeElement member : ElementFilter.typesIn(type.getEnclosedElements())) {
      addClassFiles(member, elements.getBinaryName(member).toString(), files);
    }
  }
}
