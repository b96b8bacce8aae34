package dev.belay.processor.attribute;

import java.io.IOException;
import java.io.InputStream;
import javax.tools.FileObject;
import javax.tools.SimpleJavaFileObject;

/** A class file that the outer compilation sees. */
final class OuterClass extends SimpleJavaFileObject implements OuterFile {
  private final String binaryName;
  private final FileObject file;

  OuterClass(String binaryName, FileObject file) {
    super(Virtual.uri(binaryName, Kind.CLASS), Kind.CLASS);
    this.binaryName = binaryName;
    this.file = file;
  }

  @Override
  public String binaryName() {
    return binaryName;
  }

  /**
   * Opens the file.
   *
   * @throws IOException also for what a foreign file manager throws, so that the nested compiler
   *     reports a type that it cannot read instead of crashing
   */
  @Override
  public InputStream openInputStream() throws IOException {
    try {
      return file.openInputStream();
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }
}
