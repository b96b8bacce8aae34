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
  private final Job job;
  private final References references;
  private final Optional<ClassPath> classPath;
  private final Elements elements;
  private final Trees trees;
  private final ClassFiles classFiles;
  private final Skeletons skeletons;
  private final Set<ModuleElement> modules = new LinkedHashSet<>();
  private final Map<String, List<JavaFileObject>> listed = new HashMap<>();

  /**
   * @param module the one that holds the job's units; what it sees comes before what others see
   * @param isPlatform tells the modules that the nested compiler finds by itself
   * @param references grows as files are read
   * @param classPath lists packages that have no sources, as far as it can
   */
  OuterPackages(
      Job job,
      ModuleElement module,
      Predicate<ModuleElement> isPlatform,
      References references,
      Optional<ClassPath> classPath) {
    this.job = job;
    this.references = references;
    this.classPath = classPath;
    this.elements = job.elements();
    this.trees = Trees.instance(job.environment());
    this.classFiles = new ClassFiles(job.environment());
    this.skeletons = new Skeletons(trees, elements);
    modules.add(module);
    // Class files name types of packages that the module itself cannot see.
    elements.getAllModuleElements().stream().filter(isPlatform.negate()).forEach(modules::add);
  }

  List<JavaFileObject> list(String packageName) {
    return listed.computeIfAbsent(packageName, this::filesOf);
  }

  private List<JavaFileObject> filesOf(String packageName) {
    for (ModuleElement module : modules) {
      PackageElement found = elements.getPackageElement(module, packageName);
      if (found != null && modules.contains(elements.getModuleOf(found))) {
        List<JavaFileObject> files = binaries(packageName).orElseGet(() -> filesOf(found));
        if (!files.isEmpty()) {
          return files;
        }
      }
    }
    return List.of();
  }

  /** The class files of a package that has nothing else, or nothing when that is not known. */
  private Optional<List<JavaFileObject>> binaries(String packageName) {
    boolean hasSources = job.sourcePackages().map(all -> all.contains(packageName)).orElse(true);
    if (hasSources || classPath.isEmpty()) {
      return Optional.empty();
    }
    ClassPath entries = classPath.get();
    String prefix = packageName.isEmpty() ? "" : packageName + ".";
    return entries
        .list(packageName)
        .map(
            names ->
                names.stream()
                    .filter(name -> !job.stubs().containsKey(prefix + name))
                    .<JavaFileObject>map(
                        name ->
                            new OuterClass(
                                prefix + name, () -> entries.find(packageName, name), references))
                    .toList());
  }

  private List<JavaFileObject> filesOf(PackageElement found) {
    List<JavaFileObject> files = new ArrayList<>();
    for (TypeElement type : ElementFilter.typesIn(found.getEnclosedElements())) {
      if (job.stubs().containsKey(type.getQualifiedName().toString())) {
        continue;
      }
      TreePath path = trees.getPath(type);
      if (path == null) {
        addBinary(type, files);
      } else if (!job.units().contains(path.getCompilationUnit())) {
        files.add(source(type, path.getCompilationUnit()));
      }
    }
    return List.copyOf(files);
  }

  private JavaFileObject source(TypeElement type, CompilationUnitTree unit) {
    return new SkeletonSource(
        unit.getSourceFile(),
        elements.getBinaryName(type).toString(),
        () -> remembered(skeletons.text(unit, type)));
  }

  private CharSequence remembered(CharSequence text) {
    references.addSource(text);
    return text;
  }

  private void addBinary(TypeElement type, List<JavaFileObject> files) {
    List<JavaFileObject> classes = new ArrayList<>();
    // All or nothing: a class file is of no use without those of its members.
    files.addAll(addClasses(type, classes) ? classes : List.of(signature(type)));
  }

  private JavaFileObject signature(TypeElement type) {
    return new SignatureSource(
        elements.getBinaryName(type).toString(),
        () -> remembered(new SignaturePrinter(elements).file(type, List.of())));
  }

  private boolean addClasses(TypeElement type, List<JavaFileObject> classes) {
    Optional<FileObject> file = classFiles.find(type);
    if (file.isEmpty()) {
      return false;
    }
    classes.add(new OuterClass(elements.getBinaryName(type).toString(), file::get, references));
    return ElementFilter.typesIn(type.getEnclosedElements()).stream()
        .allMatch(member -> addClasses(member, classes));
  }
}
