package dev.nabla;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Who may know whom. A new package has to be given its place here, or {@code ensureAll...} says so.
 */
class ArchitectureTest {
  private static JavaClasses nabla;

  @BeforeAll
  static void read() {
    // The JDK's own classes are not looked into: they may be newer than what ArchUnit reads.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    nabla =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.nabla");
  }

  @Test
  void should_depend_one_way_from_the_notebooks_down_to_the_messages() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("message")
        .definedBy("dev.nabla.message")
        .layer("display")
        .definedBy("dev.nabla.display")
        .layer("matrix")
        .definedBy("dev.nabla.matrix")
        .layer("product")
        .definedBy("dev.nabla.product")
        .layer("net")
        .definedBy("dev.nabla.net")
        .layer("graph")
        .definedBy("dev.nabla.graph..")
        .layer("exercise")
        .definedBy("dev.nabla.exercise..")
        .layer("practice")
        .definedBy("dev.nabla.practice")
        .layer("facade")
        .definedBy("dev.nabla")
        .layer("kernel")
        .definedBy("dev.nabla.kernel..")
        .layer("notebooks")
        .definedBy("dev.nabla.notebooks..")
        .whereLayer("message")
        .mayNotAccessAnyLayer()
        .whereLayer("display")
        .mayOnlyAccessLayers("message")
        .whereLayer("matrix")
        .mayOnlyAccessLayers("message", "display")
        .whereLayer("product")
        .mayNotAccessAnyLayer()
        .whereLayer("net")
        .mayOnlyAccessLayers("message", "display", "matrix", "product", "graph")
        .whereLayer("graph")
        .mayOnlyAccessLayers("message", "display", "matrix")
        .whereLayer("exercise")
        .mayOnlyAccessLayers("message", "display", "matrix", "net", "graph")
        .whereLayer("practice")
        .mayOnlyAccessLayers("message", "display", "matrix", "net", "graph", "exercise")
        .whereLayer("facade")
        .mayOnlyAccessLayers("message", "display", "matrix", "net", "graph", "exercise", "practice")
        .whereLayer("kernel")
        .mayOnlyAccessLayers("message", "display", "facade")
        .ensureAllClassesAreContainedInArchitecture()
        .check(nabla);
  }

  @Test
  void should_read_formulas_into_algebra_and_put_graphs_on_top() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("algebra")
        .definedBy("dev.nabla.graph.algebra")
        .layer("formula")
        .definedBy("dev.nabla.graph.formula")
        .layer("graph")
        .definedBy("dev.nabla.graph")
        .whereLayer("algebra")
        .mayNotAccessAnyLayer()
        .whereLayer("formula")
        .mayOnlyAccessLayers("algebra")
        .ensureAllClassesAreContainedInArchitecture()
        .check(nabla.that(resideInAPackage("dev.nabla.graph..")));
  }

  @Test
  void should_find_mistakes_in_calculations_and_put_questions_on_top() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("work")
        .definedBy("dev.nabla.exercise.work")
        .layer("mistake")
        .definedBy("dev.nabla.exercise.mistake")
        .layer("exercise")
        .definedBy("dev.nabla.exercise")
        .whereLayer("work")
        .mayNotAccessAnyLayer()
        .whereLayer("mistake")
        .mayOnlyAccessLayers("work")
        .ensureAllClassesAreContainedInArchitecture()
        .check(nabla.that(resideInAPackage("dev.nabla.exercise..")));
  }

  @Test
  void should_keep_the_wire_and_the_shell_apart_and_the_advice_to_itself() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .layer("wire")
        .definedBy("dev.nabla.kernel.wire")
        .layer("advice")
        .definedBy("dev.nabla.kernel.shell.advice")
        .layer("direct")
        .definedBy("dev.nabla.kernel.shell.direct")
        .layer("shell")
        .definedBy("dev.nabla.kernel.shell")
        .layer("magic")
        .definedBy("dev.nabla.kernel.magic")
        .layer("extension")
        .definedBy("dev.nabla.kernel.extension")
        .layer("comm")
        .definedBy("dev.nabla.kernel.comm")
        .layer("session")
        .definedBy("dev.nabla.kernel.session")
        .layer("start")
        .definedBy("dev.nabla.kernel")
        .whereLayer("wire")
        .mayNotAccessAnyLayer()
        .whereLayer("advice")
        .mayNotAccessAnyLayer()
        .whereLayer("direct")
        .mayNotAccessAnyLayer()
        .whereLayer("shell")
        .mayOnlyAccessLayers("advice", "direct")
        .whereLayer("magic")
        .mayOnlyAccessLayers("shell", "advice")
        .whereLayer("extension")
        .mayOnlyAccessLayers("shell", "magic")
        .whereLayer("comm")
        .mayOnlyAccessLayers("wire")
        .whereLayer("session")
        .mayOnlyAccessLayers("wire", "comm", "shell", "magic", "extension")
        .whereLayer("start")
        .mayOnlyAccessLayers("wire", "session")
        .ensureAllClassesAreContainedInArchitecture()
        .check(nabla.that(resideInAPackage("dev.nabla.kernel..")));
  }

  @Test
  void should_need_nothing_but_java_and_ejml_for_the_language() {
    classes()
        .that()
        .resideOutsideOfPackages("dev.nabla.kernel..", "dev.nabla.notebooks..")
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage("dev.nabla..", "org.ejml..", "java.."))
        .check(nabla);
  }

  @Test
  void should_name_each_library_in_one_place() {
    only("jdk.jshell..", "dev.nabla.kernel.shell..");
    only("org.objectweb.asm..", "dev.nabla.kernel.shell", "dev.nabla.kernel.shell.direct");
    only("com.sun.tools.javac..", "dev.nabla.kernel.shell.direct");
    only("org.zeromq..", "dev.nabla.kernel.wire", "dev.nabla.notebooks.client");
    only("eu.maveniverse..", "dev.nabla.kernel.magic");
    only("org.eclipse.aether..", "dev.nabla.kernel.magic");
    only("org.dflib.jjava..", "dev.nabla.kernel.extension");
    only("picocli..", "dev.nabla.notebooks..");
    noClasses()
        .that()
        .resideInAPackage("dev.nabla.kernel.shell..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.google.gson..")
        .check(nabla);
  }

  /** Where / is none of the mounts that are listed, as in a plain chroot, that fails. */
  @Test
  void should_write_files_without_asking_where_they_are_mounted() {
    noClasses().should().callMethod(Files.class, "getFileStore", Path.class).check(nabla);
  }

  @Test
  void should_have_no_cycle_between_packages() {
    slices().matching("dev.nabla.(**)").should().beFreeOfCycles().check(nabla);
  }

  private static void only(String library, String... homes) {
    noClasses()
        .that()
        .resideOutsideOfPackages(homes)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .check(nabla);
  }
}
