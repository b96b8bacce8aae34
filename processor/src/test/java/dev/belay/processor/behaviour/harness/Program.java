package dev.belay.processor.behaviour.harness;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;

/**
 * Compiled cases.
 *
 * @param classes class files by name
 * @param sources what the processor generated, by the name of the class
 */
public record Program(Map<String, byte[]> classes, Map<String, String> sources) {

  public Program {
    classes = new TreeMap<>(classes);
    sources = new TreeMap<>(sources);
  }

  /** What a compilation in memory made, whatever it reported. */
  public static Program of(Compilation compilation) {
    Map<String, String> sources = new TreeMap<>();
    Map<String, byte[]> classes = new TreeMap<>();
    try {
      for (JavaFileObject file : compilation.generatedFiles()) {
        if (file.getKind() == JavaFileObject.Kind.SOURCE) {
          sources.put(className(file), file.getCharContent(true).toString());
        } else if (file.getKind() == JavaFileObject.Kind.CLASS) {
          try (InputStream in = file.openInputStream()) {
            classes.put(className(file), in.readAllBytes());
          }
        }
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Program(classes, sources);
  }

  /** {@code /CLASS_OUTPUT/cases/Loops.class} is {@code cases.Loops}. */
  private static String className(JavaFileObject file) {
    String path = file.getName().replaceFirst("^/[A-Z_]+/", "");
    return path.substring(0, path.lastIndexOf('.')).replace('/', '.');
  }

  /** The classes, for a test that drives them itself. */
  public ClassLoader load() {
    return load(new Run(Plan.DIRECT));
  }

  /** The classes, with statics of their own, for one run. */
  Loader load(Run run) {
    return new Loader(classes, run);
  }

  /** Defines its own classes before it asks its parent, so that a fixture can stand in for ours. */
  static final class Loader extends ClassLoader {
    private final Map<String, byte[]> classes;
    private volatile Run run;

    Loader(Map<String, byte[]> classes, Run run) {
      super(Loader.class.getClassLoader());
      this.classes = classes;
      this.run = run;
    }

    Run run() {
      return run;
    }

    /** For classes that keep nothing in statics: the next run with the same classes. */
    Loader with(Run other) {
      run = other;
      return this;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      byte[] bytes = classes.get(name);
      if (bytes == null) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
      }
    }
  }
}
