package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Pictures as LaTeX takes them in. That a PDF reader draws them is judged with the front ends. */
class PaperTest {
  private static final List<String> DRAWN =
      List.of("network", "circuit", "loss curve", "training", "decision boundary", "weights");

  @Test
  void should_put_every_picture_on_paper() {
    for (String name : DRAWN) {
      Map<String, String> bundle = bundle(Gallery.views().get(name));

      assertThat(bundle).as(name).containsKey(Display.PDF).doesNotContainKey(Display.LATEX);
    }
    assertThat(bundle(Gallery.views().get("matrix"))).doesNotContainKey(Display.PDF);
  }

  @Test
  void should_write_words_above_their_picture() {
    String paper = paper(Gallery.views().get("training"));

    assertThat(paper)
        .containsSubsequence("/F1 12 Tf", "(train: 100 epochs", "/F0 13 Tf", "(Loss) Tj");
  }

  @Test
  void should_write_lines_below_each_other_without_a_gap() {
    View line = new View.Line(Notation.of("words"));
    View chart = Gallery.views().get("loss curve");

    assertThat(height(new View.Stack(List.of(line, line, chart))))
        .isEqualTo(height(new View.Stack(List.of(line, chart))) + 0.75 * 15, within(0.01));
  }

  private static double height(View view) {
    Matcher box = Pattern.compile("/MediaBox \\[0 0 \\S+ (\\S+)\\]").matcher(paper(view));
    assertThat(box.find()).isTrue();
    return Double.parseDouble(box.group(1));
  }

  @Test
  void should_write_indices_lower_and_greek_letters_and_signs_in_their_font() {
    View.Node node = new View.Node(Symbols.of("theta1"), View.Shape.UNIT, 0, "✓ (a) \\ 漢", null);
    String paper = paper(new View.Diagram("One unit.", List.of(), List.of(node), List.of()));

    assertThat(paper).containsSubsequence("/F2 14 Tf\n(q) Tj", "/F0 10.5 Tf\n(1) Tj");
    assertThat(paper).containsSubsequence("/F3 12 Tf\n(4) Tj", "( \\(a\\) \\\\ ?) Tj");
  }

  @Test
  void should_number_the_rows_of_a_matrix_downward() {
    assertThat(paper(Gallery.views().get("weights")))
        .containsSubsequence("(10) Tj", "(20) Tj", "(5) Tj", "(10) Tj", "(15) Tj");
  }

  @Test
  void should_say_where_each_object_begins() {
    String paper = paper(Gallery.views().get("decision boundary"));
    Matcher place = Pattern.compile("(\\d{10}) 00000 n").matcher(paper);

    int objects = 0;
    while (place.find()) {
      objects++;
      assertThat(paper.substring(Integer.parseInt(place.group(1)))).startsWith(objects + " 0 obj");
    }
    assertThat(objects).isEqualTo(5); // catalog, pages, page, its content, the colors
    int table = Integer.parseInt(paper.split("startxref\n")[1].split("\n")[0]);
    assertThat(paper.substring(table)).startsWith("xref\n0 6\n");
  }

  private static Map<String, String> bundle(View view) {
    return Display.bundle(view, null);
  }

  private static String paper(View view) {
    byte[] file = Base64.getDecoder().decode(bundle(view).get(Display.PDF));
    return new String(file, StandardCharsets.ISO_8859_1);
  }
}
