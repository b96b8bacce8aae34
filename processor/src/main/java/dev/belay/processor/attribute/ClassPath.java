package dev.belay.processor.attribute;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Lists packages of the outer class path without asking the outer compiler, which would read each
 * class of a package and warn about what is wrong with classes that nobody uses.
 *
 * <p>No public API tells the class path. But the {@link Filer} finds a file by its name, and the
 * place of the file tells the jar or directory that it is in.
 */
final class ClassPath {
  private final Filer filer;
  private final StandardJavaFileManager files;
  private final References references;
  private final Set<Path> entries = new LinkedHashSet<>();
  private final Map<String, Set<String>> listed = new HashMap<>();

  /**
   * @param files a manager of its own: its class path is changed here
   * @param references grows as files are read
   */
  ClassPath(Filer filer, StandardJavaFileManager files, References references) {
    this.filer = filer;
    this.files = files;
    this.references = references;
  }

  /** The class file of that name, the first one on the class path. */
  FileObject find(String packageName, String name) throws IOException {
    return filer.getResource(StandardLocation.CLASS_PATH, packageName, name + ".class");
  }

  /** The names of the class files of a package, or nothing when it was not found. */
  Optional<Set<String>> list(String packageName) {
    boolean isFound = locate(packageName, references.in(packageName));
    if (!isFound) {
      // For "import lib.*" the names are anywhere in the text.
      isFound = references.in(packageName).isEmpty() && locate(packageName, references.simple());
    }
    if (!isFound) {
      return Optional.empty();
    }
    try {
      Set<String> names = new LinkedHashSet<>();
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
      for (JavaFileObject file :
          files.list(
              StandardLocation.CLASS_PATH, packageName, Set.of(JavaFileObject.Kind.CLASS), false)) {
        String binaryName = files.inferBinaryName(StandardLocation.CLASS_PATH, file);
        names.add(binaryName.substring(binaryName.lastIndexOf('.') + 1));
      }
      listed.put(packageName, names);
      return Optional.of(names);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Whether a file read later names a class that was not listed though it exists: its package is
   * spread over several entries.
   */
  boolean isIncomplete() {
    return listed.entrySet().stream()
        .anyMatch(
            each ->
                references.in(each.getKey()).stream()
                    .filter(name -> !each.getValue().contains(name))
                    .anyMatch(name -> entry(each.getKey(), name).isPresent()));
  }

  /** Looks for the entries that hold these classes, as far as their names are real. */
  private boolean locate(String packageName, Set<String> names) {
    boolean isFound = false;
    for (String name : names) {
      Optional<Path> entry = entry(packageName, name);
      isFound |= entry.isPresent();
      entry.ifPresent(entries::add);
    }
    return isFound;
  }

  private Optional<Path> entry(String packageName, String name) {
    try {
      URI uri = find(packageName, name).toUri();
      if ("jar".equals(uri.getScheme())) {
        String nested = uri.getRawSchemeSpecificPart();
        return Optional.of(Path.of(URI.create(nested.substring(0, nested.indexOf("!/")))));
      }
      Path directory = Path.of(uri).getParent();
      for (int i = packageName.split("\\.").length; i > 0 && !packageName.isEmpty(); i--) {
        directory = directory.getParent();
      }
      return Optional.ofNullable(directory);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
