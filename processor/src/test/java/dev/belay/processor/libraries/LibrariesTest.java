package dev.belay.processor.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.Async;
import dev.belay.processor.check.catalog.CatalogNamesTest;
import dev.belay.processor.strangers.Stranger;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the rules find in code that uses a library of the catalogue, compiled against that library,
 * and what they leave alone there.
 */
class LibrariesTest {
  static List<String> here() {
    return CatalogNamesTest.HERE;
  }

  @ParameterizedTest
  @MethodSource("here")
  void onTheClassPath(String library) throws IOException {
    check(
        library,
        Pattern.compile(File.pathSeparator)
            .splitAsStream(System.getProperty("java.class.path"))
            .map(File::new)
            .toList());
  }

  /** {@code -Dbelay.strangers=catalog}; the libraries come through Maven. */
  @TestFactory
  @EnabledIfSystemProperty(named = "belay.strangers", matches = "all|catalog")
  Stream<DynamicTest> otherLibraries() {
    return Stranger.of("catalog.txt").stream()
        .map(library -> DynamicTest.dynamicTest(library.name(), () -> fetch(library)));
  }

  private static void fetch(Stranger library) throws Exception {
    List<File> classPath = new ArrayList<>(library.classPath());
    classPath.add(jar(Async.class));
    classPath.add(jar(NullMarked.class));
    check(library.name(), classPath);
  }

  private static void check(String library, List<File> classPath) throws IOException {
    LibraryCase code = LibraryCase.of(library);

    assertThat(code.expected()).isNotEmpty();
    assertThat(code.found(classPath)).containsExactlyInAnyOrderElementsOf(code.expected());
  }

  private static File jar(Class<?> type) throws Exception {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toFile();
  }
}
