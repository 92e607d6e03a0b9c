package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.kernel.magic.Past;
import dev.nabla.kernel.wire.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryTest {
  @TempDir Path folder;

  @Test
  void should_give_the_last_cells_oldest_first() {
    History history = session();
    history.add(1, "a");
    history.add(2, "  ");
    history.add(3, "c");

    assertThat(ask(history, "'tail', 'n': 2")).isEqualTo("[[1,1,\"a\"],[1,3,\"c\"]]");
    assertThat(ask(history, "'tail', 'n': 1")).isEqualTo("[[1,3,\"c\"]]");
    assertThat(ask(history, "'tail', 'n': 0")).isEqualTo("[]");
    assertThat(ask(history, "'tail', 'n': -7")).isEqualTo("[]");
  }

  @Test
  void should_give_results_of_this_session_when_asked_to() {
    session().add(1, "old");
    History history = session();
    history.add(1, "6 * 7");
    history.result(1, "42");
    history.add(2, "int x;");

    assertThat(ask(history, "'tail', 'n': 3, 'output': true"))
        .isEqualTo("[[1,1,[\"old\",null]],[2,1,[\"6 * 7\",\"42\"]],[2,2,[\"int x;\",null]]]");
  }

  @Test
  void should_give_the_cells_that_have_run_to_a_magic() throws Exception {
    session().add(1, "old");
    History history = session();
    history.add(1, "6 * 7");
    history.result(1, "42");

    assertThat(history.cells())
        .containsExactly(new Past.Ran(1, 1, "old", null), new Past.Ran(0, 1, "6 * 7", "42"));
    assertThat(session().cells()).extracting(Past.Ran::ago).containsExactly(2, 1);
  }

  @Test
  void should_number_sessions_and_count_them_back_from_this_one() {
    for (String name : List.of("first", "second")) {
      History earlier = session();
      earlier.add(1, name + " 1");
      earlier.add(2, name + " 2");
    }
    History history = session();
    history.add(1, "now 1");
    history.add(2, "now 2");

    assertThat(ask(history, "'range', 'session': 0, 'start': 1, 'stop': 3"))
        .isEqualTo("[[3,1,\"now 1\"],[3,2,\"now 2\"]]");
    assertThat(ask(history, "'range', 'session': -1, 'start': 2"))
        .isEqualTo("[[2,2,\"second 2\"]]");
    assertThat(ask(history, "'range', 'session': 1, 'start': 1, 'stop': 2"))
        .isEqualTo("[[1,1,\"first 1\"]]");
    assertThat(ask(history, "'range', 'session': 9")).isEqualTo("[]");
  }

  @Test
  void should_find_by_form_each_once_and_the_last_ones() {
    History history = session();
    List.of("int a;", "a + 1", "int b;", "int a;").forEach(code -> history.add(1, code));

    assertThat(ask(history, "'search', 'pattern': 'int*'"))
        .isEqualTo("[[1,1,\"int a;\"],[1,1,\"int b;\"],[1,1,\"int a;\"]]");
    assertThat(ask(history, "'search', 'pattern': 'int*', 'unique': true"))
        .isEqualTo("[[1,1,\"int b;\"],[1,1,\"int a;\"]]");
    assertThat(ask(history, "'search', 'pattern': 'int*', 'n': 1")).isEqualTo("[[1,1,\"int a;\"]]");
  }

  @ParameterizedTest
  @CsvSource({
    "abc, abc, true",
    "abc, abcd, false",
    "a*c, abbc, true",
    "a*c, ab, false",
    "*, '', true",
    "?, '', false",
    "a?c, abc, true",
    "*b*, abc, true",
    "*a*a*a*b, aaaaaaaaaaaaaaaa, false",
    "int[]*, int[] a, true",
    "**, x, true"
  })
  void should_read_stars_and_question_marks(String form, String text, boolean fits) {
    assertThat(History.matches(form, text)).isEqualTo(fits);
  }

  @Test
  void should_refuse_what_it_does_not_know() {
    JsonObject reply = reply(session(), "{\"hist_access_type\": \"sideways\"}");

    assertThat(reply.get("status").getAsString()).isEqualTo("error");
    assertThat(reply.get("evalue").getAsString())
        .isEqualTo("hist_access_type is \"sideways\"; history knows tail, range and search");
  }

  @Test
  void should_pass_over_lines_that_are_broken() throws IOException {
    session().add(1, "good");
    Files.write(
        file(),
        (Files.readString(file())
                + "garbage\n[]\n{\"session\":\"x\"}\n{\"session\":2147483647,\"line\":1,\"code\":\"x\"}\n"
                + "\u0000\u0001\n{\"session\":4,\"line\":1,\"code\":\"also good\"}\n{\"session\":5,\"li")
            .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    History history = session();
    history.add(1, "new");

    assertThat(ask(history, "'tail', 'n': 9"))
        .isEqualTo("[[1,1,\"good\"],[4,1,\"also good\"],[5,1,\"new\"]]");
    assertThat(ask(session(), "'tail', 'n': 1")).isEqualTo("[[5,1,\"new\"]]");
  }

  @Test
  void should_work_where_no_file_can_be() throws IOException {
    Files.createDirectory(file());
    History history = session();
    history.add(1, "a");
    history.add(2, "b");

    assertThat(ask(history, "'tail', 'n': 9")).isEqualTo("[[1,1,\"a\"],[1,2,\"b\"]]");
    assertThat(file()).isEmptyDirectory();
  }

  @Test
  void should_stay_small_on_disk_and_keep_the_newest() throws IOException {
    History history = session();
    String code = "x".repeat(50_000);
    for (int i = 1; i <= 150; i++) {
      history.add(i, code + i);
    }
    history.add(151, "x".repeat(200_000));

    assertThat(Files.size(file())).isLessThan(2 * HistoryFile.KEPT_BYTES + 100_000);
    String kept = ask(session(), "'tail', 'n': 1000");
    assertThat(kept).endsWith("x150\"]]").doesNotContain("xx1\"");
    assertThat(kept.length()).isGreaterThan(HistoryFile.KEPT_BYTES / 2);
  }

  @Test
  void should_take_cells_of_two_kernels_at_once() {
    History one = session();
    History two = session();
    one.add(1, "one");
    two.add(1, "two");
    one.add(2, "one again");

    assertThat(ask(session(), "'tail', 'n': 9"))
        .isEqualTo("[[1,1,\"one\"],[2,1,\"two\"],[1,2,\"one again\"]]");
  }

  @Test
  void should_be_where_the_user_keeps_state() throws IOException {
    HistoryFile.ofUser(Map.of("XDG_STATE_HOME", folder.toString())).begin(1, 1, "a");
    HistoryFile.ofUser(Map.of("NABLA_HISTORY", folder.resolve("own").toString())).begin(1, 1, "b");
    HistoryFile.ofUser(Map.of("NABLA_HISTORY", "off", "XDG_STATE_HOME", folder + "/no"))
        .begin(1, 1, "c");

    assertThat(folder.resolve("nabla/history.jsonl")).content().contains("\"a\"");
    assertThat(folder.resolve("own")).content().contains("\"b\"");
    assertThat(folder.resolve("no")).doesNotExist();
    assertThat(Files.getPosixFilePermissions(folder.resolve("own"))).hasSize(2);
  }

  private Path file() {
    return folder.resolve("history");
  }

  private History session() {
    return new History(new HistoryFile(file()), Runnable::run, Runnable::run);
  }

  private static String ask(History history, String type) {
    return reply(history, ("{'hist_access_type': " + type + "}").replace('\'', '"'))
        .get("history")
        .toString();
  }

  private static JsonObject reply(History history, String content) {
    List<Message> replies = new ArrayList<>();
    Message asked =
        Message.create(
            List.of(),
            "history_request",
            new JsonObject(),
            JsonParser.parseString(content).getAsJsonObject());
    history.answer(new Request(asked, replies::add, null));
    return replies.get(0).content();
  }
}
