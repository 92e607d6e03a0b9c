package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.session.Wiretap.Heard;
import dev.nabla.kernel.shell.Failure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Output below a cell, and below a control. */
class OutputTest {
  private final Wiretap wire = new Wiretap();
  private final Output cell = wire.request("cell").output();
  private final Place place = new Place(wire.publisher, wire.request("cell").header());

  @Test
  void should_replace_what_a_cell_has_shown() {
    String id = cell.show(Json.text("one"));
    cell.update(id, Json.text("two"));

    List<Heard> heard = wire.heard();
    assertThat(heard)
        .extracting(Heard::type)
        .containsExactly("display_data", "update_display_data");
    assertThat(heard).extracting(Heard::displayId).containsOnly(id);
    assertThat(heard).extracting(Heard::text).containsExactly("one", "two");
  }

  @Test
  void should_clear_when_something_comes_and_at_the_end_at_the_latest() {
    cell.print("stdout", "a");
    cell.clear();
    cell.print("stdout", "b");
    cell.end();
    cell.clear();
    cell.end();

    assertThat(wire.heard())
        .extracting(each -> each.content().toString())
        .containsExactly(
            "{\"name\":\"stdout\",\"text\":\"a\"}",
            "{\"wait\":true}",
            "{\"name\":\"stdout\",\"text\":\"b\"}",
            "{\"wait\":true}",
            "{\"wait\":false}");
  }

  @Test
  void should_show_below_a_control_first_what_the_cell_owns() {
    run("first", "printed\n", "shown");

    List<Heard> heard = wire.heard();
    assertThat(heard).extracting(Heard::type).containsOnly("display_data");
    assertThat(heard).extracting(Heard::parent).containsOnly("cell");
    assertThat(heard).extracting(Heard::text).containsExactly("printed", "shown");
  }

  @Test
  void should_put_each_run_in_the_place_of_the_one_before() {
    run("first", "printed\n", "shown");
    List<String> ids = wire.heard().stream().map(Heard::displayId).toList();

    run("second", "", "shown again");
    List<Heard> second = wire.heard();
    assertThat(second).extracting(Heard::type).containsOnly("update_display_data");
    assertThat(second).extracting(Heard::parent).containsOnly("second");
    assertThat(second).extracting(Heard::displayId).isEqualTo(ids);
    assertThat(second).extracting(Heard::text).containsExactly("shown again", "");

    run("third", "p\n", "s");
    assertThat(wire.heard()).extracting(Heard::displayId).isEqualTo(ids);
  }

  @Test
  void should_begin_anew_where_an_action_clears() {
    Output run = place.run(wire.request("first").header());
    run.print("stdout", "gone");
    run.clear();
    run.show(Json.text("kept"));
    run.end();

    assertThat(wire.heard()).extracting(Heard::text).containsExactly("kept");
  }

  @Test
  void should_show_a_failure_and_what_a_thread_prints_later() {
    Output run = place.run(wire.request("first").header());
    run.fail(new Failure("E", "why", List.of("why", "and where")));
    run.end();
    run.print("stderr", "late");

    List<Heard> heard = wire.heard();
    assertThat(heard).extracting(Heard::text).containsExactly("why\nand where", "late");
    assertThat(heard).extracting(Heard::parent).containsExactly("cell", "first");
  }

  private void run(String request, String printed, String shown) {
    Output run = place.run(wire.request(request).header());
    run.print("stdout", printed);
    run.show(Json.text(shown));
    run.end();
  }
}
