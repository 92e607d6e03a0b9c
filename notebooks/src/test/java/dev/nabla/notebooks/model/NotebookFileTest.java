package dev.nabla.notebooks.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dev.nabla.message.NablaException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class NotebookFileTest {
  @TempDir Path folder;

  static Stream<Path> worksheets() throws IOException {
    return Files.list(Path.of("worksheets")).filter(file -> file.toString().endsWith(".ipynb"));
  }

  @ParameterizedTest
  @MethodSource("worksheets")
  void should_write_what_it_read(Path worksheet) throws IOException {
    String original = Files.readString(worksheet);

    String written = NotebookFile.read(worksheet).text();

    assertThat(JsonParser.parseString(written)).isEqualTo(JsonParser.parseString(original));
    assertThat(NotebookFile.parse(written).text()).isEqualTo(written);
  }

  @Test
  void should_write_as_jupyter_does_and_keep_what_it_does_not_know() {
    Notebook notebook =
        NotebookFile.parse(
            """
            {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "zebra": 1.50, "cells": [
              {"cell_type": "code", "id": "a", "metadata": {"collapsed": true}, "outputs": [],
               "execution_count": null, "source": "é = \\"ü\\"\\n<b>\\t\\u0001", "mine": [1, {}]}]}
            """);

    assertThat(notebook.text())
        .isEqualTo(
            """
            {
             "cells": [
              {
               "cell_type": "code",
               "execution_count": null,
               "id": "a",
               "metadata": {
                "collapsed": true
               },
               "mine": [
                1,
                {}
               ],
               "outputs": [],
               "source": "é = \\"ü\\"\\n<b>\\t\\u0001"
              }
             ],
             "metadata": {},
             "nbformat": 4,
             "nbformat_minor": 5,
             "zebra": 1.50
            }
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|not a notebook: the file is empty.",
        "[1, 2]|not a notebook: it has no nbformat.",
        "{\"cells\": []}|not a notebook: it has no nbformat.",
        "{\"nbformat\": 3, \"worksheets\": []}|the notebook has format 3, but 4 is read. Open it in"
            + " Jupyter and save it, which brings it up to date.",
        "{\"nbformat\": 4}|not a notebook: it has no list of cells.",
        "{\"nbformat\": 4, \"cells\": 7}|not a notebook: it has no list of cells.",
        "{\"nbformat\": 4, \"cells\": [{\"source\": \"1\"}]}|not a notebook: cell 1 has no type that"
            + " is known.",
        "{\"nbformat\": 4, \"cells\": [{\"cell_type\": \"code\"}]}|not a notebook: cell 1 has no"
            + " source.",
        "{\"nbformat\": 4, \"cells\": [{\"cell_ty|the notebook is cut off: its JSON ends too early.",
        "{\"nbformat\": 4, \"cells\": [|the notebook is cut off: its JSON ends too early.",
        "{\"nbformat\": 4, \"cells\": []} {}|not a notebook: it is no JSON (line 1 column 31).",
        "hello|not a notebook: it is no JSON (line 1 column 1)."
      })
  void should_say_in_one_sentence_what_is_wrong(String text, String sentence) {
    assertThatThrownBy(() -> NotebookFile.parse(text))
        .isInstanceOf(NablaException.class)
        .hasMessage(sentence);
  }

  @Test
  void should_refuse_what_is_no_file_of_ours() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.txt"), "x");
    Path latin = folder.resolve("größe.ipynb");
    Files.write(latin, "{\"größe\": 1}".getBytes(StandardCharsets.ISO_8859_1));
    Path python =
        Files.writeString(
            folder.resolve("p.ipynb"),
            "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"kernelspec\":"
                + " {\"name\": \"python3\", \"language\": \"python\"}}}");

    assertThatThrownBy(() -> NotebookFile.read(folder))
        .hasMessage("this is a folder, not a notebook.");
    assertThatThrownBy(() -> NotebookFile.read(folder.resolve("none.ipynb")))
        .hasMessage("there is no such file.");
    assertThatThrownBy(() -> NotebookFile.read(text))
        .hasMessage("not a notebook: its name ends neither in .ipynb nor in .jsh or .java.");
    assertThatThrownBy(() -> NotebookFile.read(latin))
        .hasMessage("not a notebook: it is no text in UTF-8.");
    assertThatThrownBy(() -> NotebookFile.read(python))
        .hasMessage(
            "this notebook is written for a kernel of python, not of java. Choose the kernel Java"
                + " (Nabla) in it and save it.");
  }

  @Test
  void should_not_read_a_hundred_megabytes_of_outputs() throws IOException {
    Path large = folder.resolve("large.ipynb");
    try (var file =
        Files.newByteChannel(
            large,
            java.util.EnumSet.of(
                java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE))) {
      // A hole: the length counts, not the disk.
      file.position((100 << 20) - 1).write(java.nio.ByteBuffer.wrap(new byte[1]));
    }

    assertThatThrownBy(() -> NotebookFile.read(large))
        .hasMessage(
            "the file has 100 MB, more than the 64 MB that are read. Clear its outputs and save it"
                + " again.");
  }

  @Test
  void should_read_scripts_as_cells() throws IOException {
    Path script =
        Files.writeString(
            folder.resolve("s.jsh"),
            "// %% [markdown]\n// # Title\n// %%\nint a = 1;\na\n\n// %%\na + 1\n");
    Path program =
        Files.writeString(
            folder.resolve("P.java"),
            "package x.y;\n\npublic class P {\n  public static void main(String[] args) {}\n}\n");

    assertThat(NotebookFile.read(script).cells())
        .extracting(cell -> cell.type() + ": " + cell.source())
        .containsExactly("markdown: # Title", "code: int a = 1;\na", "code: a + 1");
    assertThat(NotebookFile.read(program).cells())
        .extracting(Cell::source)
        .containsExactly(
            "public class P {\n  public static void main(String[] args) {}\n}",
            "P.main(new String[0]);");
  }

  @Test
  void should_write_whole_or_not_at_all() throws IOException {
    Path file = Files.writeString(folder.resolve("n.ipynb"), "before");
    Notebook notebook = Notebook.of(java.util.List.of(Cell.code("a", "1")));

    assertThatThrownBy(() -> NotebookFile.write(file.resolve("below.ipynb"), notebook))
        .isInstanceOf(IOException.class);
    assertThat(file).hasContent("before");
    NotebookFile.write(file, notebook);

    assertThat(NotebookFile.read(file).cell("a").source()).isEqualTo("1");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
