package dev.belay.processor.behaviour.harness;

import java.util.Map;
import java.util.TreeMap;

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
