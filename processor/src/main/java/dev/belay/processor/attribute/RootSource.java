package dev.belay.processor.attribute;

import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** An outer source file to attribute, read as the outer compiler reads it. */
final class RootSource extends ForwardingJavaFileObject<JavaFileObject> implements OuterFile {
  RootSource(JavaFileObject source) {
    super(source);
  }

  /** A root is never listed, hence never asked: its types are there before any package is. */
  @Override
  public String binaryName() {
    return getName();
  }

  /** Not whatever kind a foreign file manager made up: this file has been parsed as source. */
  @Override
  public Kind getKind() {
    return Kind.SOURCE;
  }
}
