package dev.nabla.notebooks.grade;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.NotebookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder of a class's grades: {@code results/STUDENT.json} and {@code feedback/STUDENT.html}
 * for each, both written whole or not at all, so that a run that was cut off can go on.
 */
record Results(Path folder) {
  private static final String ENDING = ".json";

  private Path file(String student) {
    return folder.resolve("results").resolve(student + ENDING);
  }

  Path page(String student) {
    return folder.resolve("feedback").resolve(student + ".html");
  }

  /** The grade of a student, if it is there, complete and of this key; else null. */
  Result find(String student, String key) {
    try {
      Result result = read(file(student));
      return result.key().equals(key) && Files.exists(page(student)) ? result : null;
    } catch (IOException | NablaException notThere) {
      return null;
    }
  }

  /** Keeps a grade and its page; the grade last, for it says that both are there. */
  void write(Result result, String html) throws IOException {
    String json =
        new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .serializeNulls()
            .create()
            .toJson(result.json());
    NotebookFile.write(page(result.student()), html);
    NotebookFile.write(file(result.student()), json + "\n");
  }

  /**
   * All grades, in the order of the names.
   *
   * @throws NablaException if there are none, or one cannot be read
   */
  List<Result> all() throws IOException {
    List<Result> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("results"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
        all.add(read(file));
      }
    } catch (NoSuchFileException e) {
      throw new NablaException(folder + ": there are no results in it. Grade first, with -o.");
    }
    if (all.isEmpty()) {
      throw new NablaException(folder + ": there are no results in it. Grade first, with -o.");
    }
    all.sort(Comparator.comparing(Result::student));
    return all;
  }

  private static Result read(Path file) throws IOException {
    try {
      JsonObject json =
          new GsonBuilder().create().fromJson(Files.readString(file), JsonObject.class);
      return Result.of(json);
    } catch (JsonParseException
        | NullPointerException
        | IllegalStateException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw new NablaException(file + ": this is no result. Delete it and grade again.");
    }
  }
}
