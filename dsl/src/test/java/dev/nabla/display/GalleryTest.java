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
}
