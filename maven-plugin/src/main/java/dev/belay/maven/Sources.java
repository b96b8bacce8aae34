package dev.belay.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.codehaus.plexus.util.SelectorUtils;

/** Finds the Java files of a module. */
final class Sources {
  private Sources() {}

  /**
   * The files below the roots, each once and sorted. {@code module-info} is not among them: javac
   * is to read on the class path, where every dependency is visible whatever its name.
   *
   * @param written where processors put source, which they write again now
   * @param settings include and exclude files, as Ant patterns
   */
  static List<Path> below(List<String> roots, Path written, Settings settings, SourceSet.Kind kind)
      throws IOException {
    String prefix = kind == SourceSet.Kind.TEST ? "testI" : "i";
    List<String> includes = settings.values(prefix + "ncludes");
    List<String> excludes =
        settings.values(kind == SourceSet.Kind.TEST ? "testExcludes" : "excludes");
    TreeSet<Path> files = new TreeSet<>();
    for (String root : roots) {
      Path directory = Path.of(root);
      if (!Files.isDirectory(directory) || directory.equals(written)) {
        continue;
      }
      try (Stream<Path> all = Files.walk(directory)) {
        all.filter(Sources::isJava)
            .filter(file -> !file.startsWith(written))
            .filter(file -> isWanted(directory.relativize(file), includes, excludes))
            .forEach(files::add);
      }
    }
    return List.copyOf(files);
  }

  private static boolean isJava(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".java") && !name.equals("module-info.java") && Files.isRegularFile(file);
  }

  private static boolean isWanted(Path file, List<String> includes, List<String> excludes) {
    return (includes.isEmpty() || matches(file, includes)) && !matches(file, excludes);
  }

  private static boolean matches(Path file, List<String> patterns) {
    return patterns.stream()
        .anyMatch(
            pattern ->
                SelectorUtils.matchPath(
                    pattern.replace('/', File.separatorChar), file.toString(), true));
  }
}
