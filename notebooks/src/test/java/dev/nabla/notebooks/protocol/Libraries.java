package dev.nabla.notebooks.protocol;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** Libraries compiled against the finished jar, as somebody else would compile them. */
final class Libraries {
  private Libraries() {}

  /**
   * Writes a jar with one class.
   *
   * @param services what the class is a service for
   */
  static void jar(Path file, String name, String source, String... services) throws IOException {
    Path folder = Files.createTempDirectory(file.getParent(), "classes");
    Path text = folder.resolve(name.substring(name.lastIndexOf('.') + 1) + ".java");
    Files.writeString(text, source);
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "--release",
                "17",
                "-cp",
                System.getProperty("nabla.jar"),
                "-d",
                folder.toString(),
                text.toString());
    if (status != 0) {
      throw new IllegalArgumentException(name + " does not compile");
    }
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file));
        Stream<Path> classes = Files.walk(folder)) {
      for (Path each : classes.filter(e -> e.toString().endsWith(".class")).toList()) {
        jar.putNextEntry(new ZipEntry(folder.relativize(each).toString()));
        jar.write(Files.readAllBytes(each));
      }
      for (String each : services) {
        jar.putNextEntry(new ZipEntry("META-INF/services/" + each));
        jar.write(name.getBytes(StandardCharsets.UTF_8));
      }
    }
  }
}
