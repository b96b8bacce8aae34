package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Links lead somewhere, and ids of clauses mean something. */
class PagesTest {
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)(?:#([^)]*))?\\)");
  private static final Pattern CLAUSE = Pattern.compile("^\\*\\*([A-H]\\d+)\\*\\*");
  private static final Pattern TEST = Pattern.compile("void ((?:[A-H]\\d+_)+)");

  @Test
  void linksLeadToPagesAndHeadings() {
    List<String> broken = new ArrayList<>();
    for (Page page : Page.all()) {
      for (String line : page.prose()) {
        LINK.matcher(line)
            .results()
            .filter(link -> !link.group(1).contains(":") && !leads(page, link))
            .forEach(link -> broken.add(page.file() + ": " + link.group()));
      }
    }

    assertThat(broken).isEmpty();
  }

  /** The rules have an index of their own. */
  @Test
  void theIndexHasEveryPage() {
    String index = String.join("\n", Page.of("docs/README.md").prose());
    List<String> missing =
        Page.all().stream()
            .map(Page::path)
            .filter(path -> path.startsWith("docs/") && !path.endsWith("/README.md"))
            .filter(path -> !path.startsWith("docs/rules/"))
            .map(path -> path.substring("docs/".length()))
            .filter(path -> !index.contains("](" + path + ")"))
            .toList();

    assertThat(missing).isEmpty();
  }

  private static boolean leads(Page page, MatchResult link) {
    Path target = link.group(1).isEmpty() ? page.file() : page.file().resolveSibling(link.group(1));
    if (!Files.exists(target)) {
      return false;
    }
    return link.group(2) == null
        || IntStream.rangeClosed(1, 4)
            .boxed()
            .flatMap(level -> Page.of(target.toString()).headings(level).stream())
            .anyMatch(heading -> anchor(heading).equals(link.group(2)));
  }

  /** As GitHub makes it. */
  private static String anchor(String heading) {
    return heading.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
  }

  @Test
  void everyClauseStandsOnceAndInOrder() {
    List<String> expected = new ArrayList<>();
    int[] last = {50, 48, 40, 46, 16, 26, 39, 27};
    for (int group = 0; group < last.length; group++) {
      for (int i = 1; i <= last[group]; i++) {
        expected.add((char) ('A' + group) + Integer.toString(i));
      }
    }

    assertThat(clauses()).isEqualTo(expected);
  }

  @Test
  void testsNameClausesThatExist() throws IOException {
    Set<String> named = new TreeSet<>();
    for (String module :
        List.of("runtime", "processor", "faults", "context-propagation", "samples")) {
      Path tests = Page.root().resolve(module).resolve("src/test/java");
      if (!Files.isDirectory(tests)) {
        continue;
      }
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
          TEST.matcher(Files.readString(file))
              .results()
              .flatMap(name -> Stream.of(name.group(1).split("_")))
              .forEach(named::add);
        }
      }
    }

    assertThat(named).isNotEmpty().isSubsetOf(clauses());
  }

  private static List<String> clauses() {
    return Page.of("docs/semantics.md").prose().stream()
        .flatMap(line -> CLAUSE.matcher(line.replaceFirst("^- ", "")).results())
        .map(clause -> clause.group(1))
        .toList();
  }
}
