package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttributionTest {
  @TempDir Path directory;

  private final Bodies bodies = new Bodies();

  private Compilation compilation(String root) {
    return new Compilation(directory).processor(AttributingProcessor.of(root, bodies));
  }

  @Test
  void bodyOfGenericMethodInGenericClass() {
    compilation("app.Use")
        .source(
            "app/Use.java",
            """
            package app;
            import java.util.*;
            class Use<K extends Comparable<K>> {
              <V> void body(Map<K, ? extends List<V>> map) {
                var entry = map.entrySet().iterator().next();
                var element = entry.getValue().get(0);
                for (var key : map.keySet()) {}
                var collected = map.values().stream().flatMap(List::stream).toList();
              }
            }
            """)
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables())
        .containsEntry("element", "V")
        .containsEntry("key", "K")
        .containsEntry("collected", "java.util.List<V>");
  }

  @Test
  void bodiesInEveryKindOfType() {
    compilation("Kinds")
        .source(
            "Kinds.java",
            """
            enum Kinds {
              A { void of() { var inConstant = name(); } };
              record Pair<T>(T left, T right) {
                Pair { var inCompactConstructor = left; }
                T any() { var inRecord = left(); return inRecord; }
              }
              interface Shape { default int area() { var inInterface = 1L; return (int) inInterface; } }
              class Member {
                void of() {
                  class Local { void of() { var inLocal = new Pair<>("", ""); } }
                  Object anonymous = new Object() { int f() { var inAnonymous = hashCode(); return inAnonymous; } };
                  Runnable lambda = () -> { var inLambda = new Local(); };
                }
              }
              static { var inInitializer = values(); }
            }
            """)
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables())
        .containsEntry("inConstant", "java.lang.String")
        .containsEntry("inCompactConstructor", "T")
        .containsEntry("inRecord", "T")
        .containsEntry("inInterface", "long")
        .containsEntry("inLocal", "Kinds.Pair<java.lang.String>")
        .containsEntry("inAnonymous", "int")
        .containsEntry("inLambda", "Local")
        .containsEntry("inInitializer", "Kinds[]");
  }

  @Test
  void companionsThatDoNotExistYetAreStubs() {
    Map<String, String> stubs =
        Map.of(
            "app.UseAsync",
            """
            package app;
            final class UseAsync {
              static <T> java.util.concurrent.CompletableFuture<T> body(Use self, T value) { return null; }
            }
            """,
            "app.OtherAsync",
            "package app; final class OtherAsync { static Iterable<Use> all() { return null; } }");

    List<String> problems =
        new Compilation(directory)
            .source(
                "app/Use.java",
                """
                package app;
                class Use {
                  void body(Object value) {
                    var itself = UseAsync.body(this, 1).join();
                    for (var other : OtherAsync.all()) {}
                  }
                }
                """)
            .processor(new AttributingProcessor(1, List.of("app.Use"), stubs, bodies::read))
            .problems();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables())
        .containsEntry("itself", "java.lang.Integer")
        .containsEntry("other", "app.Use");
    assertThat(problems).as("the outer compiler never sees a stub").hasSize(2);
  }

  @Test
  void anonymousClassesLeaveNoTraceInTheOuterCompilation() {
    Path output =
        new Compilation(directory)
            .source(
                "Use.java",
                """
                class Use {
                  void body() {
                    Runnable first = new Runnable() { public void run() { class Local {} new Local(); } };
                    Later later = new Later() {};
                  }
                }
                """)
            .processor(OtherProcessor.generating("Later", "class Later {}"))
            .processor(AttributingProcessor.of("Use", bodies))
            .compiled();

    assertThat(bodies.errors()).hasSize(2).allMatch(error -> error.contains("class Later"));
    assertThat(output.resolve("Use$1.class")).exists();
    assertThat(output.resolve("Use$1Local.class")).doesNotExist();
    assertThat(output.resolve("Use$1$1Local.class")).exists();
    assertThat(output.resolve("Use$2.class")).exists();
  }

  @Test
  void methodsAreFoundByPosition() {
    List<String> found = new ArrayList<>();
    new Compilation(directory)
        .source(
            "Use.java",
            """
            class Use {
              Use(int a) { int b = a; }
              /** Documented. */
              @Deprecated void one() {}
              class Member { private <T> T two() { return new Object() { T three() { return null; } }.three(); } }
              record Point(int x, int y) { Point {} }
            }
            class Second { void four() {} }
            """)
        .processor(
            AttributingProcessor.of(
                "Use",
                (attribution, units) -> {
                  CompilationUnitTree outer = units.get(0);
                  // Positions are those of the text, so either tree tells them.
                  CompilationUnitTree unit = attribution.unit(outer).orElseThrow();
                  Trees trees = attribution.trees();
                  new TreeScanner<Void, Void>() {
                    @Override
                    public Void visitMethod(MethodTree method, Void unused) {
                      long start = trees.getSourcePositions().getStartPosition(unit, method);
                      attribution
                          .method(outer, start)
                          .filter(twin -> twin == method)
                          .ifPresent(twin -> found.add(twin.getName().toString()));
                      return super.visitMethod(method, unused);
                    }
                  }.scan(unit, null);
                  assertThat(attribution.method(outer, 1)).isEmpty();
                }))
        .compiled();

    assertThat(found).containsExactlyInAnyOrder("<init>", "one", "two", "three", "<init>", "four");
  }

  @Test
  void errorsAreFoundByRange() {
    String text =
        """
        class Use {
          void good() { int a = 1; }
          void bad() { int b = ""; Missing c; }
        }
        """;
    List<String> where = new ArrayList<>();
    new Compilation(directory)
        .source("Use.java", text)
        .source("Noise.java", "class Noise { int bad = \"\"; }")
        .processor(
            AttributingProcessor.of(
                "Use",
                (attribution, units) -> {
                  CompilationUnitTree outer = units.get(0);
                  int bad = text.indexOf("void bad");
                  assertThat(attribution.errors(outer, 0, bad)).isEmpty();
                  for (Diagnostic<?> error : attribution.errors(outer, bad, text.length())) {
                    assertThat(error.getMessage(Locale.ROOT)).isNotEmpty();
                    where.add(
                        text.substring(
                            (int) error.getStartPosition(), (int) error.getEndPosition()));
                  }
                }))
        .problems();

    assertThat(where).containsExactly("\"\"", "Missing");
  }

  @Test
  void nestedTypesAndElementsAnswerAboutNestedTrees() {
    new Compilation(directory)
        .source("Use.java", "class Use { void body() { var list = java.util.List.of(1); } }")
        .processor(
            AttributingProcessor.of(
                "Use",
                (attribution, units) -> {
                  Types types = attribution.types();
                  var list = attribution.elements().getTypeElement("java.util.List");
                  assertThat(types.getDeclaredType(list)).hasToString("java.util.List");
                  assertThat(attribution.elements().getTypeElement("Use")).isNotNull();
                }))
        .compiled();
  }

  @Test
  void nothingToAttribute() throws Exception {
    new Compilation(directory)
        .source("Use.java", "class Use {}")
        .processor(
            new AttributingProcessor(
                1,
                List.of(),
                Map.of(),
                (attribution, units) -> assertThat(attribution.failure()).isEmpty()))
        .compiled();
  }
}
