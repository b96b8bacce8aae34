package dev.belay.processor.attribute;

import javax.tools.SimpleJavaFileObject;

/** A source file that exists only here: the signatures of a companion yet to be generated. */
final class StubSource extends SimpleJavaFileObject implements OuterFile {
  private final String qualifiedName;
  private final String text;

  StubSource(String qualifiedName, String text) {
    super(Virtual.uri(qualifiedName, Kind.SOURCE), Kind.SOURCE);
    this.qualifiedName = qualifiedName;
    this.text = text;
  }

  @Override
  public String binaryName() {
    return qualifiedName;
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return text;
  }
}
