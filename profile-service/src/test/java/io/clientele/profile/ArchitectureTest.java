package io.clientele.profile;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.clientele.testing.ServiceArchitecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchitectureTest {

  private static final String ROOT = "io.clientele.profile";

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void domainIsFreeOfFrameworkAndAdaptersNeverSeeEachOther() {
    // Families say how they are packed, and fold.StateFormat how every state is written.
    new ServiceArchitecture(ROOT, "rest", "streams", "kafka")
        .domainMayUse("com.fasterxml.jackson..")
        .check();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"behaviour", "purchase", "person", "preference", "engagement", "timeline"})
  void featuresKnowTheFoldAndNeitherEachOtherNorTheRoot(String feature) {
    classes()
        .that()
        .resideInAPackage(ROOT + "." + feature)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            ROOT + "." + feature,
            ROOT + ".fold",
            "io.clientele.contract..",
            "java..",
            "com.fasterxml.jackson.annotation..")
        .check(SERVICE);
  }

  @Test
  void customersKnowNeitherHowTheyAreShownNorHowTheyAreSplit() {
    noClasses()
        .that()
        .resideInAPackage(ROOT)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + ".view", ROOT + ".split")
        .check(SERVICE);
  }
}
