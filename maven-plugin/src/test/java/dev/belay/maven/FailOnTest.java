package dev.belay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which findings fail a build at which level. */
class FailOnTest {
  @ParameterizedTest
  @CsvSource({
    "error, ERROR, true",
    "error, MANDATORY_WARNING, false",
    "warning, ERROR, true",
    "warning, WARNING, true",
    "warning, NOTE, false",
    "note, NOTE, true",
    "never, ERROR, false"
  })
  void fails(String level, Diagnostic.Kind finding, boolean expected) {
    assertThat(FailOn.of(level).orElseThrow().fails(finding)).isEqualTo(expected);
  }

  @Test
  void otherWordsAreNoLevels() {
    assertThat(FailOn.of("ERROR")).isEmpty();
    assertThat(FailOn.of("fatal")).isEmpty();
  }
}
