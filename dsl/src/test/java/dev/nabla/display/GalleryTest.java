package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Looks at every kind of output, and writes all of them out for the front ends to judge. */
class GalleryTest {
  private static final Path OUT = Path.of("target", "gallery");

  @Test
  void should_hold_every_kind_of_view() {
    Set<Class<?>> kinds = new HashSet<>();
    Gallery.views().values().forEach(view -> kinds.add(view.getClass()));

    assertThat(kinds).containsExactlyInAnyOrder(View.class.getPermittedSubclasses());
  }

  @Test
  void should_show_a_view_as_the_value_that_has_it() {
    for (View view : Gallery.views().values()) {
      Showable value = () -> view;

      assertThat(Display.bundle(view, null)).isEqualTo(Display.bundle(value, null));
    }
  }

  @Test
  void should_have_text_and_one_rich_form_for_every_view() throws IOException {
    Files.createDirectories(OUT);
    int number = 0;
    for (Map.Entry<String, View> entry : Gallery.views().entrySet()) {
      Showable value = entry::getValue;
      Map<String, String> bundle = Display.bundle(value, null);

      assertThat(bundle.get("text/plain")).as(entry.getKey()).isNotBlank();
      String rich = entry.getValue() instanceof View.Solution ? "text/markdown" : "text/html";
      assertThat(bundle).as(entry.getKey()).containsKey(rich);
      number++;
      String name = String.format(java.util.Locale.ROOT, "%02d %s", number, entry.getKey());
      for (Map.Entry<String, String> form : bundle.entrySet()) {
        String type = form.getKey().replace('/', '_');
        Files.writeString(OUT.resolve(name + "." + type), form.getValue());
      }
    }
  }

  @Test
  void should_give_every_kind_the_formats_that_front_ends_and_paper_take() {
    Map<String, View> views = Gallery.views();
    assertThat(formats(views.get("matrix")))
        .containsExactly("text/plain", "text/html", "text/latex");
    assertThat(formats(views.get("solution"))).containsExactly("text/plain", "text/markdown");
    assertThat(formats(views.get("table"))).containsExactly("text/plain", "text/html");
    assertThat(formats(views.get("circuit")))
        .containsExactly("text/plain", "text/html", "application/pdf");
    assertThat(formats(views.get("loss curve")))
        .containsExactly("text/plain", "text/html", "application/pdf");
    assertThat(formats(views.get("picture")))
        .containsExactly("text/plain", "text/html", "image/png");
    assertThat(formats(views.get("progress"))).containsExactly("text/plain", "text/html");
  }

  private static Set<String> formats(View view) {
    Showable value = () -> view;
    return Display.bundle(value, null).keySet();
  }

  @Test
  void should_write_html_that_no_host_has_to_take_apart() {
    Gallery.views()
        .forEach(
            (name, view) -> {
              Showable value = () -> view;
              String html = Display.bundle(value, null).getOrDefault("text/html", "");
              String visible =
                  html.replaceAll("(?s)<pre.*?</pre>", "").replace("<span>$</span>", "");
              assertThat(visible).as(name).doesNotContain("$", "<style", "<script", "<svg", " id=");
              assertThat(html).as(name).doesNotContain("background:#fff", "white;", "currentColor");
            });
  }
}
