package dev.belay.processor.coexist;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * An annotation processor that a build may have.
 *
 * @param names its classes, in the order in which they are to run
 * @param path where they are
 */
record Tool(List<String> names, List<Path> path) {
  static final Tool BELAY =
      new Tool(
          List.of("dev.belay.processor.BelayProcessor", "dev.belay.processor.ClaimedAnnotations"),
          Jars.belay());
  static final Tool LOMBOK =
      new Tool(
          List.of(
              "lombok.launch.AnnotationProcessorHider$AnnotationProcessor",
              "lombok.launch.AnnotationProcessorHider$ClaimingProcessor"),
          List.of(Jars.LOMBOK));
  static final Tool MAPSTRUCT =
      new Tool(
          List.of("org.mapstruct.ap.MappingProcessor"),
          List.of(Jars.of(org.mapstruct.ap.MappingProcessor.class), Jars.MAPSTRUCT));
  static final Tool AUTO_VALUE =
      new Tool(
          List.of(
              "com.google.auto.value.processor.AutoValueProcessor",
              "com.google.auto.value.processor.AutoValueBuilderProcessor"),
          List.of(Jars.of(com.google.auto.value.processor.AutoValueProcessor.class)));

  /** Both orders of two tools. */
  static Stream<List<Tool>> bothWays(Tool one, Tool other) {
    return Stream.of(List.of(one, other), List.of(other, one));
  }

  @Override
  public String toString() {
    return names.get(0).replaceAll(".*[.$]", "");
  }
}
