package dev.nabla.notebooks.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandTest {
  private static final String HEADER = "student,question,points\n";

  @TempDir Path folder;

  private Hand hand(String lines) throws IOException {
    return Hand.read(Files.writeString(folder.resolve("marks.csv"), lines));
  }

  @Test
  void should_read_points_that_a_person_gave() throws IOException {
    Hand hand = hand(HEADER + "ada,why,1.5\nada,how,2\n\"Groß, Jürgen\",why,0\nbob,why,\n");

    assertThat(hand.of("ada")).isEqualTo(Map.of("why", 1.5, "how", 2.0));
    assertThat(hand.of("Groß, Jürgen")).isEqualTo(Map.of("why", 0.0));
    assertThat(hand.of("bob")).isEmpty();
    assertThat(hand.of("nobody")).isEmpty();
  }

  @Test
  void should_say_what_is_wrong_with_the_table() {
    Path file = folder.resolve("marks.csv");

    assertThatThrownBy(() -> hand("ada,why,1\n"))
        .hasMessage(file + ": its first line is to be student,question,points");
    for (String line : List.of("ada,why", "ada,why,-1", "ada,why,one")) {
      assertThatThrownBy(() -> hand(HEADER + line))
          .hasMessage(file + ": " + line + ": a line is such as ada,3-why,1.5");
    }
    assertThatThrownBy(() -> hand(HEADER + "ada,why,1\nada,why,2"))
        .hasMessage(file + ": ada,why,2: this student and question are there twice.");
  }

  @Test
  void should_take_points_only_for_what_was_asked_and_handed_in() throws IOException {
    Path file = folder.resolve("marks.csv");
    Sheet sheet = Sheet.of(Classroom.sheet(), false);
    List<Submission> submissions = List.of(new Submission("ada", file, null));
    Hand good = hand(HEADER + "ada,why,2");
    good.requireAsked(sheet);
    good.requireAmong(submissions);

    Hand unknown = hand(HEADER + "ada,2 dW1,2");
    assertThatThrownBy(() -> unknown.requireAsked(sheet))
        .hasMessage(file + ": 2 dW1 is no answer in words. Those are: why.");
    Hand generous = hand(HEADER + "ada,why,2.5");
    assertThatThrownBy(() -> generous.requireAsked(sheet))
        .hasMessage(file + ": ada has 2.5 points for why, which is worth 2.");
    Hand stranger = hand(HEADER + "adda,why,2");
    assertThatThrownBy(() -> stranger.requireAmong(submissions))
        .hasMessage(file + ": there is no submission of adda.");
  }
}
