package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Processors that generate classes: bodies and declarations may use what they generate. */
class GeneratorsTest {
  @TempDir Path directory;

  static Stream<List<Tool>> withMapStruct() {
    return Tool.bothWays(Tool.BELAY, Tool.MAPSTRUCT);
  }

  static Stream<List<Tool>> withAutoValue() {
    return Tool.bothWays(Tool.BELAY, Tool.AUTO_VALUE);
  }

  static Stream<List<Tool>> withAll() {
    return Stream.of(
        List.of(Tool.LOMBOK, Tool.MAPSTRUCT, Tool.AUTO_VALUE, Tool.BELAY),
        List.of(Tool.BELAY, Tool.LOMBOK, Tool.AUTO_VALUE, Tool.MAPSTRUCT),
        List.of(Tool.AUTO_VALUE, Tool.BELAY, Tool.LOMBOK, Tool.MAPSTRUCT));
  }

  private Build build(List<Tool> order) {
    return new Build(directory)
        .tools(order)
        .classPath(Jars.MAPSTRUCT, Jars.AUTO_VALUE, Jars.LOMBOK)
        .options("-Xlint:all,-processing,-options", "-Werror");
  }

  private static final String MAPPER =
      """
      @org.mapstruct.Mapper interface M {
        M INSTANCE = org.mapstruct.factory.Mappers.getMapper(M.class);
        @org.mapstruct.Mapping(target = "title", source = "name")
        Target map(Source source);
      }
      """;

  @ParameterizedTest
  @MethodSource("withMapStruct")
  void mapperInABody(List<Tool> order) {
    Object result =
        Run.of(
            build(order)
                .type("t.Source", "public record Source(String name, int count) {}")
                .type("t.Target", "public record Target(String title, long count) {}")
                .type("t.M", MAPPER)
                .type(
                    "t.T",
                    """
                    class T {
                      @AsyncMethod static String m(CompletionStage<Source> stage) {
                        Target target = M.INSTANCE.map(await(stage));
                        Target again = new MImpl().map(new Source("b", await(CompletableFuture.completedFuture(2))));
                        return target.title() + target.count() + again.title() + again.count();
                      }
                    }
                    """)
                .type(
                    "t.Main",
                    "class Main { static Object main() { return TAsync.m("
                        + "CompletableFuture.completedFuture(new Source(String.valueOf('a'), 1))).join(); } }")
                .run(),
            "t.Main",
            "main");

    assertThat(result).isEqualTo("a1b2");
  }

  private static final String ANIMAL =
      """
      @com.google.auto.value.AutoValue abstract class Animal {
        abstract String name();
        abstract int legs();
        static Builder builder() { return new AutoValue_Animal.Builder(); }
        @com.google.auto.value.AutoValue.Builder abstract static class Builder {
          abstract Builder name(String name);
          abstract Builder legs(int legs);
          abstract Animal build();
        }
      }
      """;

  @ParameterizedTest
  @MethodSource("withAutoValue")
  void valuesInABody(List<Tool> order) {
    Object result =
        Run.of(
            build(order)
                .type("t.Animal", ANIMAL)
                .type(
                    "t.T",
                    """
                    class T {
                      @AsyncGenerator static void m(int legs, Yield<Animal> out) {
                        var first = new AutoValue_Animal.Builder().name("a")
                            .legs(await(CompletableFuture.completedFuture(legs))).build();
                        out.yield(first);
                        out.yield(Animal.builder().name(first.name() + "b").legs(first.legs()).build());
                      }
                    }
                    """)
                .type(
                    "t.Main",
                    "class Main { static Object main() { return"
                        + " TAsync.m(4).toList().toCompletableFuture().join().toString(); } }")
                .run(),
            "t.Main",
            "main");

    assertThat(result).isEqualTo("[Animal{name=a, legs=4}, Animal{name=ab, legs=4}]");
  }

  @ParameterizedTest
  @MethodSource("withAutoValue")
  void generatedTypesInDeclarations(List<Tool> order) {
    Object result =
        Run.of(
            build(order)
                .type("t.Animal", ANIMAL)
                .type(
                    "t.T",
                    """
                    class T {
                      @AsyncMethod static AutoValue_Animal m(AutoValue_Animal.Builder builder, List<? extends AutoValue_Animal> more) {
                        builder.name("a").legs(await(CompletableFuture.completedFuture(more.size())));
                        return (AutoValue_Animal) builder.build();
                      }
                      @AsyncGenerator static <A extends AutoValue_Animal> void all(List<A> animals, Yield<A> out) {
                        for (A animal : animals) out.yield(animal);
                      }
                    }
                    """)
                .type(
                    "t.Main",
                    "class Main { static Object main() { return TAsync.m(new"
                        + " AutoValue_Animal.Builder(), List.of()).join().toString(); } }")
                .run(),
            "t.Main",
            "main");

    assertThat(result).isEqualTo("Animal{name=a, legs=0}");
  }

  @ParameterizedTest
  @MethodSource("withAll")
  void allAtOnce(List<Tool> order) {
    Object result =
        Run.of(
            build(order)
                .type("t.Animal", ANIMAL)
                .type(
                    "t.Source",
                    "@lombok.Data @lombok.AllArgsConstructor public class Source {"
                        + " private String name; private int count; }")
                .type(
                    "t.Target",
                    "@lombok.Data public class Target { private String title;"
                        + " private long count; }")
                .type("t.M", MAPPER)
                .type(
                    "t.T",
                    """
                    @lombok.RequiredArgsConstructor class T {
                      private final M mapper;
                      @AsyncMethod String m(CompletionStage<Source> stage) {
                        Target target = mapper.map(await(stage));
                        Animal animal = Animal.builder().name(target.getTitle())
                            .legs(await(CompletableFuture.completedFuture(4))).build();
                        return animal.name() + target.getCount() + animal.legs();
                      }
                    }
                    """)
                .type(
                    "t.Main",
                    "class Main { static Object main() { return TAsync.m(new T(M.INSTANCE),"
                        + " CompletableFuture.completedFuture(new Source(String.valueOf('a'), 1))).join(); } }")
                .run(),
            "t.Main",
            "main");

    assertThat(result).isEqualTo("a14");
  }
}
