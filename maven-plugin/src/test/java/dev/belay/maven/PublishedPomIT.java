package dev.belay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The poms that users download, which stand beside the jars: they say what a user has to know, and
 * nothing of how we build. A pom with a parent would bring our versions of everything along.
 */
class PublishedPomIT {
  @ParameterizedTest
  @CsvSource({
    "belay-runtime, org.jspecify:jspecify provided optional",
    "belay-processor, dev.belay:belay-runtime compile|"
        + "com.google.auto.service:auto-service-annotations provided optional|"
        + "org.jspecify:jspecify provided optional",
    "belay-context-propagation, dev.belay:belay-runtime compile|"
        + "io.micrometer:context-propagation provided|"
        + "org.jspecify:jspecify provided optional",
    "belay-reactive-streams, dev.belay:belay-runtime compile|"
        + "org.reactivestreams:reactive-streams provided|"
        + "org.jspecify:jspecify provided optional",
    "belay-maven-plugin, dev.belay:belay-processor compile|"
        + "org.codehaus.plexus:plexus-utils compile|"
        + "org.apache.maven:maven-core provided|"
        + "org.apache.maven.plugin-tools:maven-plugin-annotations provided|"
        + "javax.inject:javax.inject provided|"
        + "org.jspecify:jspecify provided optional"
  })
  void dependenciesAreThoseOfUsers(String artifact, String expected) throws Exception {
    assertThat(dependencies(document(artifact)))
        .containsExactlyInAnyOrder(expected.split("\\|", -1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "belay-runtime",
        "belay-processor",
        "belay-context-propagation",
        "belay-reactive-streams",
        "belay-maven-plugin"
      })
  void nothingIsLeftToLookUp(String artifact) throws Exception {
    Document pom = document(artifact);
    assertThat(children(pom.getDocumentElement()))
        .contains("groupId", "artifactId", "version", "name", "description")
        .contains("url", "licenses", "developers", "scm")
        .doesNotContain("parent", "build", "profiles", "properties", "modules")
        .doesNotContain("dependencyManagement", "repositories", "pluginRepositories", "reporting");
    assertThat(Files.readString(file(artifact))).doesNotContain("${");
    assertThat(text(pom.getDocumentElement(), "artifactId")).isEqualTo(artifact);
  }

  @ParameterizedTest
  @ValueSource(strings = {"belay-runtime", "belay-processor", "belay-maven-plugin"})
  void itIsWhatIsInstalled(String artifact) {
    Path directory = Path.of(System.getProperty("belay.repository"), "dev/belay", artifact);
    String version = System.getProperty("belay.version");
    assertThat(directory.resolve(version).resolve(artifact + "-" + version + ".pom"))
        .hasSameBinaryContentAs(file(artifact));
  }

  @Test
  void theOldestMavenIsNamed() throws Exception {
    Document pom = document("belay-maven-plugin");
    Element prerequisites = (Element) pom.getElementsByTagName("prerequisites").item(0);
    assertThat(text(prerequisites, "maven")).isEqualTo("3.8");
  }

  /** As Maven hands it on: in the reactor to other modules, and to whatever installs or deploys. */
  private static Path file(String artifact) {
    Path module =
        Path.of("").toAbsolutePath().resolveSibling(artifact.substring("belay-".length()));
    return module.resolve("target/flattened-pom.xml");
  }

  private static Document document(String artifact) throws Exception {
    try (var in = Files.newInputStream(file(artifact))) {
      return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
    }
  }

  private static List<String> dependencies(Document pom) {
    List<String> all = new ArrayList<>();
    var found = pom.getElementsByTagName("dependency");
    for (int i = 0; i < found.getLength(); i++) {
      Element each = (Element) found.item(i);
      assertThat(text(each, "version")).isNotEmpty();
      String scope = text(each, "scope");
      all.add(
          text(each, "groupId")
              + ":"
              + text(each, "artifactId")
              + " "
              + (scope.isEmpty() ? "compile" : scope)
              + (text(each, "optional").equals("true") ? " optional" : ""));
    }
    return all;
  }

  private static List<String> children(Element element) {
    List<String> names = new ArrayList<>();
    for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each instanceof Element) {
        names.add(each.getNodeName());
      }
    }
    return names;
  }

  /** Empty if there is no such child. */
  private static String text(Element element, String name) {
    for (Node each = element.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each.getNodeName().equals(name)) {
        return each.getTextContent().strip();
      }
    }
    return "";
  }
}
