package dev.nabla.kernel.comm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.nabla.kernel.wire.Message;
import dev.nabla.message.NablaException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommsTest {
  private final List<String> sent = new ArrayList<>();
  private final Comms comms = new Comms((type, metadata, content) -> sent.add(type + content));
  private final List<Object> heard = new ArrayList<>();

  @Test
  void should_open_send_and_close() {
    Comm comm = comms.open("1", "t", Map.of("a", 1), Map.of());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("list", Arrays.asList(1, 2.5, "x", true, null));
    comm.send(data);
    comm.close();
    comm.close();

    assertThat(sent)
        .containsExactly(
            "comm_open{\"comm_id\":\"1\",\"data\":{\"a\":1},\"target_name\":\"t\"}",
            "comm_msg{\"comm_id\":\"1\",\"data\":{\"list\":[1,2.5,\"x\",true,null]}}",
            "comm_close{\"comm_id\":\"1\",\"data\":{}}");
    assertThatThrownBy(() -> comm.send(Map.of()))
        .isInstanceOf(NablaException.class)
        .hasMessage("The comm to t is closed. Open a new one: Comm.open(target, data).");
  }

  @Test
  void should_hear_what_the_front_end_says_until_it_closes() {
    Comm comm = comms.open("1", "t", Map.of(), Map.of());
    comm.onMessage(heard::add);
    comm.onClose(() -> heard.add("closed"));

    comms.received(message("{'comm_id': '1', 'data': {'n': 3, 'x': 0.5, 'l': [null, {}]}}"));
    comms.received(message("{'comm_id': '2', 'data': {'n': 3}}"));
    comms.received(message("{'comm_id': '1', 'data': 7}"));
    comms.closed(message("{'comm_id': '1'}"));
    comms.received(message("{'comm_id': '1', 'data': {'n': 4}}"));

    Map<String, Object> first = new LinkedHashMap<>();
    first.put("n", 3L);
    first.put("x", 0.5);
    first.put("l", Arrays.asList(null, Map.of()));
    assertThat(heard).containsExactly(first, Map.of(), "closed");
    assertThat(comm.isOpen()).isFalse();
  }

  @Test
  void should_give_what_the_front_end_opens_to_who_waits_for_it() {
    comms.register(
        "mine",
        (comm, data) -> {
          heard.add(data);
          comm.send(Map.of("thanks", comm.target()));
        });

    comms.opened(message("{'comm_id': '7', 'target_name': 'mine', 'data': {'a': 1}}"));

    assertThat(heard).containsExactly(Map.of("a", 1L));
    assertThat(sent).containsExactly("comm_msg{\"comm_id\":\"7\",\"data\":{\"thanks\":\"mine\"}}");
    assertThat(comms.info(null)).hasToString("{\"7\":{\"target_name\":\"mine\"}}");
  }

  @Test
  void should_close_what_nobody_waits_for() {
    comms.opened(message("{'comm_id': '7', 'target_name': 'nobody'}"));
    comms.opened(message("{}"));

    assertThat(sent).containsExactly("comm_close{\"comm_id\":\"7\",\"data\":{}}");
    assertThat(comms.info(null)).hasToString("{}");
  }

  @Test
  void should_list_what_is_open_also_by_target() {
    comms.open("1", "t", Map.of(), Map.of());
    comms.open("2", "u", Map.of(), Map.of());

    assertThat(comms.info(null).keySet()).containsExactlyInAnyOrder("1", "2");
    assertThat(comms.info("u")).hasToString("{\"2\":{\"target_name\":\"u\"}}");
    assertThat(comms.info("v")).hasToString("{}");
  }

  @Test
  void should_say_what_it_cannot_send() {
    assertThatThrownBy(() -> comms.open("1", "t", Map.of("x", Double.NaN), Map.of()))
        .isInstanceOf(NablaException.class)
        .hasMessageStartingWith(
            "A comm sends maps, lists, strings, numbers, truth values and null; it cannot send ");
    assertThat(comms.info(null)).hasToString("{}");
  }

  private static Message message(String content) {
    return Message.create(
        List.of(),
        "comm",
        new JsonObject(),
        JsonParser.parseString(content.replace('\'', '"')).getAsJsonObject());
  }
}
