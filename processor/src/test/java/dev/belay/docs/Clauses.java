package dev.belay.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The clauses of docs/semantics.md, and the tests and cases whose names begin with their ids. */
final class Clauses {
  private static final Pattern CLAUSE = Pattern.compile("^- \\*\\*([A-H]\\d+)\\*\\* (.*)");
  private static final Pattern NAMED = Pattern.compile("\\b((?:[A-H]\\d+_)+)(\\w+)\\(");

  private Clauses() {}

  /** The first words of each clause, by its id and in the order of the page. */
  static Map<String, String> all() {
    Map<String, String> clauses = new LinkedHashMap<>();
    for (String line : Page.of("docs/semantics.md").prose()) {
      Matcher matcher = CLAUSE.matcher(line);
      if (matcher.find()) {
        clauses.put(matcher.group(1), matcher.group(2));
      }
    }
    return clauses;
  }

  /** What proves a clause, as {@code Type.method}, by the clause's id. */
  static Map<String, SortedSet<String>> proofs() {
    Map<String, SortedSet<String>> proofs = new TreeMap<>();
    for (String module :
        List.of("runtime", "processor", "faults", "context-propagation", "samples")) {
      for (String sources : List.of("src/test/java", "src/test/resources/cases")) {
        Path folder = Page.root().resolve(module).resolve(sources);
        if (Files.isDirectory(folder)) {
          collect(folder, proofs);
        }
      }
    }
    return proofs;
  }

  private static void collect(Path folder, Map<String, SortedSet<String>> proofs) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        String type = file.getFileName().toString().replace(".java", "");
        Matcher named = NAMED.matcher(Files.readString(file));
        while (named.find()) {
          String proof = type + "." + named.group(1) + named.group(2);
          Arrays.stream(named.group(1).split("_"))
              .forEach(id -> proofs.computeIfAbsent(id, i -> new TreeSet<>()).add(proof));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
