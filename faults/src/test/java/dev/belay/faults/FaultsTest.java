package dev.belay.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fault at each place of each subject. */
class FaultsTest {
  private static final Path PAGE = Path.of("../docs/verification.md");

  private record Group(String name, List<Subject> subjects) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Group> groups() {
    return Stream.of(
        new Group("operators and publishers", Operators.all()),
        new Group("scopes, stacks, groups", Scopes.all()),
        new Group("queues", Queues.all()),
        new Group("compiled bodies", Bodies.all()));
  }

  @ParameterizedTest
  @MethodSource("groups")
  void whateverFailsEverythingIsReleasedOnce(Group group) throws IOException {
    Count count = Campaign.runAll(group.subjects());

    assertThat(Files.readAllLines(PAGE)).contains(count.row(group.name(), group.subjects().size()));
  }
}
