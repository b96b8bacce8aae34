package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributionTest {
  @TempDir Path directory;

  @Test
  void typesOfLocalVariables() {
    List<String> found = new ArrayList<>();
    Path library =
        new Compilation(directory.resolve("library"))
            .source(
                "lib/Box.java",
                """
                package lib;
                public class Box<T> {
                  public T get() { return null; }
                  public static class Inner { public String name() { return ""; } }
                }
                """)
            .compiled();
    List<String> errors =
        new Compilation(directory.resolve("main"))
            .classPath(library)
            .source(
                "app/Use.java",
                """
                package app;
                import java.util.*;
                import lib.Box;
                class Use {
                  void body(Box<Map<String, Integer>> box) {
                    var map = box.get();
                    var inner = new Box.Inner().name();
                    var other = Other.make(3);
                    var companion = UseAsync.body(box);
                    Runnable anonymous = new Runnable() { public void run() {} };
                  }
                }
                """)
            .source(
                "app/Other.java",
                "package app; class Other { static <T> List2<T> make(T t) { return null; } }"
                    + " class List2<T> {}")
            .source(
                "app/UseAsync.java",
                """
                package app;
                class UseAsync { static java.util.concurrent.CompletableFuture<Long> body(Object o) { return null; } }
                """)
            .processor(
                new AttributingProcessor(
                    Set.of("Use"),
                    Map.of(),
                    (attribution, units) -> {
                      CompilationUnitTree outer = units.get("Use");
                      assertThat(attribution.failure()).isEmpty();
                      assertThat(attribution.errors(outer, 0, 100000)).isEmpty();
                      found.addAll(locals(attribution, outer));
                    }))
            .errors();
    assertThat(errors).isEmpty();
    assertThat(found)
        .contains(
            "map: java.util.Map<java.lang.String,java.lang.Integer>",
            "inner: java.lang.String",
            "other: app.List2<java.lang.Integer>",
            "companion: java.util.concurrent.CompletableFuture<java.lang.Long>");
  }

  private static List<String> locals(Attribution attribution, CompilationUnitTree outer) {
    List<String> found = new ArrayList<>();
    Trees trees = attribution.trees();
    new TreePathScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree variable, Void unused) {
        found.add(variable.getName() + ": " + trees.getTypeMirror(getCurrentPath()));
        return super.visitVariable(variable, unused);
      }
    }.scan(attribution.unit(outer).orElseThrow(), null);
    return found;
  }
}
