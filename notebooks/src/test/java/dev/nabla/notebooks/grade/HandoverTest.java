package dev.nabla.notebooks.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.exercise.Exercise;
import dev.nabla.exercise.Exercises;
import dev.nabla.graph.Graph;
import dev.nabla.message.NablaException;
import java.util.List;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HandoverTest {
  static Stream<Object> right() {
    return Stream.of(
        "1 2.5",
        new SimpleMatrix(new double[][] {{1, 2.5}}),
        new DMatrixRMaj(new double[][] {{1, 2.5}}),
        new double[] {1, 2.5},
        new double[][] {{1, 2.5}});
  }

  private static JsonObject sent(Object value) {
    return JsonParser.parseString(Handover.pack(value).toString()).getAsJsonObject();
  }

  @ParameterizedTest
  @MethodSource("right")
  void should_judge_what_arrives_as_what_was_sent(Object answer) {
    Exercise.of("h").asks("v", new SimpleMatrix(new double[][] {{1, 2.5}}));

    assertThat(Exercises.check("h v", answer).isRight()).isTrue();
    assertThat(Exercises.check("h v", Handover.unpack(sent(answer))).isRight()).isTrue();
    assertThat(Handover.words(sent(answer))).isEqualTo("1 2.5");
  }

  @Test
  void should_send_formulas_as_their_text() {
    Graph graph = Graph.of("y = x^2");
    Exercise.of("f", graph);
    Object arrived = Handover.unpack(sent(graph.derivative("y", "x")));

    assertThat(arrived).isInstanceOf(String.class);
    assertThat(Exercises.check("f dy/dx", arrived).isRight()).isTrue();
  }

  @Test
  void should_keep_numbers_to_the_last_digit() {
    double third = 1 / 3.0;
    assertThat(Handover.unpack(sent(third))).isEqualTo(third);
    assertThat(Handover.unpack(sent(Double.NaN))).isEqualTo(Double.NaN);
    assertThat(Handover.unpack(sent(7))).isEqualTo(7L);
    assertThat(Handover.unpack(sent(null))).isEqualTo("");
  }

  @Test
  void should_say_what_no_check_can_take() {
    assertThatThrownBy(() -> Handover.unpack(sent(List.of(1))))
        .isInstanceOf(NablaException.class)
        .hasMessage("the answer is of type List, which has no numbers to compare.");
    assertThatThrownBy(() -> Handover.unpack(sent("1".repeat(30_000))))
        .hasMessage("the answer has 30000 characters, more than an answer has.");
  }
}
