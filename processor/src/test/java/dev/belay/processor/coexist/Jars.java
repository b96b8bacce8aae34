package dev.belay.processor.coexist;

import dev.belay.Async;
import dev.belay.processor.BelayProcessor;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Where the parts of a build are: each the jar, or directory, that a class of it comes from. */
final class Jars {
  static final Path RUNTIME = of(Async.class);
  static final Path JSPECIFY = of(NullMarked.class);
  static final Path LOMBOK = of(lombok.Getter.class);
  static final Path MAPSTRUCT = of(org.mapstruct.Mapper.class);
  static final Path AUTO_VALUE = of(com.google.auto.value.AutoValue.class);

  private Jars() {}

  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  /** What a user's build has on its processor path because of Belay. */
  static List<Path> belay() {
    return Stream.of(
            of(BelayProcessor.class),
            RUNTIME,
            JSPECIFY,
            of(com.palantir.javapoet.JavaFile.class),
            of(com.grack.nanojson.JsonWriter.class),
            of(com.github.difflib.DiffUtils.class))
        .toList();
  }

  /** What a user's build has on its class path because of Belay. */
  static List<Path> annotations() {
    return Arrays.asList(RUNTIME, JSPECIFY);
  }
}
