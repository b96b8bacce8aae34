package dev.belay.processor.source;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import dev.belay.processor.attribute.Attribution;
import dev.belay.processor.report.Finding;
import dev.belay.processor.report.Message;
import dev.belay.processor.report.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;
import org.jspecify.annotations.Nullable;

/**
 * Finds the annotations by which Lombok changes what a body does. It changes javac's tree, and the
 * source that bodies are read from does not tell how.
 */
public final class LombokInBodies {
  private static final Map<String, String> INSTEAD =
      Map.of(
          "lombok.Cleanup", "use try-with-resources, or using(...)",
          "lombok.Locked", "guard the state in another way",
          "lombok.Locked.Read", "guard the state in another way",
          "lombok.Locked.Write", "guard the state in another way",
          "lombok.NonNull", "call Objects.requireNonNull in the body",
          "lombok.SneakyThrows", "declare what the body throws",
          "lombok.Synchronized", "guard the state in another way");

  private LombokInBodies() {}

  /** What is wrong with an attributed method of the nested compilation. */
  public static List<Finding> of(
      Attribution attribution, CompilationUnitTree unit, MethodTree method) {
    Trees trees = attribution.trees();
    List<Finding> findings = new ArrayList<>();
    new TreePathScanner<@Nullable Void, @Nullable Void>() {
      @Override
      public @Nullable Void visitAnnotation(AnnotationTree tree, @Nullable Void unused) {
        Element type = trees.getElement(new TreePath(getCurrentPath(), tree.getAnnotationType()));
        String name =
            type instanceof QualifiedNameable named ? named.getQualifiedName().toString() : "";
        String instead = INSTEAD.get(name);
        if (instead != null) {
          findings.add(
              Finding.of(
                  Message.Unsupported,
                  span(trees.getSourcePositions(), unit, tree),
                  "Lombok's @" + name.substring("lombok.".length()),
                  "it changes javac's tree of the body, and Belay reads the source",
                  instead));
        }
        return super.visitAnnotation(tree, null);
      }
    }.scan(trees.getPath(unit, method), null);
    return findings;
  }

  private static Span span(SourcePositions positions, CompilationUnitTree unit, Tree tree) {
    return new Span(positions.getStartPosition(unit, tree), positions.getEndPosition(unit, tree));
  }
}
