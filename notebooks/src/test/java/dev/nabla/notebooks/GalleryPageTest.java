package dev.nabla.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/gallery.md} is made from the executed gallery, here. */
class GalleryPageTest {
  private static final Path NOTEBOOK = Path.of("gallery", "gallery.ipynb");
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path NEW = Path.of("target", "docs");

  @Test
  void should_be_the_page_in_docs() throws IOException {
    Map<String, String> files = GalleryPage.of(NOTEBOOK);
    write(files);

    assertThat(committed())
        .as(
            "docs/gallery.md is out of date: rm docs/images/gallery/*; cp -r notebooks/target/docs .")
        .isEqualTo(new TreeMap<>(files));
  }

  private static void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path place = NEW.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.writeString(place, file.getValue());
    }
  }

  private static Map<String, String> committed() throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(DOCS)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = DOCS.relativize(file).toString().replace('\\', '/');
        if (name.equals("gallery.md") || name.startsWith("images/gallery/")) {
          files.put(name, Files.readString(file));
        }
      }
    }
    return files;
  }

  @Test
  void should_show_what_needs_no_styles(@TempDir Path folder) throws IOException {
    Path notebook = folder.resolve("small.ipynb");
    Files.writeString(
        notebook,
        """
        {"cells": [
          {"cell_type": "markdown", "id": "a", "source": ["# Title\\n", "words"]},
          {"cell_type": "code", "id": "b", "source": "W1", "outputs": [
            {"data": {"text/plain": "W1", "text/html":
              "<table style=\\"x\\"><tr><td align=\\"right\\" title=\\"0.61\\">0.6</td></tr></table>"}},
            {"text": ["epoch 1\\n"]},
            {"data": {"text/plain": "A = B", "text/html": "<div style=\\"display:inline-block\\">A</div>"}},
            {"traceback": ["\\u001b[31mnet.forward: no", "  1:1"]},
            {"data": {"text/plain": "net", "text/html":
              "<img alt=\\"A net\\" src=\\"data:image/svg+xml;base64,PHN2Zy8+\\" />"}}]}]}
        """);

    assertThat(GalleryPage.of(notebook))
        .containsOnlyKeys("images/gallery/b.svg", "gallery.md")
        .containsEntry("images/gallery/b.svg", "<svg/>\n")
        .containsEntry(
            "gallery.md",
            """
            # Title
            words

            ```java
            W1
            ```

            <table><tr><td align="right">0.6</td></tr>
            </table>

            ```text
            epoch 1
            ```

            ```text
            A = B
            ```

            ```text
            net.forward: no
              1:1
            ```

            <img alt="A net" src="images/gallery/b.svg" />
            """);
  }
}
