package dev.nabla.kernel.shell;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What every cell may use without an import. */
final class Preload {
  /**
   * All on demand, so that a student's own class or method of the same name wins. The first one is
   * a package that nobody imports by hand: JShell knows all of them by it.
   */
  static final List<String> IMPORTS =
      List.of(
          "dev.nabla.net.*",
          "dev.nabla.graph.*",
          "dev.nabla.exercise.*",
          "dev.nabla.matrix.*",
          "dev.nabla.display.*",
          "dev.nabla.*",
          "org.ejml.simple.*",
          "java.io.*",
          "java.math.*",
          "java.net.*",
          "java.nio.charset.*",
          "java.nio.file.*",
          "java.text.*",
          "java.time.*",
          "java.util.*",
          "java.util.concurrent.*",
          "java.util.concurrent.atomic.*",
          "java.util.function.*",
          "java.util.regex.*",
          "java.util.stream.*",
          "static dev.nabla.kernel.shell.Results.*",
          "static java.lang.Math.*",
          "static dev.nabla.Nabla.*");

  /** Each as it stands in a source. */
  private static final List<String> DECLARATIONS =
      IMPORTS.stream().map(each -> "import " + each + ";").toList();

  private static final List<String> STATIC_DECLARATIONS =
      DECLARATIONS.stream().filter(each -> each.startsWith("import static ")).toList();

  /** What most cells use of {@code java.lang}, and no other package has: it needs no import. */
  static final Set<String> WITHOUT_IMPORT =
      Set.of("System", "String", "Math", "Integer", "Double", "Boolean", "StringBuilder");

  private Preload() {}

  /**
   * The imports that code needs, each as it stands in a source. A package gives classes alone, and
   * their names begin with a capital; to list all packages takes a new compiler long.
   *
   * @param names all that the code mentions and that is no variable
   */
  static List<String> declarationsFor(Collection<String> names) {
    boolean needPackages =
        names.stream()
            .anyMatch(
                each -> Character.isUpperCase(each.charAt(0)) && !WITHOUT_IMPORT.contains(each));
    return needPackages ? DECLARATIONS : STATIC_DECLARATIONS;
  }

  /**
   * All imports as one snippet. JShell takes the first and keeps the text of all of them, which
   * saves a round of compiling for each; {@code PreloadTest} holds it to that.
   */
  static String asOneSnippet() {
    return String.join("\n", DECLARATIONS) + "\n";
  }
}
