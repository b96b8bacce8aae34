package dev.belay.processor.attribute;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * The names of types that the files of a compilation may mean, by package. Some of them mean
 * something else; none that is meant is missing, as long as it starts as types do.
 */
final class References {
  private final Map<String, Set<String>> names = new HashMap<>();

  /** The names in a package; {@code $} separates those of members. */
  Set<String> in(String packageName) {
    return names.getOrDefault(packageName, Set.of());
  }

  /** What is referred to before any file is read. */
  static References of(Job job) {
    References references = new References();
    job.stubs().forEach((name, text) -> references.addSource(Names.packageOf(name), text));
    for (CompilationUnitTree unit : job.units()) {
      ExpressionTree packageName = unit.getPackageName();
      try {
        references.addSource(
            packageName == null ? "" : packageName.toString(),
            unit.getSourceFile().getCharContent(true));
      } catch (IOException e) {
        // The nested compiler will say so.
      }
    }
    return references;
  }

  /** Adds what a class file mentions. */
  void addClass(ClassFileNames file) {
    for (String name : file.binaryNames()) {
      add(Names.packageOf(name), Names.simple(name));
    }
  }

  /** Adds what the text of a source file in a package mentions. */
  void addSource(String packageName, CharSequence text) {
    Set<String> unqualified = new LinkedHashSet<>();
    Set<String> onDemand = new LinkedHashSet<>(Set.of(packageName));
    String qualifier = "";
    for (SourceTokens tokens = new SourceTokens(text); tokens.next(); ) {
      String token = tokens.token();
      if (!tokens.isName()) {
        if (token.equals("*") && !qualifier.isEmpty()) {
          onDemand.add(qualifier);
        }
        qualifier = token.equals(".") ? qualifier : "";
        continue;
      }
      if (!qualifier.isEmpty()) {
        add(qualifier, token);
      } else if (!Character.isLowerCase(token.charAt(0))) {
        unqualified.add(token);
      }
      qualifier = tokens.isBefore('.') ? Names.qualified(qualifier, token) : "";
    }
    onDemand.forEach(each -> unqualified.forEach(name -> add(each, name)));
  }

  private void add(String packageName, String name) {
    names.computeIfAbsent(packageName, key -> new LinkedHashSet<>()).add(name);
  }
}
