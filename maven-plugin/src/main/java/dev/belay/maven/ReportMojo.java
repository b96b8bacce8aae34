package dev.belay.maven;

import java.util.List;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Checks as {@code check} does, writes what it finds to files in {@code target/belay} of each
 * module, and fails no build.
 */
@Mojo(
    name = "report",
    aggregator = true,
    threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class ReportMojo extends BelayMojo {
  /** {@code sarif}, {@code html}, or both with a comma. */
  @Parameter(property = "belay.report", defaultValue = "sarif,html")
  private String formats = "sarif,html";

  /** For Maven. */
  public ReportMojo() {}

  @Override
  List<String> reports() {
    return List.of("-Abelay.report=" + formats);
  }

  @Override
  void end(Tally tally, List<ModuleCheck> modules) {
    for (ModuleCheck module : modules) {
      if (java.nio.file.Files.isDirectory(module.work())) {
        getLog().info("Belay: reports in " + module.work());
      }
    }
    if (!tally.unread().isEmpty()) {
      getLog().warn(incomplete(tally));
    }
  }
}
