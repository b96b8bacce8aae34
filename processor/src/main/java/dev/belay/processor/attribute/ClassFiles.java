package dev.belay.processor.attribute;

import java.io.IOException;
import java.io.InputStream;
import javax.annotation.processing.Filer;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Opens the class files that the outer compilation sees. */
final class ClassFiles {
  private final Filer filer;

  ClassFiles(Filer filer) {
    this.filer = filer;
  }

  /**
   * Opens the class file of a type.
   *
   * @throws IOException whatever was wrong, so that the nested compiler reports a type it cannot
   *     read instead of crashing
   */
  InputStream open(String binaryName) throws IOException {
    int dot = binaryName.lastIndexOf('.');
    String packageName = dot < 0 ? "" : binaryName.substring(0, dot);
    String fileName = binaryName.substring(dot + 1) + ".class";
    try {
      FileObject file = filer.getResource(StandardLocation.CLASS_PATH, packageName, fileName);
      return file.openInputStream();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }
}
