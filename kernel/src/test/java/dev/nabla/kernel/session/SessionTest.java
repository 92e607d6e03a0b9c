package dev.nabla.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.nabla.display.Screen;
import dev.nabla.kernel.wire.Connection;
import dev.nabla.kernel.wire.Message;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionTest {
  private static final String RAN = "nabla.test.ran";
  private static final Connection ANYWHERE =
      new Connection("tcp", "127.0.0.1", 0, 0, 0, 0, 0, "hmac-sha256", "");

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final InputStream in = System.in;
  private final Screen screen = Screen.current();

  @AfterEach
  void takeBackWhatASessionReplaces() {
    System.setOut(out);
    System.setErr(err);
    System.setIn(in);
    Screen.use(screen);
    System.clearProperty(RAN);
  }

  @Test
  void should_run_a_cell_that_comes_before_the_kernel_has_started() throws InterruptedException {
    try (Session session = new Session(ANYWHERE, List.of())) {
      session.shell(cell("System.setProperty(\"" + RAN + "\", \"yes\");"));

      session.start();

      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
      while (System.getProperty(RAN) == null && System.nanoTime() < end) {
        Thread.sleep(20);
      }
      assertThat(System.getProperty(RAN)).isEqualTo("yes");
    }
  }

  private static Message cell(String code) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("silent", true);
    return Message.create(List.of(), "execute_request", new JsonObject(), content);
  }
}
