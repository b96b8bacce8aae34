package dev.belay.maven;

import static dev.belay.maven.Snippets.CLEAN;
import static dev.belay.maven.Snippets.LOMBOK;
import static dev.belay.maven.Snippets.RELEASE;
import static dev.belay.maven.Snippets.WARNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A project of many modules that has never heard of Belay, checked once from the command line by
 * real Maven; each test looks at what became of one module.
 */
class CheckIT {
  private static final String PARENT =
      "<parent><groupId>sample</groupId><artifactId>all</artifactId><version>1</version></parent>";

  private static final String LOMBOK_VERSION =
      "<version>" + System.getProperty("belay.lombok") + "</version>";

  private static final String LOMBOK_NAME =
      "<groupId>org.projectlombok</groupId><artifactId>lombok</artifactId>";

  @TempDir static Path directory;
  private static Map<String, String> before;
  private static Sample sample;
  private static Sample.Run run;

  @BeforeAll
  static void check() {
    sample = new Sample(directory.resolve("project"));
    modules();
    addClean();
    addCareless();
    addDependent();
    addLombok();
    addNamed();
    addLevels();
    before = sample.files();
    run = sample.belay("check");
  }

  private static void modules() {
    String modules = "";
    for (String each :
        new String[] {
          "clean",
          "careless",
          "store",
          "user",
          "on-class-path",
          "on-processor-path",
          "named",
          "levels"
        }) {
      modules += "<module>" + each + "</module>";
    }
    sample.with("pom.xml", Sample.pom("all", "pom", RELEASE, "<modules>" + modules + "</modules>"));
  }

  private static void module(String name, String properties, String rest) {
    sample.with(name + "/pom.xml", Sample.pom(name, "jar", properties, PARENT + rest));
  }

  private static void addClean() {
    module("clean", "", "");
    sample.with("clean/src/main/java/Plain.java", CLEAN);
  }

  private static void addCareless() {
    module("careless", "", "");
    sample.with("careless/src/test/java/Careless.java", WARNING);
  }

  private static void addDependent() {
    module("store", "", "");
    sample.with(
        "store/src/main/java/store/Store.java",
        """
        package store;

        public class Store {
          public java.util.concurrent.CompletableFuture<String> save() {
            return java.util.concurrent.CompletableFuture.supplyAsync(() -> "x");
          }
        }
        """);
    module(
        "user",
        "",
        "<dependencies><dependency><groupId>sample</groupId><artifactId>store</artifactId>"
            + "<version>1</version></dependency></dependencies>");
    sample.with(
        "user/src/main/java/user/User.java",
        """
        package user;

        class User {
          Object use(store.Store store) {
            return store.save().thenApply(saved -> store.save().join());
          }
        }
        """);
  }

  /**
   * Once as a processor that javac finds, and once where processors belong, its version managed.
   */
  private static void addLombok() {
    String dependency =
        "<dependency>" + LOMBOK_NAME + LOMBOK_VERSION + "<scope>provided</scope></dependency>";
    module(
        "on-class-path",
        "<maven.compiler.proc>full</maven.compiler.proc>",
        "<dependencies>" + dependency + "</dependencies>");
    sample.with("on-class-path/src/main/java/Person.java", LOMBOK);
    module(
        "on-processor-path",
        "",
        "<dependencies>"
            + dependency
            + "</dependencies><dependencyManagement><dependencies>"
            + dependency
            + "</dependencies></dependencyManagement><profiles><profile><id>path</id><activation>"
            + "<activeByDefault>true</activeByDefault></activation><build><plugins><plugin>"
            + "<artifactId>maven-compiler-plugin</artifactId><configuration>"
            + "<annotationProcessorPaths><path>"
            + LOMBOK_NAME
            + "</path></annotationProcessorPaths></configuration></plugin></plugins></build>"
            + "</profile></profiles>");
    sample.with("on-processor-path/src/main/java/Person.java", LOMBOK);
  }

  private static void addNamed() {
    module("named", "", "");
    sample
        .with("named/src/main/java/module-info.java", "module named { requires java.net.http; }")
        .with("named/src/main/java/it/Careless.java", "package it;\n" + WARNING)
        .with("named/src/test/java/it/Plain.java", "package it;\n" + CLEAN);
  }

  private static void addLevels() {
    module(
        "levels",
        "<maven.compiler.release>11</maven.compiler.release>"
            + "<maven.compiler.testRelease>17</maven.compiler.testRelease>",
        "");
    sample
        .with("levels/src/main/java/Main.java", "class Main { int record = 1; Main enclosing; }")
        .with("levels/src/main/java/record.java", "class record {}")
        .with("levels/src/test/java/Test.java", "record Test(int x) {}");
  }

  @Test
  void warningsFailNothingByThemselves() {
    assertThat(run.exit()).as(run.output()).isZero();
  }

  @Test
  void noFileIsChanged() {
    assertThat(sample.files()).isEqualTo(before);
    assertThat(directory.resolve("project/store/target/store-1.jar")).doesNotExist();
  }

  @Test
  void everyModuleIsAnnounced() {
    assertThat(run.output())
        .contains("[2/9] clean, main sources, 1 file", "[3/9] careless, test sources, 1 file")
        .doesNotContain("] all, main sources");
  }

  @Test
  void aFindingIsSeenFromWhereMavenWasStarted() {
    assertThat(run.output())
        .contains("careless/src/test/java/Careless.java:9: warning: [BlockingCallInCallback]");
  }

  @Test
  void modulesSeeEachOtherUnpackaged() {
    assertThat(run.output())
        .contains("user/src/main/java/user/User.java:5: warning: [BlockingCallInCallback]");
  }

  @Test
  void processorsOfTheProjectRunToo() {
    assertThat(run.output())
        .contains("on-class-path/src/main/java/Person.java:12: warning: [BlockingCallInCallback]")
        .contains(
            "on-processor-path/src/main/java/Person.java:12: warning: [BlockingCallInCallback]");
  }

  @Test
  void aNamedModuleIsReadOnTheClassPath() {
    assertThat(run.output())
        .contains("named, test sources, 1 file")
        .contains("named/src/main/java/it/Careless.java:10: warning: [BlockingCallInCallback]");
  }

  @Test
  void settingsOfTheCompilerDecideWhatSourceMeans() {
    assertThat(run.output())
        .contains("levels, main sources, 2 files", "levels, test sources, 1 file")
        .doesNotContain("javac reports");
  }

  @Test
  void allIsAddedUp() {
    assertThat(run.output()).contains("Belay: 5 warnings").doesNotContain("not checked");
  }
}
