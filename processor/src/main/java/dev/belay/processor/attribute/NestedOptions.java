package dev.belay.processor.attribute;

import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.ProcessingEnvironment;
import javax.tools.JavaCompiler;

/** The options of the nested compiler, as near to the outer ones as public API tells. */
final class NestedOptions {
  private NestedOptions() {}

  static List<String> of(JavaCompiler compiler, ProcessingEnvironment environment) {
    List<String> options =
        new ArrayList<>(List.of("-proc:none", "-implicit:none", "-nowarn", "-Xlint:none"));
    int source = environment.getSourceVersion().ordinal();
    options.addAll(List.of("-source", Integer.toString(source)));
    return List.copyOf(options);
  }
}
