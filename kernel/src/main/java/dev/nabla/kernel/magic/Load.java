package dev.nabla.kernel.magic;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.nabla.kernel.shell.Failure;
import dev.nabla.kernel.shell.Outcome;
import dev.nabla.kernel.shell.Shell;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Runs a file as if it were typed into the cell. */
final class Load implements Magic {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+[\\w.]+\\s*;");
  private static final List<String> ENDINGS = List.of(".ipynb", ".java", ".jsh", ".jshell");

  /** The files that run now: one that loads itself would never end. */
  private final Deque<Path> open = new ArrayDeque<>();

  @Override
  public String name() {
    return "load";
  }

  @Override
  public Manual manual() {
    return new Manual("Runs a script, a notebook or a Java file in this kernel.", "%load FILE")
        .details(
            "Everything that the file declares is there afterwards. Of a notebook the code cells"
                + " run, one after the other. The package of a Java file is left out.")
        .example("%load helpers.ipynb");
  }

  @Override
  public Outcome run(Invocation invocation) throws IOException {
    if (invocation.operands().size() != 1) {
      throw invocation.bad("write which file, such as %load helpers.jshell");
    }
    Word word = invocation.operands().get(0);
    Path path = FileNames.path(invocation, word);
    if (!Files.exists(path)) {
      throw invocation.bad(word, FileNames.missing(path));
    }
    if (Files.isDirectory(path)) {
      throw invocation.bad(word, word.text() + " is a folder.");
    }
    String text;
    try {
      text = Files.readString(path);
    } catch (CharacterCodingException e) {
      throw invocation.bad(word, word.text() + " is not a text in UTF-8.");
    }
    Path file = path.toRealPath();
    if (open.contains(file)) {
      throw invocation.bad(word, word.text() + " loads itself.");
    }
    boolean notebook = word.text().endsWith(".ipynb");
    List<String> cells = notebook ? cells(invocation, word, text) : List.of(withoutPackage(text));
    open.push(file);
    try {
      return run(invocation, file, notebook, cells);
    } finally {
      open.pop();
    }
  }

  private static Outcome run(
      Invocation invocation, Path path, boolean notebook, List<String> cells) {
    Outcome outcome = new Outcome.Nothing();
    for (int i = 0; i < cells.size(); i++) {
      outcome = invocation.cell().script(cells.get(i));
      if (outcome instanceof Outcome.Failed failed) {
        String where = path.getFileName() + (notebook ? ", code cell " + (i + 1) : "");
        return new Outcome.Failed(inFile(where, failed.failure()));
      }
    }
    return outcome;
  }

  private static Failure inFile(String where, Failure failure) {
    List<String> report = new ArrayList<>(failure.report());
    report.add(0, "In " + where + ":");
    return new Failure(failure.name(), where + ": " + failure.message(), report);
  }

  /** The same text with blanks for the package, so that all places stay the same. */
  private static String withoutPackage(String text) {
    Matcher found = PACKAGE.matcher(text);
    return found.find()
        ? text.substring(0, found.start())
            + found.group().replaceAll("[^\\n]", " ")
            + text.substring(found.end())
        : text;
  }

  private static List<String> cells(Invocation invocation, Word word, String text) {
    try {
      JsonObject notebook = JsonParser.parseString(text).getAsJsonObject();
      String language = language(notebook);
      if (!language.equalsIgnoreCase("java")) {
        throw invocation.bad(
            word, word.text() + " is a notebook in " + language + ", not in Java.");
      }
      List<String> cells = new ArrayList<>();
      for (JsonElement each : notebook.getAsJsonArray("cells")) {
        JsonObject cell = each.getAsJsonObject();
        if (cell.get("cell_type").getAsString().equals("code")) {
          cells.add(source(cell.get("source")));
        }
      }
      return cells;
    } catch (JsonParseException
        | IllegalStateException
        | NullPointerException
        | ClassCastException
        | UnsupportedOperationException e) {
      throw invocation.bad(word, word.text() + " is not a notebook that can be read.");
    }
  }

  private static String language(JsonObject notebook) {
    JsonObject metadata = notebook.getAsJsonObject("metadata");
    for (String key : List.of("kernelspec language", "language_info name")) {
      String[] names = key.split(" ");
      if (metadata != null
          && metadata.get(names[0]) instanceof JsonObject info
          && info.has(names[1])) {
        return info.get(names[1]).getAsString();
      }
    }
    return "java";
  }

  /** A notebook keeps text as one string, or as a list of lines. */
  private static String source(JsonElement source) {
    if (!source.isJsonArray()) {
      return source.getAsString();
    }
    StringBuilder text = new StringBuilder();
    source.getAsJsonArray().forEach(each -> text.append(each.getAsString()));
    return text.toString();
  }

  @Override
  public List<String> complete(String word, Shell shell) {
    return FileNames.complete(word, name -> ENDINGS.stream().anyMatch(name::endsWith));
  }
}
