package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lombok changes the trees of a compilation, and bodies see what it makes of them. */
class LombokTest {

  @TempDir Path directory;

  static Stream<List<Tool>> orders() {
    return Tool.bothWays(Tool.BELAY, Tool.LOMBOK);
  }

  private Build build(List<Tool> order) {
    return new Build(directory)
        .tools(order)
        .classPath(Jars.LOMBOK)
        .options("-Xlint:all,-processing,-options", "-Werror");
  }

  private Object main(List<Tool> order, String head, String members, String call) {
    return Run.of(
        build(order)
            .type("t.T", head + "\nclass T {\n" + members + "}\n")
            .type("t.Main", "class Main { static Object main() { return " + call + "; } }\n")
            .run(),
        "t.Main",
        "main");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void typesOfOtherFiles(List<Tool> order) {
    Object result =
        Run.of(
            build(order)
                .type(
                    "t.Point",
                    "@lombok.Getter @lombok.Builder @lombok.With @lombok.ToString class Point {"
                        + " private final int x; private final int y; }")
                .type(
                    "t.T",
                    """
                    class T {
                      @AsyncMethod static String m(int x) {
                        Point point = Point.builder().x(x).y(await(CompletableFuture.completedFuture(2))).build();
                        Point moved = point.withX(await(CompletableFuture.completedFuture(point.getY())) + 5);
                        return point + " " + moved.getX();
                      }
                    }
                    """)
                .type(
                    "t.Main", "class Main { static Object main() { return TAsync.m(1).join(); } }")
                .run(),
            "t.Main",
            "main");

    assertThat(result).isEqualTo("Point(x=1, y=2) 7");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void valuesInBodies(List<Tool> order) {
    Object result =
        main(
            order,
            "import lombok.val;",
            """
            @AsyncMethod static int m() {
              val list = new ArrayList<String>();
              for (val word : List.of("a", "bc")) {
                list.add(await(CompletableFuture.completedFuture(word)));
              }
              final val size = list.size();
              val last = list.get(await(CompletableFuture.completedFuture(size - 1)));
              return last.length() * 10 + size;
            }
            """,
            "TAsync.m().join()");

    assertThat(result).isEqualTo(22);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void gettersOfTheTemplatesOwnClass(List<Tool> order) {
    Object result =
        main(
            order,
            "@lombok.Getter @lombok.RequiredArgsConstructor",
            """
            private final String name;
            private int count;
            @AsyncMethod int m(int add) {
              count = getCount() + await(CompletableFuture.completedFuture(add));
              return getCount() + getName().length();
            }
            """,
            "TAsync.m(new T(\"abc\"), 4).join()");

    assertThat(result).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void logger(List<Tool> order) {
    Object result =
        main(
            order,
            "@lombok.extern.java.Log @lombok.RequiredArgsConstructor",
            """
            private final CompletionStage<String> stage;
            @AsyncMethod String m() {
              log.fine("before " + stage);
              String value = await(stage);
              log.fine("after");
              return value + log.getName();
            }
            """,
            "TAsync.m(new T(CompletableFuture.completedFuture(\"x\"))).join()");

    assertThat(result).isEqualTo("xt.T");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void nestedValueTypesBeforeAndAfterTheTemplate(List<Tool> order) {
    Object result =
        main(
            order,
            "",
            """
            @lombok.Value static class Before { int x; }
            @AsyncMethod static int m() {
              Before before = new Before(await(CompletableFuture.completedFuture(3)));
              After after = After.builder().y(before.getX()).build();
              await(CompletableFuture.completedFuture(1));
              return after.getY() + before.getX();
            }
            @lombok.Value @lombok.Builder static class After { int y; }
            @AsyncMethod static int n() {
              return await(TAsync.m()) + After.builder().y(await(CompletableFuture.completedFuture(1))).build().getY();
            }
            """,
            "TAsync.n().join()");

    assertThat(result).isEqualTo(7);
  }

  @ParameterizedTest
  @MethodSource("orders")
  void constructorOfAResourceClass(List<Tool> order) {
    Object result =
        Run.of(
            build(order)
                .type(
                    "t.R",
                    """
                    @AsyncResource @lombok.RequiredArgsConstructor @lombok.Getter
                    class R {
                      private final String name;
                      void open() { await(CompletableFuture.completedFuture(getName())); }
                      void close(Throwable failure) { await(CompletableFuture.completedFuture(name)); }
                    }
                    """)
                .type(
                    "t.T",
                    """
                    class T {
                      @AsyncMethod static String m() {
                        R r = using(RScope.of("r"));
                        return await(CompletableFuture.completedFuture(r.getName()));
                      }
                    }
                    """)
                .type("t.Main", "class Main { static Object main() { return TAsync.m().join(); } }")
                .run(),
            "t.Main",
            "main");

    assertThat(result).isEqualTo("r");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void mistakesAreJavacs(List<Tool> order) {
    Build.Outcome outcome =
        new Build(directory)
            .tools(order)
            .classPath(Jars.LOMBOK)
            .type(
                "t.T",
                """
                @lombok.Getter class T {
                  private int count;
                  @AsyncMethod int m() { return await(CompletableFuture.completedFuture(getCuont())); }
                }
                """)
            .run();

    assertThat(outcome.errors())
        .singleElement()
        .asString()
        .contains("cannot find symbol", "getCuont")
        .doesNotContain("UnresolvedType");
  }

  @ParameterizedTest
  @MethodSource("orders")
  void membersThatBecomePrivateOrStatic(List<Tool> order) {
    Object result =
        Run.of(
            build(order)
                .type(
                    "t.V",
                    """
                    @lombok.Value class V {
                      int x;
                      List<String> names;
                      @AsyncMethod int m() {
                        await(CompletableFuture.completedFuture(1));
                        return x + names.size();
                      }
                    }
                    """)
                .type(
                    "t.U",
                    """
                    @lombok.experimental.UtilityClass class U {
                      int calls;
                      @AsyncMethod int m(V v) {
                        calls++;
                        return await(VAsync.m(v)) + calls + helper();
                      }
                      int helper() { return 100; }
                    }
                    """)
                .type(
                    "t.Main",
                    "class Main { static Object main() {"
                        + " return UAsync.m(new V(3, List.of(\"a\"))).join(); } }")
                .run(),
            "t.Main",
            "main");

    assertThat(result).isEqualTo(105);
  }

  /** What is found at run time only by those who look for it. */
  @ParameterizedTest
  @MethodSource("orders")
  void whatIsNotUnderstoodIsAnError(List<Tool> order) {
    Build.Outcome outcome =
        build(order)
            .type("t.Ext", "class Ext { static int twice(String s) { return 2 * s.length(); } }")
            .type(
                "t.T",
                """
                @lombok.experimental.ExtensionMethod(Ext.class) class T {
                  @AsyncMethod static int m(String s) {
                    return await(CompletableFuture.completedFuture(1)) + s.twice();
                  }
                }
                """)
            .run();

    assertThat(outcome.errors())
        .anySatisfy(error -> assertThat(error).contains("[UnresolvedType]").contains("twice"));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void whatLombokDoesToABodyIsRefused(List<Tool> order) {
    Build.Outcome outcome =
        build(order)
            .type(
                "t.T",
                """
                class T {
                  @AsyncMethod static void cleanup() {
                    @lombok.Cleanup java.io.StringReader in = new java.io.StringReader("");
                    await(CompletableFuture.completedFuture(in));
                  }
                  @AsyncMethod static void nonNull(@lombok.NonNull String a) {
                    await(CompletableFuture.completedFuture(a));
                  }
                  @lombok.SneakyThrows @AsyncMethod static void sneaky() {
                    await(CompletableFuture.completedFuture(1));
                    throw new java.io.IOException();
                  }
                  @lombok.Synchronized @AsyncMethod static void locked() {
                    await(CompletableFuture.completedFuture(1));
                  }
                }
                """)
            .run();

    assertThat(outcome.errors())
        .hasSize(4)
        .anySatisfy(error -> assertThat(error).contains("[Unsupported]").contains("@Cleanup"))
        .anySatisfy(error -> assertThat(error).contains("[Unsupported]").contains("@NonNull"))
        .anySatisfy(error -> assertThat(error).contains("[Unsupported]").contains("@SneakyThrows"))
        .anySatisfy(error -> assertThat(error).contains("[Unsupported]").contains("@Synchronized"));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void whatBecomesStaticAndIsNotSeen(List<Tool> order) {
    Build.Outcome outcome =
        build(order)
            .type(
                "t.U",
                """
                @lombok.experimental.UtilityClass class U {
                  @AsyncMethod <X> X m(CompletionStage<X> s) { return await(s); }
                }
                """)
            .run();

    assertThat(outcome.errors()).anySatisfy(error -> assertThat(error).contains("[TreeChanged]"));
  }
}
