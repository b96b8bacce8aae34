package dev.belay.maven;

import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.RepositoryUtils;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.model.Dependency;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Exclusion;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;

/** Which processors run: the project's own, since its source may need them, and Belay's. */
final class ProcessorPath {
  private static final String OWN_GROUP = "dev.belay";
  private static final String OWN_PROCESSOR = "dev.belay.processor.BelayProcessor";

  /** From here on, javac runs no processor that is merely on the class path. */
  private static final int EXPLICIT_SINCE = 23;

  private final RepositorySystem repositories;
  private final RepositorySystemSession session;
  private final List<String> own;

  /**
   * @param plugin what the plugin itself is made of; Belay's processor is among it
   */
  ProcessorPath(
      RepositorySystem repositories, RepositorySystemSession session, List<Artifact> plugin) {
    this.repositories = repositories;
    this.session = session;
    this.own =
        plugin.stream()
            .filter(artifact -> artifact.getGroupId().equals(OWN_GROUP))
            .filter(artifact -> !artifact.getArtifactId().equals("belay-maven-plugin"))
            .map(artifact -> artifact.getFile().toString())
            .toList();
  }

  /** Options of javac that name the processors and where they are. */
  List<String> options(MavenProject project, Settings settings, SourceSet sources)
      throws DependencyResolutionException {
    Set<String> path = new LinkedHashSet<>(others(project, settings, sources));
    path.addAll(own);
    List<String> options =
        new ArrayList<>(List.of("-processorpath", String.join(File.pathSeparator, path)));
    List<String> named = settings.values("annotationProcessors");
    if (runsNone(settings)) {
      options.addAll(List.of("-processor", OWN_PROCESSOR));
    } else if (!named.isEmpty()) {
      Set<String> all = new LinkedHashSet<>(named);
      all.add(OWN_PROCESSOR);
      options.addAll(List.of("-processor", String.join(",", all)));
    }
    return options;
  }

  private List<String> others(MavenProject project, Settings settings, SourceSet sources)
      throws DependencyResolutionException {
    if (runsNone(settings)) {
      return List.of();
    }
    List<Xpp3Dom> configured = settings.children("annotationProcessorPaths");
    if (!configured.isEmpty()) {
      return resolve(project, configured);
    }
    return Runtime.version().feature() < EXPLICIT_SINCE || isFull(settings)
        ? sources.classPath()
        : List.of();
  }

  private static boolean runsNone(Settings settings) {
    return settings.value("proc", "maven.compiler.proc").filter("none"::equals).isPresent();
  }

  private static boolean isFull(Settings settings) {
    return settings.value("proc", "maven.compiler.proc").isPresent()
        || !settings.values("annotationProcessors").isEmpty();
  }

  private List<String> resolve(MavenProject project, List<Xpp3Dom> configured)
      throws DependencyResolutionException {
    CollectRequest request = new CollectRequest();
    request.setRepositories(project.getRemoteProjectRepositories());
    for (Xpp3Dom each : configured) {
      if (!text(each, "groupId").equals(OWN_GROUP)) {
        request.addDependency(dependency(project, each));
      }
    }
    if (project.getDependencyManagement() != null) {
      for (Dependency each : project.getDependencyManagement().getDependencies()) {
        request.addManagedDependency(
            RepositoryUtils.toDependency(each, session.getArtifactTypeRegistry()));
      }
    }
    if (request.getDependencies().isEmpty()) {
      return List.of();
    }
    return repositories
        .resolveDependencies(session, new DependencyRequest(request, null))
        .getArtifactResults()
        .stream()
        .map(ArtifactResult::getArtifact)
        .map(artifact -> artifact.getFile().toString())
        .toList();
  }

  private static org.eclipse.aether.graph.Dependency dependency(
      MavenProject project, Xpp3Dom path) {
    String type = text(path, "type");
    DefaultArtifact artifact =
        new DefaultArtifact(
            text(path, "groupId"),
            text(path, "artifactId"),
            text(path, "classifier"),
            type.isEmpty() ? "jar" : type,
            version(project, path));
    List<Exclusion> exclusions = new ArrayList<>();
    Xpp3Dom excluded = path.getChild("exclusions");
    if (excluded != null) {
      for (Xpp3Dom each : excluded.getChildren()) {
        exclusions.add(new Exclusion(text(each, "groupId"), text(each, "artifactId"), "*", "*"));
      }
    }
    return new org.eclipse.aether.graph.Dependency(artifact, "runtime", false, exclusions);
  }

  /** A path without a version has that of the managed dependency. */
  private static String version(MavenProject project, Xpp3Dom path) {
    String version = text(path, "version");
    if (!version.isEmpty() || project.getDependencyManagement() == null) {
      return version;
    }
    Optional<Dependency> managed =
        project.getDependencyManagement().getDependencies().stream()
            .filter(each -> each.getGroupId().equals(text(path, "groupId")))
            .filter(each -> each.getArtifactId().equals(text(path, "artifactId")))
            .findFirst();
    return managed.map(Dependency::getVersion).orElse("");
  }

  private static String text(Xpp3Dom parent, String name) {
    Xpp3Dom child = parent.getChild(name);
    return child == null || child.getValue() == null ? "" : child.getValue().strip();
  }
}
