package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the types that a body names may come from, whichever way packages are listed. */
@ParameterizedClass(name = "thorough: {0}")
@ValueSource(booleans = {false, true})
class OuterTypesTest {
  private static final String BOX =
      """
      package lib;
      public class Box<T> extends lib.internal.Base {
        public T get() { return null; }
        public static Inner inner() { return null; }
        public static class Inner {
          public String name() { return ""; }
          public class Deep { public int depth; }
        }
        private static class Secret {}
      }
      """;
  private static final String BASE =
      "package lib.internal; public class Base { public long inherited() { return 0; } }";
  private static final String USE =
      """
      package app;
      import lib.Box;
      class Use {
        void body(Box<java.util.Map<String, Integer>> box) {
          var got = box.get();
          var inner = Box.inner();
          var name = inner.name();
          var deep = inner.new Deep().depth;
          var inherited = box.inherited();
        }
      }
      """;
  private static final Map<String, String> USE_VARIABLES =
      Map.of(
          "got", "java.util.Map<java.lang.String,java.lang.Integer>",
          "inner", "lib.Box.Inner",
          "name", "java.lang.String",
          "deep", "int",
          "inherited", "long");

  @Parameter boolean isThorough;

  @TempDir Path directory;

  private final Bodies bodies = new Bodies();

  private Compilation library() {
    return new Compilation(directory.resolve("library"))
        .source("lib/Box.java", BOX)
        .source("lib/internal/Base.java", BASE);
  }

  private Compilation compilation(String root) {
    return new Compilation(directory.resolve("main"))
        .processor(AttributingProcessor.of(root, bodies).thorough(isThorough));
  }

  private void assertUseIsAttributed() {
    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsAllEntriesOf(USE_VARIABLES);
  }

  @Test
  void classPathDirectory() {
    compilation("app.Use").classPath(library().compiled()).source("app/Use.java", USE).compiled();

    assertUseIsAttributed();
  }

  @Test
  void classPathJar() throws IOException {
    Path jar = jar(library().compiled());

    compilation("app.Use").classPath(jar).source("app/Use.java", USE).compiled();

    assertUseIsAttributed();
  }

  @Test
  void sourcesOfTheSameCompilation() {
    compilation("app.Use")
        .source("app/Use.java", USE)
        .source("lib/Box.java", BOX)
        .source("lib/internal/Base.java", BASE)
        .compiled();

    assertUseIsAttributed();
  }

  @Test
  void sourcePath() {
    Path library = directory.resolve("library");
    library();

    compilation("app.Use")
        .options("--source-path", library.resolve("src").toString())
        .source("app/Use.java", USE)
        .compiled();

    assertUseIsAttributed();
  }

  /** The class path is searched for sources too: only what is referred to may be read. */
  @Test
  void sourcesOnTheClassPath() {
    Path lost = directory.resolve("lost");
    new Compilation(lost)
        .source("app/One.java", "package app; class One { Two two() { return null; } }")
        .source("app/Two.java", "package app; class Two { far.Three three() { return null; } }")
        .source("far/Three.java", "package far; public class Three { public int four; }");

    compilation("app.Use")
        .classPath(lost.resolve("src"))
        .source(
            "app/Use.java",
            "package app; class Use { void body(One one) { var four = one.two().three().four; } }")
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("four", "int");
  }

  @Test
  void packageThatIsSpreadOverTheClassPath() {
    Path last =
        new Compilation(directory.resolve("last"))
            .source("spread/Last.java", "package spread; public class Last { public int end; }")
            .compiled();
    Path middle =
        new Compilation(directory.resolve("middle"))
            .classPath(last)
            .source("mid/Middle.java", "package mid; public class Middle extends spread.Last {}")
            .compiled();
    Path first =
        new Compilation(directory.resolve("first"))
            .classPath(middle, last)
            .source("spread/First.java", "package spread; public class First extends mid.Middle {}")
            .compiled();

    compilation("app.Use")
        .classPath(first, middle, last)
        .source(
            "app/Use.java",
            "package app; class Use { void body() { var end = new spread.First().end; } }")
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("end", "int");
  }

  @Test
  void importsOnDemand() {
    compilation("app.Use")
        .classPath(library().compiled())
        .source(
            "app/Use.java",
            "package app; import lib.*; import static lib.Box.*;"
                + " class Use { void body() { Box<?> b; var name = inner().name(); Inner i; } }")
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("name", "java.lang.String");
  }

  @Test
  void classFilesOfAnEarlierBuildAreOutOfDate() {
    Path earlier =
        new Compilation(directory.resolve("earlier"))
            .source(
                "app/Other.java",
                "package app; class Other { static class Old {} int a() { return 0; } }")
            .source("app/UseAsync.java", "package app; class UseAsync { int b() { return 0; } }")
            .compiled();

    new Compilation(directory.resolve("main"))
        .classPath(earlier)
        .source(
            "app/Use.java",
            "package app; class Use { void body(Other o, UseAsync u) { var a = o.a(); var b ="
                + " u.b(); } }")
        .source("app/Other.java", "package app; class Other { long a() { return 0; } }")
        .processor(
            new AttributingProcessor(
                    1,
                    List.of("app.Use"),
                    Map.of(
                        "app.UseAsync", "package app; class UseAsync { long b() { return 0; } }"),
                    bodies::read)
                .thorough(isThorough))
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("a", "long").containsEntry("b", "long");
  }

