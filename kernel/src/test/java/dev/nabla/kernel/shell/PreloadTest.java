package dev.nabla.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.thirdparty.com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet.Status;
import org.junit.jupiter.api.Test;

class PreloadTest {

  @Test
  void should_make_every_import_work_though_they_are_one_snippet() {
    try (JShell jshell = JShell.builder().executionEngine("local").build()) {
      assertThat(jshell.eval(Preload.asOneSnippet()))
          .singleElement()
          .satisfies(event -> assertThat(event.status()).isEqualTo(Status.VALID));
      List<String> uses =
          List.of(
              "new SimpleMatrix(1, 1)",
              "new StringReader(\"\")",
              "BigInteger.TEN",
              "URI.create(\"a\")",
              "StandardCharsets.UTF_8",
              "Path.of(\"\")",
              "LocalDate.EPOCH",
              "List.of()",
              "new AtomicInteger()",
              "Executors.class",
              "Function.identity()",
              "Pattern.compile(\"a\")",
              "Stream.of()",
              "sqrt(2)",
              "Nabla.class");
      for (String use : uses) {
        assertThat(jshell.eval(use).get(0).status()).as(use).isEqualTo(Status.VALID);
      }
    }
  }

  /** Two classes of one name, both imported on demand, could not be used by that name. */
  @Test
  void should_not_import_two_classes_of_one_name() throws IOException {
    Map<String, Set<String>> packagesOf = new TreeMap<>();
    Stream.concat(Stream.of("java.lang.*"), Preload.IMPORTS.stream())
        .filter(each -> !each.startsWith("static "))
        .map(each -> each.replace(".*", ""))
        .forEach(
            name ->
                classesIn(name)
                    .forEach(c -> packagesOf.computeIfAbsent(c, k -> new TreeSet<>()).add(name)));

    Map<String, Set<String>> ambiguous =
        packagesOf.entrySet().stream()
            .filter(each -> each.getValue().size() > 1)
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    assertThat(packagesOf).containsKeys("List", "SimpleMatrix", "Nabla");
    assertThat(ambiguous).isEmpty();
  }

  /** What {@link Preload#declarationsFor} goes by. */
  @Test
  void should_import_packages_whose_classes_begin_with_a_capital() throws IOException {
    assertThat(Preload.IMPORTS)
        .filteredOn(each -> !each.startsWith("static "))
        .allSatisfy(
            each ->
                assertThat(classesIn(each.replace(".*", "")))
                    .isNotEmpty()
                    .allMatch(name -> Character.isUpperCase(name.charAt(0))));
    assertThat(Preload.declarationsFor(List.of("net", "x"))).hasSize(3);
    assertThat(Preload.declarationsFor(List.of("net", "Map"))).hasSize(Preload.IMPORTS.size());
    assertThat(Preload.declarationsFor(List.of())).hasSize(3);
    assertThat(Preload.declarationsFor(List.of("System"))).hasSize(3);
    assertThat(classesIn("java.lang")).containsAll(Preload.WITHOUT_IMPORT);
  }

  private static Set<String> classesIn(String packageName) {
    try {
      return packageName.startsWith("java.")
          ? ofJdk(packageName)
          : ClassPath.from(PreloadTest.class.getClassLoader())
              .getTopLevelClasses(packageName)
              .stream()
              .filter(each -> java.lang.reflect.Modifier.isPublic(each.load().getModifiers()))
              .map(ClassPath.ClassInfo::getSimpleName)
              .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> ofJdk(String packageName) throws IOException {
    Path folder =
        FileSystems.getFileSystem(URI.create("jrt:/"))
            .getPath("modules/java.base/" + packageName.replace('.', '/'));
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(each -> each.getFileName().toString())
          .filter(each -> each.endsWith(".class") && !each.contains("$"))
          .map(each -> each.replace(".class", ""))
          .filter(each -> isPublic(packageName + "." + each))
          .collect(Collectors.toSet());
    }
  }

  private static boolean isPublic(String name) {
    try {
      return java.lang.reflect.Modifier.isPublic(Class.forName(name, false, null).getModifiers());
    } catch (ClassNotFoundException e) {
      return false;
    }
  }
}
