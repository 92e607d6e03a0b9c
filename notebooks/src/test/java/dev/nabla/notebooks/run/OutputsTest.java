package dev.nabla.notebooks.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.kernel.wire.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputsTest {
  private static Message message(String type, String content) {
    return Message.create(
        List.of(), type, new JsonObject(), JsonParser.parseString(content).getAsJsonObject());
  }

  private static Message printed(String name, String text) {
    return message("stream", "{'name': '%s', 'text': '%s'}".formatted(name, text));
  }

  private static String outputs(Message... messages) {
    return Outputs.of(List.of(messages)).toString().replace('"', '\'');
  }

  @Test
  void should_join_what_is_printed_one_after_the_other() {
    assertThat(
            outputs(
                message("status", "{'execution_state': 'busy'}"),
                printed("stdout", "a"),
                printed("stdout", "b\\nc"),
                printed("stderr", "x"),
                printed("stdout", "d")))
        .isEqualTo(
            "[{'output_type':'stream','name':'stdout','text':['ab\\n','c']},"
                + "{'output_type':'stream','name':'stderr','text':['x']},"
                + "{'output_type':'stream','name':'stdout','text':['d']}]");
  }

  @Test
  void should_keep_what_is_shown_and_renew_it_in_its_place() {
    String shown =
        "{'data': {'text/plain': '%s', 'application/json': {'a': 1}}, 'transient': {'display_id': 'p'}}";

    assertThat(
            outputs(
                message("display_data", shown.formatted("0 %")),
                printed("stdout", "x"),
                message("update_display_data", shown.formatted("99 %"))))
        .isEqualTo(
            "[{'output_type':'display_data','data':{'text/plain':['99 %'],'application/json':{'a':1}},'metadata':{}},"
                + "{'output_type':'stream','name':'stdout','text':['x']}]");
  }

  @Test
  void should_clear_at_once_or_with_the_next_output() {
    Message wait = message("clear_output", "{'wait': true}");
    Message now = message("clear_output", "{'wait': false}");

    assertThat(outputs(printed("stdout", "a"), now)).isEqualTo("[]");
    assertThat(outputs(printed("stdout", "a"), wait)).contains("'a'");
    assertThat(outputs(printed("stdout", "a"), wait, printed("stdout", "b")))
        .isEqualTo("[{'output_type':'stream','name':'stdout','text':['b']}]");
  }

  @Test
  void should_keep_results_and_errors() {
    assertThat(
            outputs(
                message(
                    "execute_result",
                    "{'data': {'text/plain': '7'}, 'metadata': {}, 'execution_count': 3}"),
                message("error", "{'ename': 'E', 'evalue': 'no', 'traceback': ['E: no']}")))
        .isEqualTo(
            "[{'output_type':'execute_result','data':{'text/plain':['7']},'metadata':{},'execution_count':3},"
                + "{'output_type':'error','ename':'E','evalue':'no','traceback':['E: no']}]");
  }
}
