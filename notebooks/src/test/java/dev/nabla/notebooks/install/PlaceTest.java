package dev.nabla.notebooks.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Jupyter's own rules, from the documentation of jupyter_core.paths. */
class PlaceTest {
  @Test
  void should_find_the_data_folder_as_jupyter_does() {
    assertThat(Place.user(Map.of("HOME", "/home/a b"), "Linux"))
        .isEqualTo(Path.of("/home/a b/.local/share/jupyter"));
    assertThat(Place.user(Map.of("HOME", "/home/a", "XDG_DATA_HOME", "/data"), "Linux"))
        .isEqualTo(Path.of("/data/jupyter"));
    assertThat(Place.user(Map.of("HOME", "/Users/a", "XDG_DATA_HOME", "/data"), "Mac OS X"))
        .isEqualTo(Path.of("/Users/a/Library/Jupyter"));
    assertThat(Place.user(Map.of("HOME", "/Users/a"), "Windows 11"))
        .isEqualTo(Path.of("/Users/a/.jupyter/data"));
    assertThat(Place.user(Map.of("HOME", "/Users/a", "APPDATA", "/roaming"), "Windows 11"))
        .isEqualTo(Path.of("/roaming/jupyter"));
  }

  @Test
  void should_let_a_variable_of_jupyter_win_and_pass_over_an_empty_one() {
    assertThat(Place.user(Map.of("HOME", "/home/a", "JUPYTER_DATA_DIR", "/mine"), "Linux"))
        .isEqualTo(Path.of("/mine"));
    assertThat(Place.user(Map.of("HOME", "/home/a", "JUPYTER_DATA_DIR", ""), "Linux"))
        .isEqualTo(Path.of("/home/a/.local/share/jupyter"));
  }
}
