package dev.belay.processor.attribute;

import java.io.IOException;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** An outer source file to attribute, read as the outer compiler reads it. */
final class RootSource extends ForwardingJavaFileObject<JavaFileObject> implements OuterFile {
  private final @Nullable Amended amended;

  /**
   * @param amended its text with what the outer compiler has besides
   */
  RootSource(JavaFileObject source, @Nullable Amended amended) {
    super(source);
    this.amended = amended;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) throws IOException {
    return amended == null ? super.getCharContent(ignoreEncodingErrors) : amended.text();
  }

  /** Where something is that the outer compiler has at a position. */
  long inner(long outer) {
    return amended == null ? outer : amended.inner(outer);
  }

  /** Where the outer compiler has what is at a position. */
  long outer(long inner) {
    return amended == null ? inner : amended.outer(inner);
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
