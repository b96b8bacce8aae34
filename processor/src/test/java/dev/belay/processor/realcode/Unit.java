package dev.belay.processor.realcode;

import com.google.testing.compile.JavaFileObjects;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.List;
import javax.lang.model.util.Types;
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
    JavacTask task =
        (JavacTask)
            ToolProvider.getSystemJavaCompiler()
                .getTask(
                    null,
                    null,
                    diagnostic -> {},
                    List.of("-proc:none", "-cp", Library.classpath()),
                    null,
                    List.of(JavaFileObjects.forSourceString(className, text)));
    try {
      CompilationUnitTree tree = task.parse().iterator().next();
      task.analyze();
      return new Unit(text, tree, Trees.instance(task), task.getTypes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
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
