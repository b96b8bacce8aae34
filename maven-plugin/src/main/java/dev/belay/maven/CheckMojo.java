package dev.belay.maven;

import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Checks the main and test sources of all modules and prints what it finds. The project need not
 * know of Belay, and is not changed.
 */
@Mojo(
    name = "check",
    aggregator = true,
    threadSafe = true,
    requiresDependencyResolution = ResolutionScope.TEST)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class CheckMojo extends BelayMojo {
  /**
   * The mildest finding that fails the build: {@code error}, {@code warning}, {@code note}, or
   * {@code never}.
   */
  @Parameter(property = "belay.failOn", defaultValue = "error")
  private String failOn = "error";

  /** For Maven. */
  public CheckMojo() {}

  @Override
  List<String> reports() {
    return List.of();
  }

  @Override
  void validate() throws MojoExecutionException {
    if (FailOn.of(failOn).isEmpty()) {
      throw new MojoExecutionException(
          "belay.failOn is \"" + failOn + "\"; write error, warning, note or never instead");
    }
  }

  @Override
  void end(Tally tally, List<ModuleCheck> modules) throws MojoFailureException {
    FailOn level = FailOn.of(failOn).orElseThrow();
    if (level == FailOn.NEVER) {
      return;
    }
    if (tally.fails(level)) {
      throw new MojoFailureException(
          "Belay: "
              + tally.text()
              + "; findings fail the build from belay.failOn="
              + failOn
              + " on");
    }
    if (!tally.unread().isEmpty()) {
      throw new MojoFailureException(incomplete(tally));
    }
  }
}
