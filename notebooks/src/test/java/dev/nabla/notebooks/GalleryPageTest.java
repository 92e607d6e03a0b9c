package dev.nabla.notebooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/gallery.md} is made from the executed gallery, here. */
class GalleryPageTest {
  private static final Path NOTEBOOK = Path.of("gallery", "gallery.ipynb");
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path NEW = Path.of("target", "docs");
  private static final String PICTURES = "images/gallery";

  @Test
  void should_be_the_page_in_docs() throws IOException {
    Map<String, byte[]> files = GalleryPage.of(NOTEBOOK);
    write(files);

    String remedy =
        "docs/gallery.md is out of date: rm docs/images/gallery/*; cp -r notebooks/%s .";
    assertThat(committed()).as(remedy, NEW).containsExactlyInAnyOrderElementsOf(files.keySet());
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path place = DOCS.resolve(file.getKey());
      assertThat(place).as(remedy, NEW).hasBinaryContent(file.getValue());
    }
  }

  private static void write(Map<String, byte[]> files) throws IOException {
    Path pictures = Files.createDirectories(NEW.resolve(PICTURES));
    try (Stream<Path> old = Files.list(pictures)) {
      for (Path each : old.toList()) {
        Files.delete(each);
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Files.write(NEW.resolve(file.getKey()), file.getValue());
    }
  }

  private static List<String> committed() throws IOException {
    try (Stream<Path> pictures = Files.list(DOCS.resolve(PICTURES))) {
      Stream<String> names = pictures.map(each -> PICTURES + "/" + each.getFileName());
      return Stream.concat(names, Stream.of("gallery.md")).toList();
    }
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

    Map<String, byte[]> files = GalleryPage.of(notebook);

    assertThat(files).containsOnlyKeys("images/gallery/b.svg", "gallery.md");
    assertThat(files.get("images/gallery/b.svg")).asString(UTF_8).isEqualTo("<svg/>");
    assertThat(files.get("gallery.md"))
        .asString(UTF_8)
        .isEqualTo(
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
