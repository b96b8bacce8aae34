package dev.belay.maven;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.resolution.DependencyResolutionException;

/**
 * Checks the source sets of one module.
 *
 * @param project the module
 * @param user the properties of the command line
 * @param processors what runs in javac
 * @param options {@code -A} options for Belay
 */
record ModuleCheck(
    MavenProject project, Properties user, ProcessorPath processors, List<String> options) {
  ModuleCheck {
    options = List.copyOf(options);
  }

  /** The sources of a kind; no files if the module has none. */
  SourceSet sources(SourceSet.Kind kind) throws IOException, DependencyResolutionRequiredException {
    boolean isMain = kind == SourceSet.Kind.MAIN;
    Settings settings = Settings.of(project, kind, user);
    Path target = Path.of(project.getBuild().getDirectory());
    Path written =
        settings
            .value(
                isMain ? "generatedSourcesDirectory" : "generatedTestSourcesDirectory",
                "belay.none")
            .map(Path::of)
            .orElse(
                target.resolve(
                    isMain
                        ? "generated-sources/annotations"
                        : "generated-test-sources/test-annotations"));
    return new SourceSet(
        kind,
        Sources.below(
            isMain ? project.getCompileSourceRoots() : project.getTestCompileSourceRoots(),
            written,
            settings,
            kind),
        isMain ? project.getCompileClasspathElements() : project.getTestClasspathElements());
  }

  /**
   * Checks one source set.
   *
   * @param progress is told the kind of sources and how many classes have been looked at
   */
  Findings check(SourceSet sources, BiConsumer<SourceSet.Kind, Integer> progress)
      throws Javac.CannotRun {
    Settings settings = Settings.of(project, sources.kind(), user);
    List<String> all = new ArrayList<>(JavacOptions.of(settings, sources.kind()));
    try {
      all.addAll(processors.options(project, settings, sources));
    } catch (DependencyResolutionException e) {
      throw new Javac.CannotRun(
          "the project's annotation processors are not to be had: " + e.getMessage());
    }
    all.addAll(options);
    all.add("-Abelay.report.dir=" + work());
    return Javac.run(
        sources, all, encoding(settings), work(), count -> progress.accept(sources.kind(), count));
  }

  /** Below it is everything that a run writes. */
  Path work() {
    return Path.of(project.getBuild().getDirectory()).resolve("belay");
  }

  private static Charset encoding(Settings settings) throws Javac.CannotRun {
    String name =
        settings
            .value("encoding", "encoding")
            .or(() -> settings.value("encoding", "project.build.sourceEncoding"))
            .orElse(Charset.defaultCharset().name());
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new Javac.CannotRun("the project's encoding is not known: " + name);
    }
  }
}
