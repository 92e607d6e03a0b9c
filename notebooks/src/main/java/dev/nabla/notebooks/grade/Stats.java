package dev.nabla.notebooks.grade;

import com.google.gson.JsonObject;
import dev.nabla.display.Display;
import dev.nabla.display.Showable;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.model.NotebookFile;
import dev.nabla.notebooks.tool.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nabla stats}: which mistakes a class makes. */
@Command(
    name = "stats",
    description = {
      "Show which mistakes a class makes, question by question, from graded work.",
      "What the names of mistakes mean is in docs/mistakes.md."
    })
public final class Stats implements Callable<Integer> {
  @Parameters(paramLabel = "RESULTS", description = "The folder OUT of nabla grade.")
  private Path results;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "Write a page with the table and bars.")
  private Path html;

  @Mixin private Console console;

  @Override
  public Integer call() throws IOException {
    Statistics statistics = Statistics.of(new Results(results).all());
    if (statistics.questions().isEmpty()) {
      throw new NablaException(results + ": none of the submissions in it could be graded.");
    }
    if (html != null) {
      Showable table = statistics::table;
      String shown = Display.bundle(table, "").get(Display.HTML);
      NotebookFile.write(html, Page.of("Mistakes of the class", shown + Bars.html(statistics)));
      console.progress("wrote " + html);
    }
    JsonObject document = statistics.json();
    document.addProperty("ok", true);
    console.result(Display.text(statistics.table()), document);
    return 0;
  }
}
