package dev.belay.processor.attribute;

import java.util.function.Supplier;
import javax.tools.ForwardingJavaFileObject;
import javax.tools.JavaFileObject;

/** An outer source file that bodies refer to, without what only its own code needs. */
final class SkeletonSource extends ForwardingJavaFileObject<JavaFileObject> implements OuterFile {
  private final String binaryName;
  private final Supplier<CharSequence> text;

  /**
   * @param text asked when, and only if, the nested compiler reads the file
   */
  SkeletonSource(JavaFileObject source, String binaryName, Supplier<CharSequence> text) {
    super(source);
    this.binaryName = binaryName;
    this.text = text;
  }

  @Override
  public String binaryName() {
    return binaryName;
  }

  @Override
  public Kind getKind() {
    return Kind.SOURCE;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text.get();
  }
}
