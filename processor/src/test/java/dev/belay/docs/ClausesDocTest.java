package dev.belay.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every clause has a test or a reason, and docs/clauses.md lists which.
 *
 * <p>A new test may be missing on the page until somebody renews it; what the page says has to be
 * true.
 */
class ClausesDocTest {
  private static final Path PAGE = Page.root().resolve("docs/clauses.md");
  private static final Pattern ROW = Pattern.compile("^\\| ([A-H]\\d+) \\| (.*) \\|$");
  private static final Pattern PROOF = Pattern.compile("`([^`]+)`");

  @Test
  void everyClauseHasATestOrAReason() throws IOException {
    Map<String, String> reasons = reasons();
    SortedSet<String> bare = new TreeSet<>(Clauses.all().keySet());
    bare.removeAll(Clauses.proofs().keySet());
    bare.removeAll(reasons.keySet());

    assertThat(bare).as("clauses without a test, and without a reason in untested.txt").isEmpty();
    assertThat(Clauses.all().keySet()).containsAll(reasons.keySet());
    assertThat(reasons).allSatisfy((id, reason) -> assertThat(reason).hasSizeGreaterThan(10));
  }

  @Test
  void thePageListsThem() throws IOException {
    if (System.getProperty("belay.docs.write") != null) {
      Files.writeString(PAGE, page());
    }
    Map<String, SortedSet<String>> proofs = Clauses.proofs();
    Map<String, String> reasons = reasons();
    List<String> listed = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.find()) {
        listed.add(row.group(1));
        List<String> named =
            PROOF.matcher(row.group(2)).results().map(proof -> proof.group(1)).toList();
        if (named.isEmpty()) {
          assertThat(reasons).containsEntry(row.group(1), row.group(2));
        } else {
          assertThat(proofs.get(row.group(1))).as(row.group(1)).containsAll(named);
        }
      }
    }

    assertThat(listed).containsExactlyElementsOf(Clauses.all().keySet());
  }

  private static String page() throws IOException {
    StringBuilder text =
        new StringBuilder(
            """
            # Clauses and their proofs

            Which tests carry the id of which clause of the [semantics](semantics.md). A class whose name
            does not end in `Test` is a file of cases: each of its methods is run by Java itself and as a
            machine, by many plans, and the traces have to be equal.

            This page is generated, see [contributing](../CONTRIBUTING.md). A clause without a test says why.
            """);
    Map<String, SortedSet<String>> proofs = Clauses.proofs();
    Map<String, String> reasons = reasons();
    char group = ' ';
    for (String id : Clauses.all().keySet()) {
      if (id.charAt(0) != group) {
        group = id.charAt(0);
        text.append("\n## Group ").append(group).append("\n\n| clause | proofs |\n| --- | --- |\n");
      }
      text.append("| ")
          .append(id)
          .append(" | ")
          .append(proofs.containsKey(id) ? named(proofs.get(id)) : reasons.get(id))
          .append(" |\n");
    }
    return text.toString();
  }

  private static String named(SortedSet<String> proofs) {
    return "`" + String.join("`<br>`", proofs) + "`";
  }

  /** One line for each: the id, a colon, the reason. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new LinkedHashMap<>();
    try (InputStream in = ClausesDocTest.class.getResourceAsStream("untested.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().filter(l -> !l.isBlank()).toList()) {
        String[] parts = line.split(": ", 2);
        assertThat(reasons.put(parts[0], parts[1])).as("two reasons for " + parts[0]).isNull();
      }
    }
    return reasons;
  }
}
