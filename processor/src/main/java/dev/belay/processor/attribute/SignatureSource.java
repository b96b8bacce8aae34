package dev.belay.processor.attribute;

import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.SimpleJavaFileObject;

/** A type of the outer compilation that has no readable file, as source with its signatures. */
final class SignatureSource extends SimpleJavaFileObject implements OuterFile {
  private final TypeElement type;
  private final Elements elements;

  SignatureSource(TypeElement type, Elements elements) {
    super(Virtual.uri(elements.getBinaryName(type).toString(), Kind.SOURCE), Kind.SOURCE);
    this.type = type;
    this.elements = elements;
  }

  @Override
  public String binaryName() {
    return elements.getBinaryName(type).toString();
  }

  @Override
  public CharSequence getCharContent(boolean ignoreEncodingErrors) {
    return new SignaturePrinter(elements).file(type, List.of());
  }
}
