package dev.nabla.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The worksheets and the gallery, executed through a real Jupyter client. */
class WorksheetIT {
  @TempDir static Path folder;
  private static String jupyter;

  @BeforeAll
  static void makeKernelKnown() throws IOException, InterruptedException {
    Path spec = Files.createDirectories(folder.resolve("kernels/nabla"));
    JsonArray argv = new JsonArray();
    argv.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    List.of(
            "-XX:+UseSerialGC",
            "-jar",
            System.getProperty("nabla.jar"),
            "kernel",
            "{connection_file}")
        .forEach(argv::add);
    JsonObject kernel = new JsonObject();
    kernel.add("argv", argv);
    kernel.addProperty("display_name", "Java (Nabla)");
    kernel.addProperty("language", "java");
    kernel.addProperty("interrupt_mode", "message");
    Files.writeString(spec.resolve("kernel.json"), kernel.toString());
    jupyter = jupyter();
  }

  static List<Path> worksheets() throws IOException {
    List<Path> notebooks = new ArrayList<>();
    Path folder = Path.of(System.getProperty("worksheets"));
    for (Path each : List.of(folder, folder.resolveSibling("gallery"))) {
      try (Stream<Path> files = Files.list(each)) {
        files.filter(file -> file.toString().endsWith(".ipynb")).sorted().forEach(notebooks::add);
      }
    }
    return notebooks;
  }

  @ParameterizedTest
  @MethodSource("worksheets")
  void should_give_the_outputs_that_are_committed(Path worksheet) throws Exception {
    assertThat(outputs(execute(worksheet))).isEqualTo(outputs(worksheet));
  }

  /** The numbers are those of the printed worksheet, typed here and nowhere computed. */
  @Test
  void should_show_the_printed_numbers_of_worksheet_4() throws Exception {
    Path executed = execute(Path.of(System.getProperty("worksheets"), "ws4.ipynb"));

    assertThat(text(executed, "ex2-loss")).contains("0.49161");
    assertThat(text(executed, "ex2-step"))
        .containsSubsequence(
            "new W1",
            "0.6017  0.0121",
            "0.7025  0.4331",
            "0.0188  0.8791",
            "new W2",
            "0.0715  0.1330  0.0812");
    assertThat(text(executed, "ex2-after")).startsWith("0.46571183127063");
    assertThat(text(executed, "ex2-check")).contains("18 loss evaluations");
  }

  @Test
  void should_fail_where_a_given_number_is_changed() throws Exception {
    String original = Files.readString(Path.of(System.getProperty("worksheets"), "ws4.ipynb"));
    Path planted = folder.resolve("planted.ipynb");
    Files.writeString(planted, original.replace("0.7 0.43; 0 0.88", "0.7 0.34; 0 0.88"));

    assertThat(planted).content().isNotEqualTo(original);
    assertThat(run(planted).exitValue()).isNotZero();
  }

  private static Path execute(Path worksheet) throws IOException, InterruptedException {
    Process process = run(worksheet);
    assertThat(process.exitValue()).as(worksheet + ": see " + folder.resolve("log")).isZero();
    return folder.resolve("executed").resolve(worksheet.getFileName());
  }

  private static Process run(Path worksheet) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                jupyter,
                "nbconvert",
                "--to",
                "notebook",
                "--execute",
                "--output-dir",
                folder.resolve("executed").toString(),
                worksheet.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile());
    builder.environment().put("JUPYTER_PATH", folder.toString());
    Process process = builder.start();
    if (!process.waitFor(180, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(worksheet + " did not end");
    }
    return process;
  }

  /** Another Jupyter may come first on the PATH and lack nbconvert. */
  private static String jupyter() throws IOException, InterruptedException {
    for (String each : List.of("jupyter", "/usr/bin/jupyter", "/usr/local/bin/jupyter")) {
      try {
        Process probe =
            new ProcessBuilder(each, "nbconvert", "--version")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("probe").toFile())
                .start();
        if (probe.waitFor() == 0) {
          return each;
        }
      } catch (IOException e) {
        // Not there: try the next.
      }
    }
    throw new AssertionError("there is no Jupyter with nbconvert; run ./install.sh first");
  }

  /** It names a model of the running kernel, another one each time; committed files have none. */
  private static void removeWidget(JsonElement output) {
    JsonObject data = output.getAsJsonObject().getAsJsonObject("data");
    if (data != null) {
      data.remove("application/vnd.jupyter.widget-view+json");
    }
  }

  private static List<String> outputs(Path notebook) throws IOException {
    List<String> outputs = new ArrayList<>();
    for (JsonElement cell : cells(notebook)) {
      if (cell.getAsJsonObject().get("cell_type").getAsString().equals("code")) {
        JsonArray all = cell.getAsJsonObject().getAsJsonArray("outputs");
        all.forEach(WorksheetIT::removeWidget);
        outputs.add(id(cell) + ": " + all);
      }
    }
    assertThat(outputs).isNotEmpty();
    return outputs;
  }

  /** What a cell has shown, as text. */
  private static String text(Path notebook, String cellId) throws IOException {
    StringBuilder text = new StringBuilder();
    for (JsonElement cell : cells(notebook)) {
      if (id(cell).equals(cellId)) {
        for (JsonElement output : cell.getAsJsonObject().getAsJsonArray("outputs")) {
          JsonElement plain = output.getAsJsonObject().getAsJsonObject("data").get("text/plain");
          if (plain.isJsonArray()) {
            plain.getAsJsonArray().forEach(line -> text.append(line.getAsString()));
          } else {
            text.append(plain.getAsString());
          }
          text.append('\n');
        }
      }
    }
    return text.toString();
  }

  private static String id(JsonElement cell) {
    return cell.getAsJsonObject().get("id").getAsString();
  }

  private static JsonArray cells(Path notebook) throws IOException {
    return JsonParser.parseString(Files.readString(notebook))
        .getAsJsonObject()
        .getAsJsonArray("cells");
  }
}
