package dev.nabla.notebooks.author;

import com.google.gson.JsonObject;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.Cell;
import dev.nabla.notebooks.model.Notebook;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nabla new}: writes a notebook with one whole exercise, to be changed into another. */
@Command(
    name = "new",
    description =
        "Write a notebook with one whole exercise to start from. It lints without errors.")
public final class New implements Callable<Integer> {
  @Parameters(paramLabel = "NAME", description = "The file to write, with or without .ipynb.")
  private Path name;

  @Mixin private Console console;

  /** Data, net, exercise; answer and check; hint; picture: six lines. */
  static Notebook notebook(String title) {
    return Notebook.of(
        List.of(
            Cell.markdown(
                "title",
                "# "
                    + title
                    + "\n\nTwo examples, one per column, go through a net of three relu units. Work by"
                    + " hand, then check."),
            Cell.code(
                "given",
                """
                var X = matrix("2 2; -1 3"); var Y = row(1, 7);
                var net = net().layer(matrix("-2 2; 2 1; -1 1"), relu).layer(row(-1, 1, -2)).loss(squaredError.half().mean());
                exercise("1", net.forward(X).backward(Y)).step(0.5)"""),
            Cell.markdown("question", "## 1\n\nWhat is $\\partial L/\\partial W_1$?"),
            Cell.code(
                "answer-1-dW1",
                """
                var dW1 = net.forward(X).backward(Y).dW(1);   // ANSWER 1-dW1 points=2
                check("1 dW1", dW1)"""),
            Cell.code("hint", "hint(\"1 dW1\")"),
            Cell.code("picture", "net.draw()")));
  }

  @Override
  public Integer call() throws IOException {
    String file = name.getFileName().toString();
    Path path = file.endsWith(".ipynb") ? name : name.resolveSibling(file + ".ipynb");
    if (Files.exists(path)) {
      throw new NablaException(path + " is there already. Choose another name.");
    }
    NotebookFile.write(path, notebook(file.replaceFirst("\\.ipynb$", "")));
    JsonObject document = new JsonObject();
    document.addProperty("ok", true);
    document.addProperty("file", path.toString());
    console.result("wrote " + path + "; next: nabla lint " + path, document);
    return 0;
  }
}
