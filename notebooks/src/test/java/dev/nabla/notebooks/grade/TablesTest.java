package dev.nabla.notebooks.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {
  @TempDir Path folder;

  private static Result result(String student, Mark... marks) {
    return new Result(student, "ws4", "", 3, null, List.of(marks), List.of(), "key");
  }

  private static Mark mark(String question, double points, String verdict, String... tags) {
    return new Mark(question, points, 1.5, verdict, List.of(tags), "", "", null);
  }

  @Test
  void should_write_the_columns_of_nbgrader() {
    Result anna = result("anna", mark("2 dW1", 1.5, "right", "right"));
    Result odd = result("=Weiß, \"B\"", mark("2 dW1", 0, "wrong", "transposed", "negated"));

    assertThat(Tables.grades(List.of(anna, odd)))
        .isEqualTo(
            """
            assignment,duedate,timestamp,student_id,last_name,first_name,email,raw_score,\
            late_submission_penalty,score,max_score
            ws4,,,anna,,,,1.5,0.0,1.5,3.0
            ws4,,,"'=Weiß, ""B""\",,,,0.0,0.0,0.0,3.0
            """);
    assertThat(Tables.checks(List.of(anna, odd)))
        .isEqualTo(
            """
            assignment,student_id,question,points,max_points,verdict,tags
            ws4,anna,2 dW1,1.5,1.5,right,right
            ws4,"'=Weiß, ""B""\",2 dW1,0.0,1.5,wrong,transposed negated
            """);
  }

  @Test
  void should_find_every_student_in_one_part() {
    List<Integer> all = IntStream.range(0, 11).boxed().toList();
    List<Integer> parts = new ArrayList<>();
    for (int i = 1; i <= 4; i++) {
      parts.addAll(Shard.of(i + "/4").of(all));
    }
    assertThat(parts).containsExactlyInAnyOrderElementsOf(all);
    assertThatThrownBy(() -> Shard.of("0/4"))
        .hasMessage("--shard 0/4: say 1/4 to 4/4 for four parts.");
  }

  @Test
  void should_miss_a_part_that_is_not_done() throws Exception {
    Shard.of("1/3").done(folder);
    Shard.of("3/3").done(folder);
    assertThatThrownBy(() -> Shard.requireAll(List.of(folder)))
        .hasMessage("not all parts are done. Missing: --shard 2/3.");
    Shard.of("2/3").done(folder);
    Shard.requireAll(List.of(folder));
  }

  @Test
  void should_count_mistakes_by_question() {
    Statistics statistics =
        Statistics.of(
            List.of(
                result("a", mark("S", 1, "right", "right"), mark("W", 0, "wrong", "transposed")),
                result("b", mark("S", 0, "empty", "empty"), mark("W", 0, "wrong", "transposed")),
                result("c", mark("S", 1, "right", "rounded"), mark("W", 0, "wrong", "negated"))));

    assertThat(dev.nabla.display.Display.text(statistics.table()))
        .isEqualTo(
            """
            3 students
               question  right  wrong  empty  mistakes
            1  S             2      0      1
            2  W             0      3      0  transposed 2, negated 1""");
    assertThat(Bars.html(statistics))
        .contains(
            "<tr><th>S</th><td><span class=\"right\" style=\"width:66%\">2</span>"
                + "<span class=\"empty\" style=\"width:33%\">1</span></td></tr>",
            "<tr><th>W</th><td><span class=\"wrong\" style=\"width:100%\">3</span></td></tr>");
  }

  @Test
  void should_say_who_and_what_is_not_counted() {
    Result lost = new Result("zoe", "ws4", "", 3, "cut off", List.of(), List.of(), "key");
    List<Result> results =
        List.of(
            result("a", mark("S", 1, "right", "right"), mark("why", 0, "by-hand", "by-hand")),
            result("b", mark("S", 0, "stopped", "stopped"), mark("why", 1, "marked", "marked")),
            result("c", mark("S", 1, "right", "right"), mark("why", 0, "empty", "empty")),
            lost);

    assertThat(dev.nabla.display.Display.text(Statistics.of(results).table()))
        .isEqualTo(
            """
            3 of 4 students; not graded: zoe
               question  right  wrong  empty  mistakes
            1  S             2      1      0  stopped 1
            2  why                         1  graded by a person: 1 of 2""");
    assertThat(Bars.html(Statistics.of(results))).contains("<th>S</th>").doesNotContain("why");
    assertThat(Tables.grades(results)).contains("ws4,,,zoe,,,,,0.0,,3.0\n");
    assertThat(Tables.checks(results)).contains("ws4,zoe,,,3.0,not-graded,\n");
  }

  @Test
  void should_tell_when_a_class_does_not_fit_the_source() {
    String deleted = "The cell of 1 Z1 was deleted; it counts as empty.";
    List<Result> results = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      List<String> notes = i < 2 ? List.of(deleted, "In a cell of your own: x") : List.of();
      results.add(new Result("s" + i, "ws4", "", 3, null, List.of(), notes, "key"));
    }

    assertThat(ClassNotes.of(results))
        .containsExactly(
            "2 of 4 notebooks: The cell of 1 Z1 was deleted; it counts as empty.",
            "The class does not fit the source. Was it changed after its release? Points may be"
                + " lost: grade by the source that was released.");
    assertThat(ClassNotes.of(results.subList(1, 4))).isEmpty();
  }

  @Test
  void should_not_fear_for_points_where_a_cell_was_put_into_the_source() {
    List<String> notes = List.of("Cell var-first is missing; it was put in.");
    Result result = new Result("ada", "ws4", "", 3, null, List.of(), notes, "key");

    assertThat(ClassNotes.of(List.of(result, result)))
        .containsExactly(
            "2 of 2 notebooks: Cell var-first is missing; it was put in.",
            "The class does not fit the source. Was it changed after its release? All answers are"
                + " there.");
  }
}
