package dev.belay.maven;

import java.nio.file.Path;
import java.util.List;

/**
 * What one run of javac reads: the main or the test sources of a module.
 *
 * @param kind what users know them as
 * @param files the Java files, sorted
 * @param classPath what they are compiled against
 */
record SourceSet(Kind kind, List<Path> files, List<String> classPath) {
  /** The two compilations that a Maven module has. */
  enum Kind {
    MAIN("main", "compile", "default-compile", "classes"),
    TEST("test", "testCompile", "default-testCompile", "test-classes");

    final String word;
    final String goal;
    final String execution;
    final String output;

    Kind(String word, String goal, String execution, String output) {
      this.word = word;
      this.goal = goal;
      this.execution = execution;
      this.output = output;
    }
  }

  SourceSet {
    files = List.copyOf(files);
    classPath = List.copyOf(classPath);
  }
}
