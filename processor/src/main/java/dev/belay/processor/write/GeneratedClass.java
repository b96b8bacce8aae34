package dev.belay.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.belay.processor.lower.ir.HiddenConstant;
import dev.belay.processor.model.Generated;
import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;

/** What all classes that we write have in common. */
final class GeneratedClass {
  /** For the documentation of a class with machines. */
  static final String AT =
      "<p>In a machine, {@code at} is the suspension point at which the body goes on;"
          + " 0 while it runs.\n";

  /**
   * What a user's own text may provoke once it stands in a class of ours; his own copy of it is
   * still checked by his compiler.
   */
  private static final List<String> SILENCED =
      List.of(
          "auxiliaryclass",
          "cast",
          "deprecation",
          "removal",
          "divzero",
          "empty",
          "fallthrough",
          "finally",
          "lossy-conversions",
          "overloads",
          "rawtypes",
          "serial",
          "static",
          "synchronization",
          "try",
          "unchecked",
          "varargs");

  /** Fields of nested classes are the only such lines with this indentation. */
  private static final Pattern FIELDS_APART =
      Pattern.compile("(?m)^(    private [^\\n({]*;)\\n\\n(?=    private [^\\n({]*;$)");

  private GeneratedClass() {}

  /** The head of a class that cannot be instantiated, and its documentation. */
  static TypeSpec.Builder of(Generated generated, String javadoc, Object... arguments) {
    TypeSpec.Builder type =
        TypeSpec.classBuilder(generated.name())
            .addModifiers(Modifier.FINAL)
            .addJavadoc(javadoc, arguments);
    if (generated.isPublic()) {
      type.addModifiers(Modifier.PUBLIC);
    }
    generated
        .place()
        .generated()
        .ifPresent(
            annotation ->
                type.addAnnotation(
                    AnnotationSpec.builder(annotation)
                        .addMember("value", "$S", "dev.belay.processor.BelayProcessor")
                        .build()));
    CodeBlock silenced =
        SILENCED.stream()
            .map(warning -> CodeBlock.of("$S", warning))
            .collect(CodeBlock.joining(",$W", "{", "}"));
    type.addAnnotation(
        AnnotationSpec.builder(SuppressWarnings.class).addMember("value", silenced).build());
    type.addMethod(MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    return type;
  }

  static void constants(TypeSpec.Builder type, List<HiddenConstant> constants) {
    for (HiddenConstant constant : constants) {
      type.addField(
          FieldSpec.builder(Spelled.of(constant.type().text()), constant.name())
              .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
              .initializer("$L", constant.literal())
              .build());
    }
  }

  static SourceText file(Generated generated, TypeSpec.Builder type) {
    JavaFile file =
        JavaFile.builder(generated.name().packageName(), type.build()).indent("  ").build();
    String text = JavaLangImports.only(generated.place().declares(), file.toString());
    return new SourceText(
        generated.name().canonicalName(), LineMarks.resolve(compact(RawMembers.unwrap(text))));
  }

  /** Fields without a blank line between them: a machine may have many. */
  private static String compact(String text) {
    return FIELDS_APART.matcher(text).replaceAll("$1\n");
  }
}
