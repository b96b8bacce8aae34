package dev.belay.processor.realcode;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.belay.processor.BelayProcessor;
import dev.belay.processor.behaviour.harness.Program;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * A rewritten class, compiled as far as it could be.
 *
 * @param source what is left of it
 * @param spoiled templates that javac alone refuses: awaiting there changed what they mean
 * @param refused templates that Belay refuses, and why, by their names
 * @param broken what should never happen, in words
 * @param classes class files by name
 */
record Compiled(
    Rewritten source,
    Set<String> spoiled,
    Map<String, String> refused,
    List<String> broken,
    Map<String, byte[]> classes) {

  static Compiled of(Unit unit, String className, long seed) {
    Set<String> spoiled = new HashSet<>();
    Map<String, String> refused = new TreeMap<>();
    List<String> broken = new ArrayList<>();
    while (true) {
      Set<String> without = new HashSet<>(spoiled);
      without.addAll(refused.keySet());
      Rewritten source = Rewritten.of(unit, className, seed, without);
      Map<String, String> errors = errors(source, compiled(source, List.of()), broken);
      spoiled.addAll(errors.keySet());
      if (!errors.isEmpty()) {
        continue;
      }
      Compilation compilation = compiled(source, List.of(new BelayProcessor()));
      errors = errors(source, compilation, broken);
      refused.putAll(errors);
      if (errors.isEmpty() || !broken.isEmpty()) {
        return new Compiled(source, spoiled, refused, broken, Program.of(compilation).classes());
      }
    }
  }

  private static Compilation compiled(Rewritten source, List<Processor> processors) {
    return Compiler.javac()
        .withClasspath(Library.jars())
        .withProcessors(processors)
        .withOptions(
            "-Xlint:none", "-Abelay.rules=off", "-Xmaxerrs", "10000", "--should-stop=ifError=FLOW")
        .compile(JavaFileObjects.forSourceString(source.className(), source.text()));
  }

  /** Errors by the template that they are in. */
  private static Map<String, String> errors(
      Rewritten source, Compilation compilation, List<String> broken) {
    Map<String, String> errors = new TreeMap<>();
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      String name =
          source.bodies().entrySet().stream()
              .filter(body -> body.getValue().firstLine() <= error.getLineNumber())
              .filter(body -> error.getLineNumber() <= body.getValue().lastLine())
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("");
      boolean generated =
          error.getSource() == null || error.getSource().getName().contains("SOURCE_OUTPUT");
      if (generated || name.isEmpty()) {
        broken.add(error.toString());
      } else {
        errors.put(name, error.getMessage(null));
      }
    }
    return broken.isEmpty() ? errors : Map.of();
  }

  /** Loads the classes in the package that they were made for, the library's with them. */
  ClassLoader load() {
    return new ClassLoader(Compiled.class.getClassLoader()) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
          Class<?> loaded = findLoadedClass(name);
          byte[] bytes = loaded == null ? bytes(name) : null;
          if (bytes != null) {
            return defineClass(name, bytes, 0, bytes.length);
          }
          return loaded != null ? loaded : super.loadClass(name, resolve);
        }
      }

      private byte[] bytes(String name) {
        if (classes.containsKey(name) || !name.startsWith("org.apache.commons.")) {
          return classes.get(name);
        }
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
          return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
          throw new AssertionError(e);
        }
      }
    };
  }
}
