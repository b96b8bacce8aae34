package dev.belay.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.jspecify.annotations.Nullable;

/** What a project tells maven-compiler-plugin about one of its two compilations. */
final class Settings {
  private static final String GROUP = "org.apache.maven.plugins";
  private static final String COMPILER = "maven-compiler-plugin";

  private final @Nullable Xpp3Dom configuration;
  private final Properties project;
  private final Properties user;

  private Settings(@Nullable Xpp3Dom configuration, Properties project, Properties user) {
    this.configuration = configuration;
    this.project = project;
    this.user = user;
  }

  /**
   * The configuration of the execution that every project has, which holds that of the plugin.
   *
   * @param user the properties of the command line; they do not override what a pom configures, as
   *     in Maven
   */
  static Settings of(MavenProject project, SourceSet.Kind kind, Properties user) {
    Plugin plugin = project.getPlugin(GROUP + ":" + COMPILER);
    Xpp3Dom configuration =
        plugin == null
            ? null
            : project.getGoalConfiguration(GROUP, COMPILER, kind.execution, kind.goal);
    return new Settings(configuration, project.getProperties(), user);
  }

  /** The value of a parameter: configured, or else that of its property. */
  Optional<String> value(String name, String property) {
    Optional<String> configured =
        child(name).map(Xpp3Dom::getValue).map(String::strip).filter(text -> !text.isEmpty());
    return configured.or(
        () ->
            Optional.ofNullable(user.getProperty(property, project.getProperty(property)))
                .map(String::strip)
                .filter(text -> !text.isEmpty()));
  }

  /** The values of a parameter that is a list; empty if it is not there. */
  List<String> values(String name) {
    List<String> values = new ArrayList<>();
    for (Xpp3Dom each : children(name)) {
      if (each.getValue() != null) {
        values.add(each.getValue().strip());
      }
    }
    return values;
  }

  /** The elements of a parameter that is a list of things. */
  List<Xpp3Dom> children(String name) {
    return child(name).map(parent -> List.of(parent.getChildren())).orElse(List.of());
  }

  private Optional<Xpp3Dom> child(String name) {
    return Optional.ofNullable(configuration).map(dom -> dom.getChild(name));
  }
}
