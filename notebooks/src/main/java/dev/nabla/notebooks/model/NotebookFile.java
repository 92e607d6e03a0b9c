package dev.nabla.notebooks.model;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import dev.nabla.message.NablaException;
import dev.nabla.notebooks.tool.Permissions;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads and writes notebooks, and reads scripts as notebooks. */
public final class NotebookFile {
  /** More than this is no notebook that a person wrote or a page can show. */
  private static final long LARGEST = 64L << 20;

  private static final Set<String> CELL_TYPES = Set.of("code", "markdown", "raw");

  private NotebookFile() {}

  /**
   * Reads a notebook ({@code .ipynb}) or a script ({@code .jsh}, {@code .jshell}, {@code .java}).
   *
   * @throws NablaException saying in one sentence why this is no notebook for Nabla
   */
  public static Notebook read(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (Files.isDirectory(file)) {
      throw new NablaException("this is a folder, not a notebook.");
    }
    if (!Files.exists(file)) {
      throw new NablaException("there is no such file.");
    }
    if (!name.endsWith(".ipynb") && !Script.isOne(name)) {
      throw new NablaException(
          "not a notebook: its name ends neither in .ipynb nor in .jsh or .java.");
    }
    String text = text(file);
    if (Script.isOne(name)) {
      return Script.read(name, text);
    }
    Notebook notebook = parse(text);
    if (!notebook.language().equals("java")) {
      throw new NablaException(
          "this notebook is written for a kernel of "
              + notebook.language()
              + ", not of java. Choose the kernel Java (Nabla) in it and save it.");
    }
    return notebook;
  }

  private static String text(Path file) throws IOException {
    try {
      long size = Files.size(file);
      if (size > LARGEST) {
        throw new NablaException(
            "the file has "
                + (size >> 20)
                + " MB, more than the "
                + (LARGEST >> 20)
                + " MB that are read. Clear its outputs and save it again.");
      }
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new NablaException("not a notebook: it is no text in UTF-8.");
    }
  }

  /**
   * A notebook from its text.
   *
   * @throws NablaException if it is none
   */
  public static Notebook parse(String text) {
    if (text.isBlank()) {
      throw new NablaException("not a notebook: the file is empty.");
    }
    JsonElement json = json(text);
    if (!(json instanceof JsonObject object)
        || !(object.get("nbformat") instanceof JsonPrimitive)) {
      throw new NablaException("not a notebook: it has no nbformat.");
    }
    String format = object.get("nbformat").getAsString();
    if (!format.equals("4")) {
      throw new NablaException(
          "the notebook has format "
              + format
              + ", but 4 is read. Open it in Jupyter and save it, which brings it up to date.");
    }
    return notebook(object);
  }

  private static JsonElement json(String text) {
    try (JsonReader reader = new JsonReader(new StringReader(text))) {
      reader.setStrictness(Strictness.STRICT);
      JsonElement json = new Gson().getAdapter(JsonElement.class).read(reader);
      // Fails where something follows.
      reader.peek();
      return json;
    } catch (EOFException e) {
      throw new NablaException("the notebook is cut off: its JSON ends too early.");
    } catch (MalformedJsonException | JsonParseException e) {
      boolean ended = String.valueOf(e.getMessage()).matches("(?s).*(Unterminated|End of input).*");
      throw new NablaException(
          ended
              ? "the notebook is cut off: its JSON ends too early."
              : "not a notebook: it is no JSON (" + place(e.getMessage()) + ").");
    } catch (IOException e) {
      throw new NablaException("not a notebook: " + e.getMessage() + ".");
    }
  }

  /** {@code line 3 column 5} from the words of the library. */
  private static String place(String message) {
    String words = String.valueOf(message);
    int at = words.indexOf("line ");
    return at < 0 ? "it breaks somewhere" : words.substring(at).replaceAll("(?s) path .*", "");
  }

  private static Notebook notebook(JsonObject object) {
    try {
      List<Cell> cells = new ArrayList<>();
      for (JsonElement each : object.getAsJsonArray("cells")) {
        cells.add(cell(each.getAsJsonObject(), cells.size() + 1));
      }
      if (!(object.get("metadata") instanceof JsonObject)) {
        object.add("metadata", new JsonObject());
      }
      return new Notebook(object, cells);
    } catch (NullPointerException
        | ClassCastException
        | IllegalStateException
        | UnsupportedOperationException e) {
      throw new NablaException("not a notebook: it has no list of cells.");
    }
  }

  private static Cell cell(JsonObject cell, int place) {
    boolean type =
        cell.get("cell_type") instanceof JsonPrimitive word
            && CELL_TYPES.contains(word.getAsString());
    if (!type || !cell.has("source")) {
      throw new NablaException(
          "not a notebook: cell "
              + place
              + " has no "
              + (type ? "source." : "type that is known."));
    }
    if (!(cell.get("metadata") instanceof JsonObject)) {
      cell.add("metadata", new JsonObject());
    }
    Cell read = new Cell(cell);
    read.source();
    return read;
  }

  /** Writes a notebook whole or not at all. */
  public static void write(Path file, Notebook notebook) throws IOException {
    write(file, notebook.text());
  }

  /** Writes a text whole or not at all. */
  public static void write(Path file, String text) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, ".nabla-", ".part");
    try {
      Files.writeString(part, text);
      // A temporary file is its owner's alone; what a tool writes is as any other new file.
      Permissions.set(part, "rw-r--r--");
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException named) {
      throw named;
    } catch (IOException full) {
      throw new FileSystemException(file.toString(), null, full.getMessage());
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
