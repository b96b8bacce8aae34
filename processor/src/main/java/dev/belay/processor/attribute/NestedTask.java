package dev.belay.processor.attribute;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.jspecify.annotations.Nullable;

/**
 * One run of the nested compiler, from outer sources to attributed trees.
 *
 * @param job what it attributes
 * @param task the compiler
 * @param sources the files it reads, one for each outer unit
 * @param errors what it reports
 * @param packages where it lists packages
 */
record NestedTask(
    Job job,
    JavacTask task,
    List<RootSource> sources,
    NestedErrors errors,
    PackageLister packages) {
  NestedTask {
    sources = List.copyOf(sources);
  }

  /**
   * @param references what is known to be referred to; grows as files are read
   */
  static NestedTask create(JavaCompiler compiler, Job job, References references) {
    NestedErrors errors = new NestedErrors();
    StandardJavaFileManager platform = fileManager(compiler, errors);
    Predicate<ModuleElement> isPlatform = found -> NestedFileManager.isPlatform(platform, found);
    ModuleElement module = moduleOf(job);
    OuterTypes types = new OuterTypes(job, references);
    PackageLister thorough = new OuterPackages(job.elements(), types, module, isPlatform);
    PackageLister packages =
        job.rootTypes()
            .filter(roots -> module.isUnnamed())
            .<PackageLister>map(
                roots ->
                    new ReferencedPackages(
                        job,
                        types,
                        references,
                        classPath(fileManager(compiler, errors), job, references),
                        module,
                        isPlatform,
                        thorough))
            .orElse(thorough);
    Amendments amendments = new Amendments(job.environment());
    List<RootSource> sources =
        job.units().stream()
            .map(
                unit -> new RootSource(unit.getSourceFile(), amended(unit, amendments, references)))
            .toList();
    Stream<JavaFileObject> stubs =
        job.stubs().entrySet().stream().map(stub -> new StubSource(stub.getKey(), stub.getValue()));
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(),
                new NestedFileManager(platform, packages),
                errors,
                NestedOptions.of(job, module, isPlatform),
                null,
                Stream.concat(sources.stream(), stubs).toList());
    return new NestedTask(job, task, sources, errors, packages);
  }

  private static @Nullable Amended amended(
      CompilationUnitTree unit, Amendments amendments, References references) {
    Amended amended = amendments.of(unit);
    if (amended != null) {
      references.addSource(String.valueOf(unit.getPackageName()), amended.text());
    }
    return amended;
  }

  private static StandardJavaFileManager fileManager(JavaCompiler compiler, NestedErrors errors) {
    return compiler.getStandardFileManager(errors, Locale.ROOT, StandardCharsets.UTF_8);
  }

  private static ClassPath classPath(
      StandardJavaFileManager files, Job job, References references) {
    files.handleOption("--multi-release", List.of(NestedOptions.release(job)).iterator());
    return new ClassPath(job.environment().getFiler(), files, references);
  }

  /** The twins of the outer units, not attributed yet. */
  Map<CompilationUnitTree, Twin> parse() throws IOException {
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    Map<CompilationUnitTree, Twin> twins = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      // Parsed in the order given: the outer sources come before the stubs.
      twins.put(job.units().get(i), Twin.of(sources.get(i), units.get(i), positions));
    }
    return twins;
  }

  /** Attributes all that was parsed. */
  void analyze() throws IOException {
    task.analyze();
  }

  private static ModuleElement moduleOf(Job job) {
    Trees trees = Trees.instance(job.environment());
    for (CompilationUnitTree unit : job.units()) {
      for (Tree declaration : unit.getTypeDecls()) {
        // The outer compiler has entered types: asking for one attributes nothing.
        Element type =
            declaration instanceof ClassTree
                ? trees.getElement(new TreePath(new TreePath(unit), declaration))
                : null;
        if (type != null) {
          return job.elements().getModuleOf(type);
        }
      }
    }
    return job.elements().getModuleElement("");
  }
}
