package dev.belay.processor.check.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.belay.processor.strangers.Stranger;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Every type and method that the catalogue names is one of its library's. */
public class CatalogNamesTest {
  /** Libraries that are on the class path of tests. */
  public static final List<String> HERE =
      List.of(
          "belay",
          "cassandra",
          "jdk",
          "kafka",
          "lettuce",
          "mutiny",
          "neo4j",
          "netty",
          "r2dbc",
          "reactor",
          "rxjava",
          "vertx");

  /** What JDKs have only since 19 and 21. */
  private static final List<String> LATER =
      List.of(
          "java.util.concurrent.StructuredTaskScope",
          "java.net.http.HttpClient.",
          "java.util.concurrent.ExecutorService.close",
          "io.netty.util.concurrent.EventExecutorGroup.close");

  @ParameterizedTest
  @FieldSource("HERE")
  void librariesOnTheClassPath(String library) throws IOException {
    List<String> unknown =
        new ArrayList<>(new NamedMembers(getClass().getClassLoader()).unknown(library));
    if (Runtime.version().feature() < 21) {
      unknown.removeIf(name -> LATER.stream().anyMatch(name::startsWith));
    }
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyLibraryIsLookedAtSomewhere() {
    List<String> others = Stranger.of("catalog.txt").stream().map(Stranger::name).toList();
    assertThat(Stream.concat(HERE.stream(), others.stream()))
        .containsExactlyInAnyOrderElementsOf(Libraries.ALL);
  }

  /** {@code -Dbelay.strangers=all}; the libraries come through Maven. */
  @TestFactory
  @EnabledIfSystemProperty(named = "belay.strangers", matches = "all|catalog")
  Stream<DynamicTest> otherLibraries() {
    return Stranger.of("catalog.txt").stream()
        .map(library -> DynamicTest.dynamicTest(library.name(), () -> check(library)));
  }

  private static void check(Stranger library) throws IOException, InterruptedException {
    List<URL> jars = new ArrayList<>();
    for (File jar : library.classPath()) {
      jars.add(jar.toURI().toURL());
    }
    try (URLClassLoader loader =
        new URLClassLoader(jars.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
      assertThat(new NamedMembers(loader).unknown(library.name())).isEmpty();
    }
  }
}
