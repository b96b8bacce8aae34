package dev.belay.processor.realcode;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.util.Types;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/**
 * A published source file, with the types of its expressions.
 *
 * @param text what is in it
 * @param tree its tree
 * @param trees positions and types
 * @param types questions about types
 */
record Unit(String text, CompilationUnitTree tree, Trees trees, Types types) {
  static Unit of(String className, String text) {
    return of(List.of(JavaFileObjects.forSourceString(className, text)), Library.jars()).get(0);
  }

  /** Files, with the types that they have beside each other. */
  static List<Unit> of(List<JavaFileObject> files, List<File> classPath) {
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    diagnostic -> {},
                    List.of("-proc:none", "-implicit:none", "-cp", joined(classPath)),
                    null,
                    files);
    try {
      List<CompilationUnitTree> trees = new ArrayList<>();
      task.parse().forEach(trees::add);
      task.analyze();
      List<Unit> units = new ArrayList<>();
      for (CompilationUnitTree tree : trees) {
        String text = tree.getSourceFile().getCharContent(true).toString();
        units.add(new Unit(text, tree, Trees.instance(task), task.getTypes()));
      }
      return units;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String joined(List<File> classPath) {
    return classPath.stream().map(File::getPath).collect(Collectors.joining(File.pathSeparator));
  }

  ClassTree type() {
    return (ClassTree)
        tree.getTypeDecls().stream().filter(each -> each instanceof ClassTree).findFirst().get();
  }

  int start(Tree part) {
    return (int) trees.getSourcePositions().getStartPosition(tree, part);
  }

  int end(Tree part) {
    return (int) trees.getSourcePositions().getEndPosition(tree, part);
  }
}
