package dev.belay.build;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of a package, from where one of the same module comes from. */
final class Packages {
  private Packages() {}

  /**
   * Those of the package itself, nested ones included.
   *
   * @param module a class of the same directory or jar
   */
  static List<Class<?>> classes(Class<?> module, String name) throws IOException {
    Path origin = origin(module);
    if (Files.isDirectory(origin)) {
      return classes(module.getClassLoader(), origin, name);
    }
    try (FileSystem jar = FileSystems.newFileSystem(origin)) {
      return classes(module.getClassLoader(), jar.getPath("/"), name);
    }
  }

  private static Path origin(Class<?> module) {
    try {
      return Path.of(module.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static List<Class<?>> classes(ClassLoader loader, Path root, String name)
      throws IOException {
    try (Stream<Path> files = Files.list(root.resolve(name.replace('.', '/')))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".class") && !file.equals("package-info.class"))
          .sorted()
          .<Class<?>>map(file -> load(loader, name + "." + file.replace(".class", "")))
          .toList();
    }
  }

  private static Class<?> load(ClassLoader loader, String name) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new AssertionError(e);
    }
  }
}
