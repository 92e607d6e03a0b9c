package dev.nabla.notebooks.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java that a document tells to write into the sources. */
record Sources(List<Block> blocks) {

  static Sources of(List<Block> blocks) {
    return new Sources(
        blocks.stream().filter(each -> each.remark().matches("file .*|part")).toList());
  }

  /** Compiles them together; gives what the compiler complains of, warnings included. */
  String compile(Path folder, Path root) throws IOException {
    if (blocks.isEmpty()) {
      return "";
    }
    List<Path> files = new ArrayList<>();
    for (Block each : blocks) {
      boolean isPart = each.remark().equals("part");
      String name = isPart ? "Part" + each.line() + ".java" : each.remark().substring(5);
      Path file = folder.resolve("sources").resolve(name);
      Files.createDirectories(file.getParent());
      files.add(Files.writeString(file, isPart ? inClass(each) : each.text()));
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter messages = new StringWriter();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, UTF_8)) {
      List<String> options =
          List.of(
              "-d",
              Files.createDirectories(folder.resolve("compiled")).toString(),
              "-classpath",
              classPath(root),
              "-Xlint:all,-processing,-options,-classfile,-path",
              "--release",
              "17");
      compiler
          .getTask(
              messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
          .call();
    }
    return messages.toString();
  }

  /** Imports and members with a class around the latter. */
  private static String inClass(Block part) {
    String imports = "(?m)^import .*;$";
    String members = part.text().replaceAll(imports, "");
    StringBuilder text = new StringBuilder();
    part.text().lines().filter(line -> line.matches(imports)).forEach(text::append);
    return text + "\nfinal class Part" + part.line() + " {\n" + members + "}\n";
  }

  /** That of the tests here, and the tests of the kernel. */
  private static String classPath(Path root) {
    Path tests = root.resolve("kernel/target/test-classes");
    return System.getProperty("surefire.test.class.path") + File.pathSeparator + tests;
  }
}
