package dev.belay.processor.attribute;

import java.util.function.Supplier;
import javax.tools.SimpleJavaFileObject;

/** A type of the outer compilation that has no readable file, as source with its signatures. */
final class SignatureSource extends SimpleJavaFileObject implements OuterFile {
  private final String binaryName;
  private final Supplier<CharSequence> text;

  /**
   * @param text asked when, and only if, the nested compiler reads the file
   */
  SignatureSource(String binaryName, Supplier<CharSequence> text) {
    super(Virtual.uri(binaryName, Kind.SOURCE), Kind.SOURCE);
    this.binaryName = binaryName;
    this.text = text;
  }

  @Override
  public String binaryName() {
    return binaryName;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text.get();
  }
}
