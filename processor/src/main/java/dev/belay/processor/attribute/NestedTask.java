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
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ModuleElement;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;

/**
 * One run of the nested compiler, from outer sources to attributed trees.
 *
 * @param task the compiler
 * @param outerUnits what it attributes
 * @param sources the files it reads, one for each outer unit
 */
record NestedTask(JavacTask task, List<CompilationUnitTree> outerUnits, List<RootSource> sources) {
  NestedTask {
    outerUnits = List.copyOf(outerUnits);
    sources = List.copyOf(sources);
  }

  static NestedTask create(
      JavaCompiler compiler,
      ProcessingEnvironment environment,
      List<CompilationUnitTree> outerUnits,
      Map<String, String> stubs,
      NestedErrors errors) {
    JavaFileManager platform =
        compiler.getStandardFileManager(errors, Locale.ROOT, StandardCharsets.UTF_8);
    Predicate<ModuleElement> isPlatform = module -> NestedFileManager.isPlatform(platform, module);
    ModuleElement module = moduleOf(environment, outerUnits);
    OuterPackages packages =
        new OuterPackages(environment, module, isPlatform, Set.copyOf(outerUnits), stubs.keySet());
    List<RootSource> sources =
        outerUnits.stream().map(unit -> new RootSource(unit.getSourceFile())).toList();
    Stream<JavaFileObject> stubSources =
        stubs.entrySet().stream().map(stub -> new StubSource(stub.getKey(), stub.getValue()));
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                Writer.nullWriter(),
                new NestedFileManager(platform, packages),
                errors,
                NestedOptions.of(environment, outerUnits, module, isPlatform),
                null,
                Stream.concat(sources.stream(), stubSources).toList());
    return new NestedTask(task, outerUnits, sources);
  }

  /** Attributes everything; the twins of the outer units. */
  Map<CompilationUnitTree, Twin> attribute() throws IOException {
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    task.analyze();
    SourcePositions positions = Trees.instance(task).getSourcePositions();
    Map<CompilationUnitTree, Twin> twins = new HashMap<>();
    for (int i = 0; i < sources.size(); i++) {
      // Parsed in the order given: the outer sources come before the stubs.
      twins.put(outerUnits.get(i), Twin.of(sources.get(i), units.get(i), positions));
    }
    return twins;
  }

  private static ModuleElement moduleOf(
      ProcessingEnvironment environment, List<CompilationUnitTree> units) {
    Trees trees = Trees.instance(environment);
    for (CompilationUnitTree unit : units) {
      for (Tree declaration : unit.getTypeDecls()) {
        // The outer compiler has entered types: asking for one attributes nothing.
        Element type =
            declaration instanceof ClassTree
                ? trees.getElement(new TreePath(new TreePath(unit), declaration))
                : null;
        if (type != null) {
          return environment.getElementUtils().getModuleOf(type);
        }
      }
    }
    return environment.getElementUtils().getModuleElement("");
  }
}
