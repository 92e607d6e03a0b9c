package dev.nabla;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

/** Layers see only those below. */
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.nabla");

  private static final String KERNEL = "dev.nabla.kernel..";
  private static final String NOTEBOOKS = "dev.nabla.notebooks..";

  @Test
  void should_depend_one_way_from_notebooks_to_kernel_to_language() {
    check(
        noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(NOTEBOOKS));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(KERNEL, NOTEBOOKS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(KERNEL, NOTEBOOKS));
  }

  @Test
  void should_let_the_language_depend_on_the_jdk_and_ejml_alone() {
    check(
        noClasses()
            .that()
            .resideOutsideOfPackages(KERNEL, NOTEBOOKS)
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("java..", "javax.imageio..", "org.ejml..", "dev.nabla.."));
  }

  @Test
  void should_keep_the_layers_of_the_language() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("message")
            .definedBy("dev.nabla.message")
            .layer("display")
            .definedBy("dev.nabla.display")
            .layer("matrix")
            .definedBy("dev.nabla.matrix")
            .layer("graph")
            .definedBy("dev.nabla.graph..")
            .layer("net")
            .definedBy("dev.nabla.net")
            .layer("facade")
            .definedBy("dev.nabla")
            .whereLayer("facade")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("net")
            .mayOnlyBeAccessedByLayers("facade")
            .whereLayer("graph")
            .mayOnlyBeAccessedByLayers("facade", "net")
            .whereLayer("matrix")
            .mayOnlyBeAccessedByLayers("facade", "net", "graph")
            .whereLayer("display")
            .mayOnlyBeAccessedByLayers("facade", "net", "graph", "matrix"));
  }

  @Test
  void should_keep_the_layers_of_the_kernel() {
    check(
        layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("wire")
            .definedBy("dev.nabla.kernel.wire")
            .layer("advice")
            .definedBy("dev.nabla.kernel.shell.advice")
            .layer("shell")
            .definedBy("dev.nabla.kernel.shell")
            .layer("session")
            .definedBy("dev.nabla.kernel.session")
            .layer("program")
            .definedBy("dev.nabla.kernel")
            .whereLayer("program")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("session")
            .mayOnlyBeAccessedByLayers("program")
            .whereLayer("shell")
            .mayOnlyBeAccessedByLayers("session")
            .whereLayer("advice")
            .mayOnlyBeAccessedByLayers("shell")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("session", "program"));
  }

  @Test
  void should_keep_sockets_in_one_package_and_jshell_in_another() {
    check(
        noClasses()
            .that()
            .resideInAPackage(KERNEL)
            .and()
            .resideOutsideOfPackage("dev.nabla.kernel.wire")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.zeromq.."));
    check(
        noClasses()
            .that()
            .resideOutsideOfPackage("dev.nabla.kernel.shell..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jdk.jshell.."));
  }

  @Test
  void should_have_no_cycle_between_packages() {
    check(SlicesRuleDefinition.slices().matching("dev.nabla.(**)").should().beFreeOfCycles());
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
