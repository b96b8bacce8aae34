package dev.belay.build;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.annotation.processing.Messager;

/**
 * Which part of the processor may know what. The passes in {@code lower} are plain functions on the
 * IR: they can be tested, and reasoned about, without a compiler.
 *
 * <p>A rule whose package holds no class yet passes.
 */
@AnalyzeClasses(
    packages = "dev.belay.processor",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String PROCESSOR = "dev.belay.processor..";
  private static final String ATTRIBUTE = "dev.belay.processor.attribute..";
  private static final String CHECK = "dev.belay.processor.check..";
  private static final String DECLARE = "dev.belay.processor.declare..";
  private static final String DRAW = "dev.belay.processor.draw..";
  private static final String IR = "dev.belay.processor.lower.ir..";
  private static final String LOWER = "dev.belay.processor.lower..";
  private static final String MODEL = "dev.belay.processor.model..";
  private static final String REPORT = "dev.belay.processor.report..";
  private static final String SOURCE = "dev.belay.processor.source..";
  private static final String WRITE = "dev.belay.processor.write..";

  private static final String JAVAC_TREES = "com.sun.source..";
  private static final String JAVAPOET = "com.palantir.javapoet..";

  @ArchTest
  static final ArchRule lowerKnowsNoCompilerAndNoWriter =
      noClasses()
          .that()
          .resideInAPackage(LOWER)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              JAVAC_TREES,
              "com.sun.tools..",
              "javax.annotation.processing..",
              "javax.lang.model..",
              "javax.tools..",
              JAVAPOET)
          .allowEmptyShould(true);

  @ArchTest static final ArchRule lowerKnowsOnlyItself = inProcessorDependsOnlyOn(LOWER);

  @ArchTest static final ArchRule irKnowsOnlyItself = inProcessorDependsOnlyOn(IR);

  @ArchTest
  static final ArchRule writeKnowsOnlyModelAndLower = inProcessorDependsOnlyOn(WRITE, MODEL, LOWER);

  @ArchTest
  static final ArchRule drawKnowsOnlyCharts = inProcessorDependsOnlyOn(DRAW, LOWER, REPORT);

  @ArchTest
  static final ArchRule sourceReadsTreesIntoIr =
      inProcessorDependsOnlyOn(SOURCE, IR, MODEL, REPORT, ATTRIBUTE);

  @ArchTest
  static final ArchRule checkKnowsNeitherLowerNorWrite =
      noClasses()
          .that()
          .resideInAPackage(CHECK)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(LOWER, WRITE)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyReportTouchesMessager =
      noClasses()
          .that()
          .resideOutsideOfPackage(REPORT)
          .should()
          .dependOnClassesThat()
          .areAssignableTo(Messager.class)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyReadersTouchJavacTrees =
      noClasses()
          .that()
          .resideOutsideOfPackages(SOURCE, ATTRIBUTE, DECLARE, CHECK)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JAVAC_TREES)
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule onlyWriteAndModelTouchJavaPoet =
      noClasses()
          .that()
          .resideOutsideOfPackages(WRITE, MODEL)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(JAVAPOET)
          .allowEmptyShould(true);

  /** Each package is a slice, the root too: nothing may depend on the class that starts it all. */
  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices().matching("dev.belay.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  private static ArchRule inProcessorDependsOnlyOn(String subject, String... others) {
    String[] allowed =
        Stream.concat(Stream.of(subject), Arrays.stream(others)).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(subject)
        .should()
        .dependOnClassesThat(
            resideInAPackage(PROCESSOR)
                .and(not(resideInAnyPackage(allowed)))
                .as("reside in the processor outside of %s", String.join(", ", allowed)))
        .allowEmptyShould(true);
  }
}
