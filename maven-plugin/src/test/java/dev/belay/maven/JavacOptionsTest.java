package dev.belay.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.apache.maven.project.MavenProject;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.junit.jupiter.api.Test;

/** Which of a project's settings reach javac. */
class JavacOptionsTest {
  private final MavenProject project = new MavenProject(new Model());
  private final Xpp3Dom configuration = new Xpp3Dom("configuration");

  JavacOptionsTest() {
    Plugin compiler = new Plugin();
    compiler.setArtifactId("maven-compiler-plugin");
    for (SourceSet.Kind kind : SourceSet.Kind.values()) {
      PluginExecution execution = new PluginExecution();
      execution.setId(kind.execution);
      execution.addGoal(kind.goal);
      execution.setConfiguration(configuration);
      compiler.addExecution(execution);
    }
    Build build = new Build();
    build.addPlugin(compiler);
    project.getModel().setBuild(build);
  }

  private JavacOptionsTest configured(String name, String value) {
    Xpp3Dom child = new Xpp3Dom(name);
    child.setValue(value);
    configuration.addChild(child);
    return this;
  }

  private List<String> options(SourceSet.Kind kind) {
    java.util.Properties user = new java.util.Properties();
    user.setProperty("maven.compiler.target", "21");
    return JavacOptions.of(Settings.of(project, kind, user), kind);
  }

  @Test
  void aReleaseIsTakenOver() {
    assertThat(configured("release", "17").options(SourceSet.Kind.MAIN))
        .containsExactly("--release", "17");
  }

  @Test
  void testsHaveTheirOwnOrElseThatOfMain() {
    configured("release", "11");
    assertThat(options(SourceSet.Kind.TEST)).containsExactly("--release", "11");

    configured("testRelease", "17");
    assertThat(options(SourceSet.Kind.TEST)).containsExactly("--release", "17");
    assertThat(options(SourceSet.Kind.MAIN)).containsExactly("--release", "11");
  }

  @Test
  void thePomComesBeforeTheCommandLine() {
    configured("source", "17");
    assertThat(options(SourceSet.Kind.MAIN)).containsExactly("-source", "17", "-target", "21");

    configured("target", "17");
    assertThat(options(SourceSet.Kind.MAIN)).containsExactly("-source", "17", "-target", "17");
  }

  @Test
  void previewsAreEnabled() {
    assertThat(
            configured("release", "17")
                .configured("enablePreview", "true")
                .options(SourceSet.Kind.MAIN))
        .containsExactly("--release", "17", "--enable-preview");
  }

  @Test
  void whatAsksForOtherChecksIsLeftOut() {
    assertThat(
            JavacOptions.kept(
                List.of(
                    "-Xlint:all",
                    "-Werror",
                    "-Akey=value",
                    "-Xplugin:ErrorProne -Xep:VoidUsed:OFF",
                    "--add-modules",
                    "java.sql",
                    "-d",
                    "elsewhere",
                    "--module-path=mods",
                    "-parameters")))
        .containsExactly("-Akey=value", "--add-modules", "java.sql");
  }

  /** As in async-http-client, whose pom writes each option of Error Prone on a line of its own. */
  @Test
  void alsoIfItGoesOverManyLines() {
    assertThat(
            JavacOptions.kept(
                List.of(
                    "-Xplugin:ErrorProne\n    -XepDisableAllChecks\n    -Xep:NullAway:ERROR",
                    "-Xlint:\n  all",
                    "--patch-module=a=\n  b",
                    "-Akey=\n  value")))
        .containsExactly("-Akey=\n  value");
  }

  @Test
  void exportsGoToTheUnnamedModule() {
    assertThat(
            JavacOptions.kept(
                List.of(
                    "--add-exports",
                    "java.base/sun.security=my.module",
                    "--add-exports=java.base/sun.net=other")))
        .containsExactly(
            "--add-exports",
            "java.base/sun.security=ALL-UNNAMED",
            "--add-exports=java.base/sun.net=ALL-UNNAMED");
  }

  @Test
  void aLevelThatIsNoLongerReadBecomesTheOldest() {
    assertThat(Levels.readable("1.5", 17)).isEqualTo("7");
    assertThat(Levels.readable("1.7", 25)).isEqualTo("8");
    assertThat(Levels.readable("1.8", 25)).isEqualTo("8");
    assertThat(Levels.readable("21", 25)).isEqualTo("21");
    assertThat(Levels.readable("eleven", 25)).isEqualTo("eleven");
  }
}
