package dev.belay.processor.check.out;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.belay.processor.check.spi.Severity;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is SARIF, as its schema has it. */
class SarifTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Entry WITH_FIX =
      Entries.of(
          "SyncScope",
          Severity.ERROR,
          Entries.users(),
          "client.close()",
          Entries.edit("close()", "closeAsync()"));

  private static final Entry SILENCED =
      Entries.silenced(Entries.of("Other", Severity.NOTE, Entries.users(), "\"<b>"));

  @Test
  void findingsFollowTheSchema() throws Exception {
    assertThat(problems(Sarif.text(List.of(WITH_FIX, SILENCED, WITH_FIX)))).isEmpty();
  }

  @Test
  void noFindingsFollowTheSchema() throws Exception {
    assertThat(problems(Sarif.text(List.of()))).isEmpty();
  }

  @Test
  void theSchemaRefusesOtherThings() throws Exception {
    assertThat(problems(Sarif.text(List.of(WITH_FIX)).replace("\"error\"", "\"fatal\"")))
        .isNotEmpty();
  }

  @Test
  void rulesStandOnceAndResultsPointAtThem() throws Exception {
    JsonNode run = JSON.readTree(Sarif.text(List.of(WITH_FIX, SILENCED, WITH_FIX))).at("/runs/0");

    assertThat(run.at("/tool/driver/rules")).hasSize(2);
    assertThat(run.at("/results/1/ruleIndex").asInt()).isEqualTo(1);
    assertThat(run.at("/results/2/ruleIndex").asInt()).isZero();
    assertThat(run.at("/results/1/suppressions/0/kind").asText()).isEqualTo("inSource");
    assertThat(run.at("/results/0/suppressions").isMissingNode()).isTrue();
  }

  @Test
  void placesCountFromOneAndPathsAreEscaped() throws Exception {
    JsonNode place =
        JSON.readTree(Sarif.text(List.of(WITH_FIX)))
            .at("/runs/0/results/0/locations/0/physicalLocation");

    assertThat(place.at("/artifactLocation/uri").asText())
        .isEqualTo("src/main/java/Users%20One.java");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(3);
    assertThat(place.at("/region/startColumn").asInt()).isEqualTo(5);
    assertThat(place.at("/region/endColumn").asInt()).isEqualTo(19);
  }

  private static List<String> problems(String log) throws Exception {
    try (InputStream schema =
        SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema compiled =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(JSON.readTree(schema));
      return compiled.validate(JSON.readTree(log)).stream().map(Object::toString).toList();
    }
  }
}
