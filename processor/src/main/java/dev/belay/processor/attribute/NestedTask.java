package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/** One run of the nested compiler, from outer sources to attributed trees. */
final class NestedTask {
  private final JavacTask task;
  private final List<CompilationUnitTree> outerUnits;
  private final List<OuterSource> sources;

  private NestedTask(
      JavacTask task, List<CompilationUnitTree> outerUnits, List<OuterSource> sources) {
    this.task = task;
    this.outerUnits = outerUnits;
    this.sources = sources;
  }

  static NestedTask create(
      JavaCompiler compiler,
      ProcessingEnvironment environment,
      List<CompilationUnitTree> outerUnits,
      Map<String, String> stubs,
      NestedErrors errors) {
    JavaFileManager platform =
        compiler.getStandardFileManager(errors, Locale.ROOT, StandardCharsets.UTF_8);
    List<OuterSource> sources = new ArrayList<>();
    Set<JavaFileObject> roots = new LinkedHashSet<>();
    for (CompilationUnitTree unit : outerUnits) {
      sources.add(new OuterSource(unit.getSourceFile(), unit.getSourceFile().getName()));
      roots.add(unit.getSourceFile());
    }
    OuterPackages packages =
        new OuterPackages(
            environment,
            moduleOf(environment, outerUnits),
            module -> NestedFileManager.isPlatform(platform, module),
            roots,
            stubs.keySet());
    List<JavaFileObject> files = new ArrayList<>(sources);
    stubs.forEach((name, text) -> files.add(new StubSource(name, text)));
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(),
                new NestedFileManager(platform, packages),
                errors,
                NestedOptions.of(compiler, environment),
                null,
                files);
    return new NestedTask(task, outerUnits, sources);
  }

  JavacTask task() {
    return task;
  }

  /** Attributes everything; the twins of the outer units, by identity of the outer unit. */
  Map<CompilationUnitTree, Twin> attribute() throws IOException {
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    Map<CompilationUnitTree, Twin> twins = new IdentityHashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      // Parsed in the order given: the outer sources come before the stubs.
      CompilationUnitTree unit = units.get(i);
      Twin twin = Twin.of(sources.get(i), unit, Trees.instance(task).getSourcePositions());
      twins.put(outerUnits.get(i), twin);
    }
    return twins;
  }

  private static ModuleElement moduleOf(
      ProcessingEnvironment environment, List<CompilationUnitTree> units) {
    Trees trees = Trees.instance(environment);
    for (CompilationUnitTree unit : units) {
      for (Tree declaration : unit.getTypeDecls()) {
        // A type declaration has its element since the outer compiler entered it: nothing is
        // attributed for it.
        Element type = trees.getElement(new TreePath(new TreePath(unit), declaration));
        if (type != null) {
          return environment.getElementUtils().getModuleOf(type);
        }
      }
    }
    return environment.getElementUtils().getModuleElement("");
  }
}
