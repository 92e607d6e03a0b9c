package dev.nabla.notebooks.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/**
 * Random and spoiled messages on every channel leave a kernel that answers. The long run: {@code
 * -Dit.test=FuzzIT -Dfuzz.messages=100000}; another seed: {@code -Dfuzz.seed=7}.
 */
class FuzzIT {
  private static final int MESSAGES = Integer.getInteger("fuzz.messages", 2000);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_122L);
  private static final int BETWEEN_PROBES = 500;

  private RawKernel kernel;

  @BeforeEach
  void start() throws IOException {
    kernel = new RawKernel("-Xmx512m");
    kernel.waitUpTo(10);
  }

  @AfterEach
  void stop() {
    kernel.close();
  }

  @Test
  void should_answer_after_any_message() {
    Noise noise = new Noise(SEED);
    Random channels = new Random(SEED);
    ZMQ.Socket iopub = kernel.connect("iopub", SocketType.XSUB);
    ZMQ.Socket heartbeat = kernel.connect("hb", SocketType.DEALER);
    for (int i = 1; i <= MESSAGES; i++) {
      List<byte[]> frames = noise.next();
      switch (channels.nextInt(10)) {
        case 0 -> RawKernel.send(iopub, frames);
        case 1 -> RawKernel.send(heartbeat, frames);
        case 2 -> kernel.sendFrames("stdin", frames);
        case 3, 4, 5 -> kernel.sendFrames("control", frames);
        default -> kernel.sendFrames("shell", frames);
      }
      if (i % BETWEEN_PROBES == 0 || i == MESSAGES) {
        assertAnswers("after " + i + " messages of seed " + SEED);
        while (iopub.recv(ZMQ.DONTWAIT) != null) {}
        while (heartbeat.recv(ZMQ.DONTWAIT) != null) {}
      }
    }
  }

  @Test
  void should_answer_after_other_programs_have_talked_to_its_ports() throws IOException {
    Random random = new Random(SEED);
    for (int round = 0; round < 10; round++) {
      for (String channel : List.of("shell", "control", "stdin", "iopub", "hb")) {
        try (Socket socket = new Socket("127.0.0.1", kernel.port(channel))) {
          byte[] noise = new byte[1 << random.nextInt(16)];
          random.nextBytes(noise);
          OutputStream out = socket.getOutputStream();
          out.write(round == 0 ? RawKernel.bytes("GET / HTTP/1.1\r\n\r\n") : noise);
        } catch (IOException e) {
          // The kernel has hung up while we wrote, as it should.
        }
      }
    }

    assertAnswers("after noise on the ports");
  }

  private void assertAnswers(String when) {
    kernel.request("control", "kernel_info_request", "{}");
    kernel.request("shell", "kernel_info_request", "{}");
    String status = "";
    // A spoiled cell that fails may take along what waits behind it, such as ours.
    for (int tries = 0; tries < 3 && !status.equals("ok"); tries++) {
      RawKernel.Conversation cell = kernel.run("\"alive \" + 6 * 7");
      status = cell.only("execute_reply").get("status").getAsString();
      if (status.equals("ok")) {
        assertThat(cell.result()).as(when).isEqualTo("alive 42");
        assertThat(cell.states()).as(when).isEqualTo("busy idle");
      }
    }
    assertThat(status).as(when).isEqualTo("ok");
    assertThat(kernel.heartbeat("ping")).as(when).isEqualTo("ping");
    kernel.forgetUnread();
  }
}
