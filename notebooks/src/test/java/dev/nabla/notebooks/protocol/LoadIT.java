package dev.nabla.notebooks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.protocol.RawKernel.Conversation;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Two clients ask at once and hundreds of requests deep: each gets each answer, once, and its busy
 * and idle. The long run: {@code -Dit.test=LoadIT -Dload.requests=24000}.
 */
class LoadIT {
  private static final int REQUESTS = Integer.getInteger("load.requests", 2400);
  private static final int DEEP = 200;

  /** Each kind of question and what its reply must hold. */
  private static final String[][] QUESTIONS = {
    {"kernel_info_request", "{}", "protocol_version"},
    {"execute_request", "{\"code\": \"int load = %d;\"}", "execution_count"},
    {"is_complete_request", "{\"code\": \"f(%d\"}", "indent"},
    {"comm_info_request", "{}", "comms"},
    {"history_request", "{\"hist_access_type\": \"tail\", \"n\": 2}", "history"},
    {"complete_request", "{\"code\": \"Math.ab\", \"cursor_pos\": 7}", "matches"},
    {"connect_request", "{}", "shell_port"},
    {"no_such_request", "{}", "evalue"},
  };

  private RawKernel one;
  private RawKernel two;

  @BeforeEach
  void start() throws IOException {
    one = new RawKernel();
    two = one.secondClient();
    one.waitUpTo(10);
    two.waitUpTo(10);
  }

  @AfterEach
  void stop() {
    two.close();
    one.close();
  }

  @Test
  void should_lose_no_reply() {
    for (int sent = 0; sent < REQUESTS; sent += 2 * DEEP) {
      Map<String, String> ofOne = new LinkedHashMap<>();
      Map<String, String> ofTwo = new LinkedHashMap<>();
      for (int i = 0; i < DEEP; i++) {
        send(one, i, ofOne);
        send(two, i + 3, ofTwo);
      }
      ofOne.forEach((id, field) -> assertAnswered(one, id, field));
      ofTwo.forEach((id, field) -> assertAnswered(two, id, field));
      one.forgetUnread();
      two.forgetUnread();
    }
  }

  private static void send(RawKernel client, int i, Map<String, String> expected) {
    String[] question = QUESTIONS[i % QUESTIONS.length];
    expected.put(client.send("shell", question[0], question[1].formatted(i)), question[2]);
  }

  private static void assertAnswered(RawKernel client, String id, String field) {
    Conversation answer = client.finish(id);
    assertThat(answer.states()).isEqualTo("busy idle");
    assertThat(answer.all.stream().filter(each -> each.channel().equals("shell")))
        .singleElement()
        .satisfies(
            reply -> assertThat(reply.content().keySet()).as(reply.toString()).contains(field));
  }
}
