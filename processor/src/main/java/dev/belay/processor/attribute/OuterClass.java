package dev.belay.processor.attribute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.tools.FileObject;
import javax.tools.SimpleJavaFileObject;

/** A class file that the outer compilation sees. */
final class OuterClass extends SimpleJavaFileObject implements OuterFile {

  /** Finds the file when, and only if, the nested compiler reads it. */
  interface Location {
    FileObject find() throws IOException;
  }

  private final String binaryName;
  private final Location location;
  private final References references;

  /**
   * @param references gets what the class file mentions, once it is read
   */
  OuterClass(String binaryName, Location location, References references) {
    super(Virtual.uri(binaryName, Kind.CLASS), Kind.CLASS);
    this.binaryName = binaryName;
    this.location = location;
    this.references = references;
  }

  @Override
  public String binaryName() {
    return binaryName;
  }

  /**
   * Reads the file.
   *
   * @throws IOException also for what a foreign file manager throws, so that the nested compiler
   *     reports a type that it cannot read instead of crashing
   */
  @Override
  public InputStream openInputStream() throws IOException {
    try (InputStream in = location.find().openInputStream()) {
      byte[] bytes = in.readAllBytes();
      references.addClass(ClassFileNames.of(bytes));
      return new ByteArrayInputStream(bytes);
    } catch (RuntimeException e) {
      throw new IOException(e);
    }
  }
}
