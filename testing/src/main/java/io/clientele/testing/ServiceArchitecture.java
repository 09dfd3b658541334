package io.clientele.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/**
 * The shape of every service: a domain that knows nothing but the JDK and the event contract,
 * adapters around it that never see each other, and {@code app}, which wires them.
 */
public final class ServiceArchitecture {

  private static final String CONTRACT = "io.clientele.contract..";
  private static final String WIRING = ".app..";

  private final String root;
  private final List<String> adapters;
  private final List<String> libraries;

  /**
   * The rules for one service.
   *
   * @param root the service's root package, such as {@code io.clientele.profile}
   * @param adapters its border packages, relative to the root, such as {@code streams} and {@code
   *     rest}; every other package but {@code app} is domain
   */
  public ServiceArchitecture(String root, String... adapters) {
    this(root, List.of(adapters), List.of());
  }

  private ServiceArchitecture(String root, List<String> adapters, List<String> libraries) {
    this.root = root;
    this.adapters = adapters;
    this.libraries = libraries;
  }

  /**
   * The same rules, where the domain's matter itself needs a library.
   *
   * @param packages as ArchUnit writes them, such as {@code com.fasterxml.jackson..}
   */
  public ServiceArchitecture domainMayUse(String... packages) {
    return new ServiceArchitecture(root, adapters, List.of(packages));
  }

  /**
   * Fails, naming every offending dependency, if the service has lost this shape, and likewise if
   * the root or an adapter has no classes: a rule about nothing holds always.
   */
  public void check() {
    JavaClasses service =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(root);
    everyNameIsThatOfAPackage(service);
    domainKnowsOnlyJavaAndTheContract(service);
    adaptersNeverSeeEachOther(service);
    onlyWiringSeesWiring(service);
    slices().matching(root + ".(*)..").should().beFreeOfCycles().check(service);
  }

  private void everyNameIsThatOfAPackage(JavaClasses service) {
    assertThat(service.stream()).as("classes of %s", root).isNotEmpty();
    for (String adapter : adapters) {
      assertThat(service.stream())
          .as("classes of %s", packageOf(adapter))
          .anyMatch(JavaClass.Predicates.resideInAPackage(packageOf(adapter)));
    }
  }

  private void domainKnowsOnlyJavaAndTheContract(JavaClasses service) {
    classes()
        .that(areDomain())
        .should()
        .onlyDependOnClassesThat(
            areDomain()
                .or(JavaClass.Predicates.resideInAnyPackage("java..", CONTRACT))
                .or(JavaClass.Predicates.resideInAnyPackage(libraries.toArray(String[]::new)))
                .as("are domain, java.*, the event contract or " + libraries))
        .check(service);
  }

  private void adaptersNeverSeeEachOther(JavaClasses service) {
    for (String adapter : adapters) {
      String[] others =
          adapters.stream()
              .filter(other -> !other.equals(adapter))
              .map(this::packageOf)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(packageOf(adapter))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(service);
    }
  }

  private void onlyWiringSeesWiring(JavaClasses service) {
    noClasses()
        .that()
        .resideOutsideOfPackage(root + WIRING)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + WIRING)
        .check(service);
  }

  private DescribedPredicate<JavaClass> areDomain() {
    DescribedPredicate<JavaClass> border =
        JavaClass.Predicates.resideInAnyPackage(
            adapters.stream().map(this::packageOf).toArray(String[]::new));
    return JavaClass.Predicates.resideInAPackage(root + "..")
        .and(DescribedPredicate.not(border))
        .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(root + WIRING)))
        .as("are domain of %s", root);
  }

  private String packageOf(String adapter) {
    return root + "." + adapter + "..";
  }
}
