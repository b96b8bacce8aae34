package dev.belay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What is published names where it comes from, and the BOM, which inherits nothing, says the same.
 */
class PomsTest {
  private static final List<String> REQUIRED =
      List.of(
          "url",
          "licenses/license/name",
          "licenses/license/url",
          "developers/developer/name",
          "scm/connection",
          "scm/developerConnection",
          "scm/url");

  private final Document parent = pom("pom.xml");
  private final Document bom = pom("bom/pom.xml");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "runtime",
        "processor",
        "reactive-streams",
        "context-propagation",
        "maven-plugin",
        "bom"
      })
  void everyArtifactSaysWhatItIs(String module) {
    Document pom = pom(module + "/pom.xml");

    assertThat(text(pom, "name")).startsWith("Belay");
    assertThat(text(pom, "description")).endsWith(".");
  }

  @Test
  void theParentSaysWhereItComesFrom() {
    assertThat(REQUIRED).allSatisfy(path -> assertThat(text(parent, path)).isNotEmpty());
  }

  @Test
  void theBomSaysTheSame() {
    assertThat(text(bom, "version")).isEqualTo(text(parent, "version"));
    assertThat(REQUIRED)
        .allSatisfy(path -> assertThat(text(bom, path)).isEqualTo(text(parent, path)));
  }

  /** What a user depends on; a plugin cannot be managed by a BOM. */
  @Test
  void theBomHasWhatUsersDependOn() {
    assertThat(texts(bom, "dependencyManagement/dependencies/dependency/artifactId"))
        .containsExactly(
            text(pom("runtime/pom.xml"), "artifactId"),
            text(pom("processor/pom.xml"), "artifactId"),
            text(pom("reactive-streams/pom.xml"), "artifactId"),
            text(pom("context-propagation/pom.xml"), "artifactId"));
  }

  private static Document pom(String path) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(Path.of("..").resolve(path).toFile());
    } catch (IOException | ParserConfigurationException | SAXException e) {
      throw new AssertionError(path, e);
    }
  }

  private static String text(Document pom, String path) {
    List<String> texts = texts(pom, path);
    return texts.isEmpty() ? "" : texts.get(0);
  }

  private static List<String> texts(Document pom, String path) {
    XPath xpath = XPathFactory.newInstance().newXPath();
    try {
      NodeList nodes = (NodeList) xpath.evaluate("/project/" + path, pom, XPathConstants.NODESET);
      return IntStream.range(0, nodes.getLength())
          .mapToObj(i -> nodes.item(i).getTextContent().strip())
          .toList();
    } catch (XPathExpressionException e) {
      throw new AssertionError(path, e);
    }
  }
}
