package dev.belay.processor.coexist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

/** Runs what a build has made. */
final class Run {
  private Run() {}

  /**
   * The result of a static method without parameters, if there was nothing to complain of.
   *
   * @param more what else the program needs, besides what the tests themselves have
   */
  static Object of(Build.Outcome outcome, String type, String method, Path... more) {
    assertThat(outcome.problems()).isEmpty();
    assertThat(outcome.succeeded()).isTrue();
    URL[] path =
        Stream.concat(Stream.of(outcome.classes()), Stream.of(more))
            .map(Run::url)
            .toArray(URL[]::new);
    try (URLClassLoader loader = new URLClassLoader(path, Run.class.getClassLoader())) {
      var called = loader.loadClass(type).getDeclaredMethod(method);
      called.setAccessible(true);
      return called.invoke(null);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (IOException | ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * The same for a module, which is resolved in a layer of its own.
   *
   * @param more where other modules are
   */
  static Object inModule(
      Build.Outcome outcome, String module, String type, String method, Path... more) {
    assertThat(outcome.problems()).isEmpty();
    Path[] path =
        Stream.concat(Stream.of(outcome.classes(), Jars.RUNTIME, Jars.JSPECIFY), Stream.of(more))
            .toArray(Path[]::new);
    ModuleLayer boot = ModuleLayer.boot();
    Configuration configuration =
        boot.configuration().resolve(ModuleFinder.of(path), ModuleFinder.of(), Set.of(module));
    ModuleLayer layer =
        boot.defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());
    try {
      return layer.findLoader(module).loadClass(type).getMethod(method).invoke(null);
    } catch (InvocationTargetException e) {
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(type, e);
    }
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
