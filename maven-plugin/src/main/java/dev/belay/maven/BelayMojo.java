package dev.belay.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import javax.inject.Inject;
import javax.tools.Diagnostic;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/** What both goals do: check every module, and say what was found. */
abstract class BelayMojo extends AbstractMojo {
  /** Of the errors in sources that do not compile, this many are shown. */
  private static final int SHOWN = 5;

  @Inject
  @SuppressWarnings("NullAway.Init") // Maven sets it
  private RepositorySystem repositories;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init") // Maven sets it
  private MavenSession session;

  @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
  @SuppressWarnings("NullAway.Init") // Maven sets it
  private List<Artifact> plugin;

  /** Does nothing. */
  @Parameter(property = "belay.skip", defaultValue = "false")
  private boolean skip;

  /**
   * Severities of rules by their names: {@code off}, {@code note}, {@code warning} or {@code
   * error}.
   */
  @Parameter private Map<String, String> rules = Map.of();

  /** What is asked of Belay besides. */
  abstract List<String> reports();

  /** Refuses what makes no sense, before time is spent on it. */
  void validate() throws MojoExecutionException {}

  /** The end: what becomes of a build with these findings, which have been counted already. */
  abstract void end(Tally tally, List<ModuleCheck> modules) throws MojoFailureException;

  @Override
  public void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("Belay: skipped");
      return;
    }
    validate();
    List<ModuleCheck> modules = new ArrayList<>();
    Tally tally = new Tally();
    int number = 0;
    for (MavenProject project : session.getProjects()) {
      ModuleCheck module = module(project);
      modules.add(module);
      String place = "[" + ++number + "/" + session.getProjects().size() + "] ";
      try {
        check(place + project.getArtifactId(), module, tally);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (DependencyResolutionRequiredException e) {
        throw new MojoExecutionException("Belay: " + e.getMessage(), e);
      }
    }
    getLog().info("Belay: " + tally.text());
    end(tally, modules);
  }

  /** That something could not be read, and what. */
  static String incomplete(Tally tally) {
    return "Belay: not everything could be checked, since it does not compile: "
        + String.join("; ", tally.unread());
  }

  private ModuleCheck module(MavenProject project) {
    Properties user = new Properties();
    user.putAll(session.getSystemProperties());
    user.putAll(session.getUserProperties());
    List<String> options = new ArrayList<>(reports());
    new TreeMap<>(rules)
        .forEach((rule, severity) -> options.add("-Abelay.rule." + rule + "=" + severity));
    return new ModuleCheck(
        project,
        user,
        new ProcessorPath(repositories, session.getRepositorySession(), plugin),
        options);
  }

  private void check(String name, ModuleCheck module, Tally tally)
      throws IOException, DependencyResolutionRequiredException {
    boolean isRead = true;
    for (SourceSet.Kind kind : SourceSet.Kind.values()) {
      SourceSet sources = module.sources(kind);
      if (sources.files().isEmpty()) {
        getLog().debug("Belay: " + name + ": no " + kind.word + " sources");
        continue;
      }
      String place = name + ", " + kind.word + " sources";
      if (!isRead) {
        getLog().warn("Belay: " + place + ": not checked, since the main sources do not compile");
        tally.addUnread(place);
        continue;
      }
      getLog().info("Belay: " + place + ", " + count(sources.files().size(), "file"));
      isRead = check(place, module, sources, tally);
    }
  }

  private boolean check(String place, ModuleCheck module, SourceSet sources, Tally tally) {
    Findings findings;
    try {
      findings =
          module.check(
              sources, (kind, classes) -> getLog().info("Belay:   " + classes + " classes"));
    } catch (Javac.CannotRun e) {
      getLog().error("Belay: " + place + ": not checked: " + e.getMessage());
      tally.addUnread(place);
      return false;
    }
    findings.notes().forEach(each -> getLog().warn(shown(each)));
    findings.found().forEach(this::print);
    tally.add(findings);
    if (!findings.broken().isEmpty()) {
      getLog()
          .warn(
              "Belay: "
                  + place
                  + ": javac reports "
                  + count(findings.broken().size(), "error")
                  + "; only what it could read has been checked");
      findings.broken().stream().limit(SHOWN).forEach(each -> getLog().warn(shown(each)));
      tally.addUnread(place);
    }
    return findings.broken().isEmpty();
  }

  private void print(Findings.Message finding) {
    if (finding.kind() == Diagnostic.Kind.ERROR) {
      getLog().error(shown(finding));
    } else if (finding.kind() == Diagnostic.Kind.WARNING) {
      getLog().warn(shown(finding));
    } else {
      getLog().info(shown(finding));
    }
  }

  /** Paths as seen from where Maven was started. */
  private String shown(Findings.Message message) {
    String here = session.getExecutionRootDirectory() + java.io.File.separator;
    return message.text().startsWith(here)
        ? message.text().substring(here.length())
        : message.text();
  }

  private static String count(int number, String word) {
    return number + " " + word + (number == 1 ? "" : "s");
  }
}
