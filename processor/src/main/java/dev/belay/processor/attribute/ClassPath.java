package dev.belay.processor.attribute;

import java.io.FileNotFoundException;
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
 * The class path of the outer compilation. No public API tells it, but the {@link Filer} finds a
 * class file by its name, and where that is tells the jar or directory that it is in.
 */
final class ClassPath {
  private final Filer filer;
  private final StandardJavaFileManager files;
  private final References references;
  private final Set<Path> entries = new LinkedHashSet<>();
  private final Map<String, Set<String>> listed = new HashMap<>();

  /**
   * @param files a manager of its own: its class path is changed here
   * @param references names to look for
   */
  ClassPath(Filer filer, StandardJavaFileManager files, References references) {
    this.filer = filer;
    this.files = files;
    this.references = references;
  }

  /**
   * The class file of that name, the first one on the class path.
   *
   * @throws IOException when there is none
   */
  FileObject find(String packageName, String name) throws IOException {
    return filer.getResource(StandardLocation.CLASS_PATH, packageName, name + ".class");
  }

  /** Whether the outer compiler might find a type, for all that the file system says. */
  boolean mayContain(String packageName, String name) {
    return mayExist(StandardLocation.CLASS_PATH, packageName, name + ".class")
        || mayExist(StandardLocation.CLASS_PATH, packageName, name + ".java")
        || mayExist(StandardLocation.SOURCE_PATH, packageName, name + ".java");
  }

  private boolean mayExist(StandardLocation location, String packageName, String fileName) {
    try {
      filer.getResource(location, packageName, fileName);
      return true;
    } catch (FileNotFoundException e) {
      return false;
    } catch (IOException | RuntimeException e) {
      // A file manager that does not answer is no proof.
      return true;
    }
  }

  /** The names of the class files of a package, in all entries that are known by now. */
  Set<String> list(String packageName) {
    return listed.computeIfAbsent(packageName, this::names);
  }

  private Set<String> names(String packageName) {
    for (String name : references.in(packageName)) {
      entry(packageName, name).ifPresent(entries::add);
    }
    Set<String> names = new LinkedHashSet<>();
    try {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, entries);
      for (JavaFileObject file :
          files.list(
              StandardLocation.CLASS_PATH, packageName, Set.of(JavaFileObject.Kind.CLASS), false)) {
        names.add(Names.simple(files.inferBinaryName(StandardLocation.CLASS_PATH, file)));
      }
    } catch (IOException | RuntimeException e) {
      // Then what is referred to is looked up one by one.
    }
    return names;
  }

  private Optional<Path> entry(String packageName, String name) {
    try {
      URI uri = find(packageName, name).toUri();
      if ("jar".equals(uri.getScheme())) {
        String nested = uri.getRawSchemeSpecificPart();
        return Optional.of(Path.of(URI.create(nested.substring(0, nested.indexOf("!/")))));
      }
      return directory(Path.of(uri), packageName);
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Path> directory(Path file, String packageName) {
    int depth = packageName.isEmpty() ? 0 : packageName.split("\\.", -1).length;
    Path directory = file.getParent();
    for (int i = 0; i < depth && directory != null; i++) {
      directory = directory.getParent();
    }
    return Optional.ofNullable(directory);
  }
}
