package dev.belay.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

  @Test
  void defaults() {
    Settings settings = Settings.fromEnvironment(Map.of());

    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.database().getValue(ConnectionFactoryOptions.DRIVER)).isEqualTo("h2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "http", "-1", "65536"})
  void aPortThatIsNone(String port) {
    assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("PORT", port)))
        .isInstanceOf(CannotStart.class)
        .hasMessage("PORT must be a number from 0 to 65535, not '" + port + "'");
  }

  @Test
  void aDatabaseUrlThatIsNone() {
    assertThatThrownBy(() -> Settings.fromEnvironment(Map.of("DATABASE_URL", "jdbc:h2:mem:x")))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("DATABASE_URL");
  }
}
