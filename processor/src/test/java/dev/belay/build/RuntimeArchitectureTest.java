package dev.belay.build;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Machines know nothing of what is built of them, which users reach only through the API. */
@AnalyzeClasses(packages = "dev.belay", importOptions = ImportOption.DoNotIncludeTests.class)
class RuntimeArchitectureTest {
  private static final String MACHINES = "dev.belay.internal";
  private static final String STREAM = "dev.belay.internal.stream..";
  private static final String FLOW = "dev.belay.internal.flow..";

  @ArchTest
  static final ArchRule machinesKnowNoOperators =
      noClasses()
          .that()
          .resideInAPackage(MACHINES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STREAM, FLOW);

  @ArchTest
  static final ArchRule operatorsKnowNoPublishers =
      noClasses()
          .that()
          .resideInAPackage(STREAM)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(FLOW);

  @ArchTest
  static final ArchRule publishersKnowNoOperators =
      noClasses()
          .that()
          .resideInAPackage(FLOW)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(STREAM);

  @ArchTest
  static final ArchRule theProcessorKnowsNeither =
      noClasses()
          .that()
          .resideInAPackage("dev.belay.processor..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(STREAM, FLOW);
}
