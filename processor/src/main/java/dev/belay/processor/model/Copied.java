package dev.belay.processor.model;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** What a generated method takes over from the user's declaration as it stands. */
final class Copied {
  private Copied() {}

  static ParameterSpec parameter(VariableElement parameter) {
    ParameterSpec.Builder spec =
        ParameterSpec.builder(
            TypeName.get(parameter.asType()), parameter.getSimpleName().toString());
    for (AnnotationMirror annotation : parameter.getAnnotationMirrors()) {
      if (isNullness(annotation)) {
        spec.addAnnotation(AnnotationSpec.get(annotation));
      }
    }
    return spec.build();
  }

  static List<AnnotationSpec> annotations(Element declaration) {
    List<AnnotationSpec> annotations = new ArrayList<>();
    for (AnnotationMirror annotation : declaration.getAnnotationMirrors()) {
      String name = annotation.getAnnotationType().toString();
      if (name.equals("java.lang.Deprecated")) {
        annotations.add(AnnotationSpec.get(annotation));
      }
    }
    return annotations;
  }

  private static boolean isNullness(AnnotationMirror annotation) {
    String name = annotation.getAnnotationType().asElement().getSimpleName().toString();
    return name.equals("Nullable") || name.equals("NonNull") || name.equals("Nonnull");
  }

  static String javadoc(Elements elements, Element declaration) {
    String text = elements.getDocComment(declaration);
    if (text == null) {
      return "";
    }
    // javac leaves the blank between the asterisk and the text.
    return text.strip()
            .lines()
            .map(line -> line.startsWith(" ") ? line.substring(1) : line)
            .collect(Collectors.joining("\n"))
        + "\n";
  }
}
