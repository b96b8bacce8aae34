package dev.belay.processor.coexist;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.StreamSupport;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/**
 * Loads processors from the processor path alone. A compiler that runs inside of a test would else
 * find them, and all that a test has besides, on the class path of the test.
 */
final class Isolated extends ForwardingJavaFileManager<StandardJavaFileManager> {
  Isolated(StandardJavaFileManager files) {
    super(files);
  }

  @Override
  public ClassLoader getClassLoader(Location location) {
    if (location != StandardLocation.ANNOTATION_PROCESSOR_PATH) {
      return super.getClassLoader(location);
    }
    URL[] path =
        StreamSupport.stream(fileManager.getLocation(location).spliterator(), false)
            .map(Isolated::url)
            .toArray(URL[]::new);
    return new URLClassLoader(path, new Javac());
  }

  private static URL url(File file) {
    try {
      return file.toURI().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }

  /** Knows the platform, and javac, which the class path's loader has. */
  private static final class Javac extends ClassLoader {
    Javac() {
      super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("com.sun.source.") || name.startsWith("com.sun.tools.")) {
        return ClassLoader.getSystemClassLoader().loadClass(name);
      }
      throw new ClassNotFoundException(name);
    }
  }
}
