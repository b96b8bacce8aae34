package dev.belay.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The system property, in programs of their own, since it is read once. */
class LeakLogTest {

  @Test
  void A37_allLeaksAreLoggedWithTheirPlace() throws Exception {
    List<String> log = output("-Ddev.belay.leaks=all", "2");

    assertThat(log).filteredOn(line -> line.contains("An iterator that was started")).isNotEmpty();
    assertThat(log).filteredOn(line -> line.contains("A resource that was opened")).isNotEmpty();
    assertThat(log)
        .filteredOn(line -> line.contains("at dev.belay.leaks.LeakingProgram.lose"))
        .hasSize(2);
    assertThat(log).noneMatch(line -> line.contains("closeBoth"));
  }

  @Test
  void A37_nothingIsLoggedByDefault() throws Exception {
    assertThat(output("-Dother=1", "0")).isEmpty();
  }

  @Test
  void A37_aWrongSettingIsSaidOnceAndWatchesNothing() throws Exception {
    assertThat(output("-Ddev.belay.leaks=yes", "0"))
        .filteredOn(line -> line.contains("dev.belay.leaks is neither"))
        .singleElement()
        .asString()
        .endsWith("yes");
  }

  private static List<String> output(String property, String expected)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(property);
    command.add("-Xmx64m");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(LeakingProgram.class.getName());
    command.add(expected);
    Process program = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output =
        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(program.waitFor()).isZero();
    return output.lines().toList();
  }
}
