package dev.belay.processor.check.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogTest {
  private static final Path FILES = Path.of("src/main/resources/dev/belay/processor/check/catalog");

  private static Catalog read(String text) throws IOException, BadCatalog {
    return new CatalogReader().add("my.txt", new StringReader(text)).catalog();
  }

  @Test
  void factsHoldForATypeAndAMethod() throws Exception {
    Catalog catalog = read("# comment\n\nrelease a.B.C stop halt # more\ndrains a.D\n");

    assertThat(catalog.says(Fact.RELEASE, Set.of("x.Y", "a.B.C"), "halt")).isTrue();
    assertThat(catalog.says(Fact.RELEASE, Set.of("a.B.C"), "go")).isFalse();
    assertThat(catalog.says(Fact.BLOCKING, Set.of("a.B.C"), "halt")).isFalse();
    assertThat(catalog.says(Fact.RELEASE, Set.of("x.Y"), "halt")).isFalse();
    assertThat(catalog.says(Fact.DRAINS, Set.of("a.D"))).isTrue();
    assertThat(catalog.methods(Fact.RELEASE, Set.of("a.B.C")))
        .containsExactlyInAnyOrder("stop", "halt");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "free a.B c| my.txt:1: unknown keyword 'free'",
        "release a.B| my.txt:1: names of methods must follow the type",
        "release| my.txt:1: a type must follow 'release'",
        "drains a.B c| my.txt:1: nothing may follow the type",
        "release a.B c()| my.txt:1: 'c()' is not a name",
      })
  void aBadLineIsNamed(String line, String message) {
    assertThatThrownBy(() -> read(line)).isInstanceOf(BadCatalog.class).hasMessage(message);
  }

  @Test
  void everyFileIsListedInOrder() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      assertThat(Libraries.ALL)
          .isEqualTo(
              files
                  .map(file -> file.getFileName().toString().replace(".txt", ""))
                  .sorted()
                  .toList());
    }
  }

  /** Of the libraries that the tests have: what a file names is there. */
  @Test
  void whatIsSaidOfALibraryIsTrue() throws IOException {
    List<String> wrong = new ArrayList<>();
    int known = 0;
    for (String library : Libraries.ALL) {
      for (String line : Files.readAllLines(FILES.resolve(library + ".txt"))) {
        String[] words = line.replaceFirst("#.*", "").strip().split("\\s+", -1);
        Class<?> type = words.length < 2 ? null : load(words[1]);
        if (type == null) {
          continue;
        }
        known++;
        for (int i = 2; i < words.length; i++) {
          String name = words[i];
          if (!isOfALaterJdk(type)
              && Stream.of(type.getMethods()).map(Method::getName).noneMatch(name::equals)) {
            wrong.add(library + ": " + words[0] + " " + words[1] + " " + name);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(known).isGreaterThan(50);
  }

  /** JDK 19 and 21 gave some of their types a release. */
  private static boolean isOfALaterJdk(Class<?> type) {
    return Runtime.version().feature() < 21
        && (type.getName().equals("java.net.http.HttpClient")
            || ExecutorService.class.isAssignableFrom(type));
  }

  /** By the name that an import has: a nested class has dots too. */
  private static Class<?> load(String name) {
    String binary = name;
    while (true) {
      try {
        return Class.forName(binary, false, CatalogTest.class.getClassLoader());
      } catch (ClassNotFoundException e) {
        int dot = binary.lastIndexOf('.');
        if (dot < 0) {
          return null;
        }
        binary = binary.substring(0, dot) + "$" + binary.substring(dot + 1);
      } catch (LinkageError e) {
        return null; // the class is there, its dependencies are not
      }
    }
  }
}
