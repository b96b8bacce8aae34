package dev.belay.processor.attribute;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import javax.tools.SimpleJavaFileObject;

/** A class file that the outer compilation sees; located only when the nested compiler reads it. */
final class OuterClass extends SimpleJavaFileObject implements OuterFile {
  private final String binaryName;
  private final ClassFiles files;

  OuterClass(String binaryName, ClassFiles files) {
    super(
        URI.create("belay:///" + binaryName.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
    this.binaryName = binaryName;
    this.files = files;
  }

  @Override
  public String binaryName() {
    return binaryName;
  }

  @Override
  public InputStream openInputStream() throws IOException {
    return files.open(binaryName);
  }
}
