package dev.belay.processor.attribute;

import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** A source file of the outer compilation, read as the outer compiler reads it. */
final class OuterSource extends ForwardingJavaFileObject<JavaFileObject> implements OuterFile {
  private final String binaryName;

  OuterSource(JavaFileObject source, String binaryName) {
    super(source);
    this.binaryName = binaryName;
  }

  @Override
  public String binaryName() {
    return binaryName;
  }

  /** Not whatever kind a foreign file manager made up: this file has been parsed as source. */
  @Override
  public Kind getKind() {
    return Kind.SOURCE;
  }
}
