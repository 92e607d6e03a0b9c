package dev.nabla.notebooks.grade;

import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one student has handed in.
 *
 * @param student the name of the file or folder
 * @param file the notebook; null where none can be graded
 * @param problem why not; null where there is none
 */
record Submission(String student, Path file, String problem) {
  private static final String TIMESTAMP = "timestamp.txt";
  private static final int DEEPEST = 3;

  /**
   * The submissions in a folder, in the order of their names: STUDENT.ipynb, STUDENT/ANY.ipynb or
   * nbgrader's STUDENT/ASSIGNMENT/ANY.ipynb.
   *
   * @param notebook the name of the notebook that was handed out, without its ending
   * @param names finds the student in a name by its group {@code student}; null takes the whole
   * @throws NablaException if there are none
   */
  static List<Submission> in(Path folder, String notebook, Pattern names) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new NablaException(folder + ": there is no such folder of submissions.");
    }
    Map<String, List<Path>> found = new TreeMap<>();
    for (Path each : inside(folder)) {
      String name = each.getFileName().toString();
      if (Files.isDirectory(each)) {
        found
            .computeIfAbsent(student(name, names), key -> new ArrayList<>())
            .addAll(notebooks(each, notebook));
      } else if (name.endsWith(".ipynb")) {
        String stem = name.substring(0, name.length() - ".ipynb".length());
        found.computeIfAbsent(student(stem, names), key -> new ArrayList<>()).add(each);
      }
    }
    if (found.isEmpty()) {
      throw new NablaException(
          folder + ": there are no submissions. Expected are STUDENT.ipynb or STUDENT/*.ipynb.");
    }
    return found.entrySet().stream()
        .map(each -> of(folder, each.getKey(), each.getValue()))
        .toList();
  }

  private static Submission of(Path folder, String student, List<Path> files) {
    if (files.size() == 1) {
      return new Submission(student, files.get(0), null);
    }
    List<String> names = files.stream().map(file -> folder.relativize(file).toString()).toList();
    String problem =
        files.isEmpty()
            ? "there is no notebook in the folder."
            : "there are "
                + files.size()
                + " notebooks: "
                + String.join(", ", names)
                + ". Keep the one that counts.";
    return new Submission(student, null, problem);
  }

  /** Whatever the folder of a student has; only those of the right name or assignment if any. */
  private static List<Path> notebooks(Path folder, String notebook) throws IOException {
    List<Path> all;
    try (Stream<Path> tree = Files.walk(folder, DEEPEST)) {
      all =
          tree.filter(file -> file.toString().endsWith(".ipynb"))
              .filter(file -> !folder.relativize(file).toString().contains(".ipynb_checkpoints"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    List<Path> inAssignment =
        all.stream().filter(file -> folder.relativize(file).startsWith(notebook)).toList();
    List<Path> among = inAssignment.isEmpty() ? all : inAssignment;
    List<Path> named =
        among.stream()
            .filter(file -> file.getFileName().toString().equals(notebook + ".ipynb"))
            .toList();
    return named.isEmpty() ? among : named;
  }

  private static List<Path> inside(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  private static String student(String name, Pattern names) {
    Matcher matcher = names == null ? null : names.matcher(name);
    return matcher != null && matcher.find() ? matcher.group("student") : name;
  }

  /** When it was handed in, as nbgrader notes it; empty where it did not. */
  String timestamp() {
    if (file == null) {
      return "";
    }
    try {
      Path note = file.resolveSibling(TIMESTAMP);
      String text = Files.size(note) > 100 ? "" : Files.readString(note).strip();
      return text.matches("[\\w :.+/-]*") ? text : "";
    } catch (IOException none) {
      return "";
    }
  }
}
