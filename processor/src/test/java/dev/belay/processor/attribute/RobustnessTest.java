package dev.belay.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a compilation, asking for types never makes it worse. */
class RobustnessTest {
  @TempDir Path directory;

  private final Bodies bodies = new Bodies();

  private Compilation compilation(String root) {
    return new Compilation(directory).processor(AttributingProcessor.of(root, bodies));
  }

  @Test
  void stubWithSyntaxError() {
    new Compilation(directory)
        .source("Use.java", "class Use { void body() { var a = 1; } }")
        .processor(
            new AttributingProcessor(
                1, List.of("Use"), Map.of("Broken", "class Broken { void ("), bodies::read))
        .compiled();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("a", "int");
  }

  @Test
  void syntaxErrorInAnotherFile() {
    compilation("Use")
        .options("--should-stop=ifError=FLOW")
        .source("Use.java", "class Use { void body() { var a = 1; Broken b; } }")
        .source("Broken.java", "class Broken { void ( }")
        .problems();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.variables()).containsEntry("a", "int");
  }

  @Test
  void fileOfAnotherTypeIsGone() throws IOException {
    new Compilation(directory)
        .source("Use.java", "class Use { void body() { var a = 1; Other b; } }")
        .source("Other.java", "class Other {}")
        .processor(
            new OtherProcessor(environment -> Files.delete(directory.resolve("src/Other.java"))))
        .processor(AttributingProcessor.of("Use", bodies))
        .problems();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.variables()).containsEntry("a", "int");
  }

  @Test
  void classFileIsDamaged() throws IOException {
    Path library =
        new Compilation(directory.resolve("library"))
            .source("lib/Good.java", "package lib; public class Good {}")
            .source("lib/Bad.java", "package lib; public class Bad {}")
            .compiled();
    Files.write(library.resolve("lib/Bad.class"), new byte[] {1, 2, 3});

    compilation("Use")
        .classPath(library)
        .source("Use.java", "class Use { void body() { var a = new lib.Good(); lib.Bad b; } }")
        .problems();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isNotEmpty();
    assertThat(bodies.variables()).containsEntry("a", "lib.Good");
  }

  @Test
  void classFileOfSuperclassIsMissing() throws IOException {
    Path library =
        new Compilation(directory.resolve("library"))
            .source("lib/Child.java", "package lib; public class Child extends Parent {}")
            .source("lib/Parent.java", "package lib; public class Parent {}")
            .compiled();
    Files.delete(library.resolve("lib/Parent.class"));

    compilation("Use")
        .classPath(library)
        .source("Use.java", "class Use { void body() { var a = 1; new lib.Child().hashCode(); } }")
        .problems();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isNotEmpty();
    assertThat(bodies.variables()).containsEntry("a", "int");
  }

  @Test
  void filerThatThrows() {
    Path library =
        new Compilation(directory.resolve("library"))
            .source(
                "lib/Box.java", "package lib; public class Box { public int size() { return 0; } }")
            .compiled();

    compilation("Use")
        .over(
            manager ->
                new ForwardingJavaFileManager<>(manager) {
                  @Override
                  public FileObject getFileForInput(Location location, String name, String path) {
                    throw new IllegalArgumentException(path);
                  }
                })
        .classPath(library)
        .source("Use.java", "class Use { void body() { var size = new lib.Box().size(); } }")
        .compiled();

    assertThat(bodies.failure()).isEmpty();
    assertThat(bodies.errors()).isEmpty();
    assertThat(bodies.variables()).containsEntry("size", "int");
  }

  @Test
  void nothingIsPrinted() {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8)) {
      System.setOut(stream);
      System.setErr(stream);
      compilation("Use")
          .source(
              "Use.java",
              "class Use { void body() { int a = \"\"; new Thread().stop(); java.util.List b ="
                  + " null; } }")
          .problems();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(bodies.errors()).hasSize(1);
  }

  @Test
  void manyErrorsElsewhereHideNone() {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < 300; i++) {
      fields.append("int x").append(i).append(" = \"\";\n");
    }
    compilation("Use")
        .source("Use.java", "class Use { void body() { Other o; int a = \"\"; } }")
        .source("Other.java", "class Other {" + fields + "}")
        .problems();

    assertThat(bodies.errors()).hasSize(1);
  }

  @Test
  void crashOfTheNestedCompiler() {
    String deep = "1" + " + 1".repeat(20_000);
    new Compilation(directory)
        .source("Use.java", "class Use { void body() { } }")
        .processor(
            new AttributingProcessor(
                1,
                List.of("Use"),
                Map.of("Deep", "class Deep { int f = " + deep + "; }"),
                bodies::read))
        .compiled();

    assertThat(bodies.failure()).contains("StackOverflowError");
    assertThat(bodies.variables()).isEmpty();
  }
}
