package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkeletonsTest {
  @TempDir Path directory;

  @Test
  void bodiesAreCutAndDeclarationsKept() {
    String source =
        """
        import java.util.function.Supplier;
        class Use {
          static final String NAME = "{ name }";
          static /* { */ { System.out.println(NAME); }
          static { System.out.println(NAME); }
          { hashCode(); }
          final Supplier<Object> field = () -> new Object() { public String toString() { return ""; } };
          Use() { super(); }
          abstract static class Member { abstract void none(); int some() { if (true) { return 1; } return 2; } }
          record Point(int x) { Point { x++; } }
          enum Kind { A { void f() { } }; void f() { return; } }
        }
        """;

    assertThat(skeleton(source))
        .isEqualTo(
            """
            import java.util.function.Supplier;
            class Use {
              static final String NAME = "{ name }";
              static /* { */ { System.out.println(NAME); }
              static { }
              { }
              final Supplier<Object> field = () -> new Object() { public String toString() { throw null; } };
              Use() { throw null; }
              abstract static class Member { abstract void none(); int some() { throw null; } }
              record Point(int x) { Point { throw null; } }
              enum Kind { A { void f() { throw null; } }; void f() { throw null; } }
            }
            """);
  }

  @Test
  void bodiesOfOtherSourcesAreNotAttributed() {
    List<String> trees = new ArrayList<>();
    new Compilation(directory)
        .source("Use.java", "class Use { void body() { var a = new Other(); } }")
        .source("Other.java", "class Other { void f() { far(); } void far() {} }")
        .processor(
            AttributingProcessor.of(
                "Use",
                (attribution, units) -> {
                  TypeElement other = attribution.elements().getTypeElement("Other");
                  trees.add(attribution.trees().getTree(other).toString());
                }))
        .compiled();

    assertThat(trees).singleElement().asString().contains("void f()").doesNotContain("far();");
  }

  private String skeleton(String source) {
    StringBuilder text = new StringBuilder();
    new Compilation(directory)
        .source("Use.java", source)
        .processor(
            new OtherProcessor(
                environment -> {
                  Trees trees = Trees.instance(environment);
                  TypeElement type = environment.getElementUtils().getTypeElement("Use");
                  CompilationUnitTree unit = trees.getPath(type).getCompilationUnit();
                  text.append(new Skeletons(trees, environment.getElementUtils()).text(unit, type));
                }))
        .problems();
    return text.toString();
  }
}
