package dev.nabla.kernel.magic;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A library that is compiled for a test. */
final class Jar {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  /** A library with one class; its package stands in its name alone. */
  static Jar withClass(String name, String source) {
    Jar jar = new Jar();
    int dot = name.lastIndexOf('.');
    jar.compile(name, "package " + name.substring(0, dot) + ";\n" + source);
    return jar;
  }

  /** With a file that names a class as a service. */
  Jar service(String service, String provider) {
    entries.put("META-INF/services/" + service, provider.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        jar.putNextEntry(new ZipEntry(each.getKey()));
        jar.write(each.getValue());
      }
    }
    return file;
  }

  /**
   * Puts it into a repository as Maven lays one out.
   *
   * @param needs coordinates of a library it needs; empty for none
   */
  void publish(Path repository, String group, String artifact, String version, String needs)
      throws IOException {
    Path folder =
        Files.createDirectories(
            repository.resolve(group.replace('.', '/')).resolve(artifact).resolve(version));
    write(folder.resolve(artifact + "-" + version + ".jar"));
    String[] needed = needs.split(":");
    Files.writeString(
        folder.resolve(artifact + "-" + version + ".pom"),
        "<project><modelVersion>4.0.0</modelVersion>"
            + identity(group, artifact, version)
            + (needs.isEmpty()
                ? ""
                : "<dependencies><dependency>"
                    + identity(needed[0], needed[1], needed[2])
                    + "</dependency></dependencies>")
            + "</project>");
  }

  private static String identity(String group, String artifact, String version) {
    return "<groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>"
        .formatted(group, artifact, version);
  }

  private void compile(String name, String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    JavaFileObject text =
        new SimpleJavaFileObject(
            URI.create("string:///" + name.replace('.', '/') + ".java"),
            JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    JavaFileManager files =
        new ForwardingJavaFileManager<>(compiler.getStandardFileManager(null, null, null)) {
          @Override
          public JavaFileObject getJavaFileForOutput(
              Location location, String type, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + type), kind) {
              @Override
              public OutputStream openOutputStream() {
                return new ByteArrayOutputStream() {
                  @Override
                  public void close() {
                    entries.put(type.replace('.', '/') + ".class", toByteArray());
                  }
                };
              }
            };
          }
        };
    boolean compiled =
        compiler
            .getTask(
                null,
                files,
                null,
                List.of("--release", "17", "-cp", System.getProperty("java.class.path")),
                null,
                List.of(text))
            .call();
    if (!compiled) {
      throw new IllegalArgumentException(name + " does not compile");
    }
  }
}