  @Test
  void modulePath() {
    Path library = library().source("module-info.java", "module lib { exports lib; }").compiled();

    compilation("app.Use")
        .modulePath(library)
        .source("module-info.java", "module app { requires lib; requires java.logging; }")
        .source("app/Use.java", USE)
        .compiled();

    assertUseIsAttributed();
  }

  @Test
  void modulePathWithAutomaticModule() throws IOException {
    Path jar = jar(library().compiled());

    compilation("app.Use")
        .modulePath(jar)
        .source("module-info.java", "module app { requires library; }")
        .source("app/Use.java", USE)
        .compiled();

    assertUseIsAttributed();
  }

  @Test
  void namedModuleThatIsCompiledTogetherWithAnother() {
    new Compilation(directory.resolve("main"))
        .options("--module-source-path", directory.resolve("main").resolve("src").toString())
        .processor(AttributingProcessor.of("app.Use", bodies).thorough(isThorough))
        .source("app/module-info.java", "module app { requires lib; }")
        .source("app/app/Use.java", USE)
        .source("lib/module-info.java", "module lib { exports lib; }")
        .source("lib/lib/Box.java", BOX)
        .source("lib/lib/internal/Base.java", BASE)
        .compiled();

    assertUseIsAttributed();
  }

  @Test
  void unnamedPackage() {
    compilation("Use")
        .classPath(
            new Compilation(directory.resolve("library"))
                .source("Old.java", "public class Old { public class Member {} }")
                .compiled())
        .source(
            "Use.java",
            "class Use { void body(Other o) { var a = o.b(); var c = new Old().new Member(); } }")
        .source("Other.java", "class Other { Third b() { return null; } } class Third {}")
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("a", "Third").containsEntry("c", "Old.Member");
  }

  @Test
  void secondaryTypesOfOtherFiles() {
    compilation("app.Use")
        .source(
            "app/Use.java",
            "package app; class Use { void body() { var hidden = new Hidden().next(); var own = new"
                + " Own(); } } class Own {}")
        .source(
            "app/Other.java",
            "package app; class Other {} class Hidden { Hidden2 next() { return null; } } class"
                + " Hidden2 {}")
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables())
        .containsEntry("hidden", "app.Hidden2")
        .containsEntry("own", "app.Own");
  }

  @Test
  void privateMembersOfNestmates() {
    compilation("Use")
        .source(
            "Use.java",
            """
            class Use {
              private final java.util.List<String> names = null;
              static class Member {
                private int count;
                void body(Use use) { var name = use.names.get(0); var n = new Member().count; }
              }
            }
            """)
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables())
        .containsEntry("name", "java.lang.String")
        .containsEntry("n", "int");
  }

  @Test
  void typesThatAnotherProcessorGenerated() {
    new Compilation(directory)
        .source(
            "app/Use.java",
            """
            package app;
            import gen.Later;
            class Use { void body() { var value = Later.of(1).get(); Later.Builder builder = null; } }
            """)
        .processor(
            OtherProcessor.generating(
                "gen.Later",
                """
                package gen;
                public class Later<T> {
                  public static <T> Later<T> of(T value) { return null; }
                  public T get() { return null; }
                  public static class Builder {}
                }
                """))
        .processor(
            new AttributingProcessor(2, List.of("app.Use"), Map.of(), bodies::read)
                .thorough(isThorough))
        .compiled();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables())
        .containsEntry("value", "java.lang.Integer")
        .containsEntry("builder", "gen.Later.Builder");
  }

  @Test
  void classFilesThatAnotherProcessorGenerated() throws IOException {
    Path made =
        new Compilation(directory.resolve("made"))
            .source(
                "app/Made.java",
                "package app; public class Made { public int size() { return 0; } }")
            .compiled();
    byte[] bytes = Files.readAllBytes(made.resolve("app/Made.class"));

    new Compilation(directory.resolve("main"))
        .source(
            "app/Use.java",
            "package app; class Use { void body() { var size = new app.Made().size(); } }")
        .processor(
            new OtherProcessor(
                environment -> {
                  try (var out =
                      environment.getFiler().createClassFile("app.Made").openOutputStream()) {
                    out.write(bytes);
                  }
                }))
        .processor(
            new AttributingProcessor(2, List.of("app.Use"), Map.of(), bodies::read)
                .thorough(isThorough))
        .compiled();

    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("size", "int");
  }

  private Path jar(Path classes) throws IOException {
    Path jar = directory.resolve("library-1.0.jar");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
        Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(classes.relativize(file).toString().replace('\\', '/')));
        Files.copy(file, out);
      }
    }
    return jar;
  }
}
