package dev.belay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** What reaches a user's processor path: one small jar under our own names, and the runtime. */
class ShadedJarIT {
  private static final Pattern OURS =
      Pattern.compile(
          "dev/belay/processor/.*|META-INF/(MANIFEST\\.MF|LICENSE|NOTICE)"
              + "|META-INF/services/javax\\.annotation\\.processing\\.Processor"
              + "|META-INF/services/com\\.sun\\.source\\.util\\.Plugin"
              + "|META-INF/maven/dev\\.belay/belay-processor/pom\\.(xml|properties)");

  /** Names that a library has before it is renamed. */
  private static final List<String> UNSHADED =
      List.of("com.palantir.javapoet", "com.grack.nanojson", "com.github.difflib");

  private static final int LARGEST = 2_000_000;

  private static Path published(String ending) throws IOException {
    String version = System.getProperty("belay.version");
    return Path.of(System.getProperty("belay.repository"), "dev/belay/belay-processor", version)
        .resolve("belay-processor-" + version + ending);
  }

  @Test
  void nothingHasANameThatIsNotOurs() throws IOException {
    try (JarFile jar = new JarFile(published(".jar").toFile())) {
      List<String> entries =
          jar.stream().filter(entry -> !entry.isDirectory()).map(JarEntry::getName).toList();

      assertThat(entries)
          .contains("dev/belay/processor/BelayProcessor.class")
          .anyMatch(name -> name.startsWith("dev/belay/processor/shaded/javapoet/"))
          .allMatch(name -> OURS.matcher(name).matches());
    }
  }

  @Test
  void noClassAsksForAnUnshadedLibrary() throws IOException {
    StringWriter dependencies = new StringWriter();
    PrintWriter out = new PrintWriter(dependencies);

    int exit =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(out, out, "-verbose:package", published(".jar").toString());

    assertThat(exit).as(dependencies.toString()).isZero();
    assertThat(dependencies.toString())
        .contains("dev.belay.processor.shaded.javapoet")
        .doesNotContain(UNSHADED);
  }

  @Test
  void itIsSmall() throws IOException {
    assertThat(Files.size(published(".jar"))).isLessThan(LARGEST);
  }

  @Test
  void onlyTheRuntimeComesAlong() throws IOException {
    String pom = Files.readString(published(".pom"));
    String dependencies =
        pom.replaceAll("(?s)<dependencyManagement>.*</dependencyManagement>", "")
            .replaceAll("(?s)<plugins>.*</plugins>", "");

    assertThat(Pattern.compile("(?s)<dependency>.*?</dependency>").matcher(dependencies).results())
        .extracting(java.util.regex.MatchResult::group)
        .filteredOn(
            dependency ->
                !dependency.contains("<scope>test</scope>")
                    && !dependency.contains("<scope>provided</scope>"))
        .singleElement()
        .asString()
        .contains("<artifactId>belay-runtime</artifactId>");
  }
}
