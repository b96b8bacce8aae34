package dev.belay.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.Async;
import dev.belay.contextpropagation.MicrometerThreadContext;
import dev.belay.processor.check.spi.Rule;
import dev.belay.reactivestreams.Publishers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The API is what is committed in docs/api. {@code -Dbelay.api.write} renews it: read the
 * difference, a line that is gone breaks somebody.
 */
class ApiDumpTest {
  private static final Path API = Path.of("..", "docs", "api");

  /** Each with a class of the module that it is in. */
  static Stream<Arguments> packages() {
    return Stream.of(
        Arguments.of("dev.belay", Async.class),
        Arguments.of("dev.belay.internal", Async.class),
        Arguments.of("dev.belay.reactivestreams", Publishers.class),
        Arguments.of("dev.belay.contextpropagation", MicrometerThreadContext.class),
        Arguments.of("dev.belay.processor.check.spi", Rule.class));
  }

  @ParameterizedTest
  @MethodSource("packages")
  void isWhatIsCommitted(String name, Class<?> module) throws IOException {
    String now = dump(Packages.classes(module, name));
    Path file = API.resolve(name + ".txt");
    if (System.getProperty("belay.api.write") != null) {
      Files.createDirectories(API);
      Files.writeString(file, now);
    }

    assertThat(now)
        .as("the API of %s; if the change is meant, run with -Dbelay.api.write", name)
        .isEqualTo(Files.readString(file).replace("\r\n", "\n"));
  }

  @Test
  void oneMemberLessIsSeen() {
    assertThat(Signatures.of(Before.class).get(1).replace("Before", "After"))
        .isNotIn(Signatures.of(After.class));
  }

  @Test
  void whatOthersCannotNameIsLeftOut() {
    assertThat(Signatures.isVisible(Signatures.class)).isFalse();
    assertThat(Signatures.of(Signatures.class)).hasSize(1);
  }

  /** With a member that is about to go. */
  public static final class Before {
    private Before() {}

    /** To be removed. */
    public static void gone() {}
  }

  /** Without it. */
  public static final class After {
    private After() {}
  }

  private static String dump(List<Class<?>> classes) {
    return classes.stream()
        .filter(Signatures::isVisible)
        .sorted(Comparator.comparing(Class::getName))
        .map(type -> String.join("\n", Signatures.of(type)) + "\n")
        .collect(Collectors.joining("\n"));
  }
}
