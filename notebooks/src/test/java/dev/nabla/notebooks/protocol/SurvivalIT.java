package dev.nabla.notebooks.protocol;

import static dev.nabla.notebooks.protocol.RawKernel.pause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.notebooks.protocol.RawKernel.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** What a student, or a front end that dies, may do to a kernel. */
class SurvivalIT {
  private RawKernel kernel;

  @AfterEach
  void stop() {
    kernel.close();
  }

  @Test
  void should_stop_a_busy_loop_on_request_and_keep_all_variables() throws IOException {
    kernel = new RawKernel();
    kernel.run("int keep = 7;");
    String loop = kernel.execute("while (true) {}", "");
    pause(500);

    kernel.request("control", "interrupt_request", "{}");
    Conversation stopped = kernel.finish(loop);
    kernel.request("control", "interrupt_request", "{}");

    assertThat(stopped.only("error").get("ename").getAsString()).isEqualTo("Interrupted");
    assertThat(stopped.only("error").get("evalue").getAsString())
        .isEqualTo("Interrupted in line 1. All variables are kept.");
    assertThat(kernel.run("keep").result()).isEqualTo("7");
  }

  /**
   * On 18 to 21 there is no way into library code: Thread.stop has gone, the new way is not there.
   */
  @Test
  @DisabledForJreRange(min = JRE.JAVA_20, max = JRE.JAVA_21)
  void should_stop_a_library_that_does_not_listen() throws IOException {
    kernel = new RawKernel();
    kernel.run("int keep = 7;");
    for (String cell :
        new String[] {
          "new BigInteger(\"7\").pow(200_000_000)",
          "var big = SimpleMatrix.random(3000, 3000); big.mult(big); big.mult(big);"
        }) {
      String running = kernel.execute(cell, "");
      pause(1500);

      kernel.request("control", "interrupt_request", "{}");

      assertThat(kernel.finish(running).only("error").get("ename").getAsString())
          .isEqualTo("Interrupted");
      assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
    }
  }

  @Test
  void should_stop_a_value_that_takes_forever_to_show_itself() throws IOException {
    kernel = new RawKernel();
    kernel.run(
        """
        class Slow {
          public String toString() { System.out.println("at it"); while (true) {} }
        }
        class Tired {
          public String toString() {
            System.out.println("at it");
            try { Thread.sleep(60_000); } catch (InterruptedException e) { throw new RuntimeException(e); }
            return "";
          }
        }
        int keep = 7;
        """);
    for (String cell : new String[] {"new Slow()", "List.of(new Slow())", "new Tired()"}) {
      String running = kernel.execute(cell, "");
      kernel.await("a word from toString", each -> each.type().equals("stream"));

      kernel.request("control", "interrupt_request", "{}");

      assertThat(kernel.finish(running).only("error").get("evalue").getAsString())
          .isEqualTo("Interrupted while the value was shown. All variables are kept.");
      assertThat(kernel.run("keep").result()).isEqualTo("7");
    }
  }

  @Test
  void should_say_why_a_value_cannot_be_shown() throws IOException {
    kernel = new RawKernel();
    kernel.run("class Full { public String toString() { throw new OutOfMemoryError(\"full\"); } }");

    assertThat(kernel.run("new Full()").only("error").get("evalue").getAsString())
        .isEqualTo(
            "The cell ran, but its value cannot be shown: java.lang.OutOfMemoryError: full.");
    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
  }

  @Test
  void should_keep_what_an_interrupted_training_has_learned() throws IOException {
    kernel = new RawKernel();
    kernel.run("var net = net().layer(row(1, 1)).loss(squaredError.half().mean());");
    String training =
        kernel.execute(
            "var run = net.train(matrix(\"1 0; 0 1\"), row(1, 2)).rate(1e-9).epochs(2_000_000_000);",
            "");
    kernel.await(
        "the curve that moves",
        each -> each.type().equals("display_data") || each.type().equals("update_display_data"));

    kernel.request("control", "interrupt_request", "{}");

    assertThat(kernel.finish(training).only("error").get("ename").getAsString())
        .isEqualTo("Interrupted");
    assertThat(kernel.run("run.epochs() > 1000 && run.net().W(1).get(0, 0) != 0").result())
        .isEqualTo("true");
  }

  @Test
  void should_stop_waiting_for_input() throws IOException {
    kernel = new RawKernel();
    String asking = kernel.execute("new Scanner(System.in).nextLine()", "\"allow_stdin\": true");
    kernel.await("input_request", each -> each.type().equals("input_request"));

    kernel.request("control", "interrupt_request", "{}");

    assertThat(kernel.finish(asking).only("error").get("ename").getAsString())
        .isEqualTo("Interrupted");
    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
  }

  @Test
  void should_live_on_with_a_full_heap_and_let_it_be_freed() throws IOException {
    kernel = new RawKernel("-Xmx192m");
    kernel.run("int keep = 7;\nvar hog = new ArrayList<int[]>();");
    pause(1000);

    Conversation full = kernel.run("while (true) hog.add(new int[100]);");

    assertThat(full.only("error").get("ename").getAsString()).isEqualTo("OutOfMemoryError");
    assertThat(kernel.run("keep * 6").result()).isEqualTo("42");
    kernel.run("hog = null;");
    assertThat(kernel.run("new int[10_000_000].length").result()).isEqualTo("10000000");
  }

  @Test
  void should_say_which_variable_fills_the_heap() throws IOException {
    kernel = new RawKernel("-Xmx192m");
    kernel.run("var small = new int[10];\nvar hog = new ArrayList<int[]>();");
    pause(1000);

    Conversation full = kernel.run("while (true) hog.add(new int[1000]);");

    assertThat(RawKernel.strings(full.only("error").get("traceback")))
        .last()
        .asString()
        .matches(
            "The largest variables: hog \\(\\d+ elements\\)\\. To free one, write hog = null;");
  }

  @Test
  void should_compile_preview_features_when_started_so() throws IOException {
    kernel = new RawKernel("--enable-preview");

    // Of each JDK something that it has only as a preview.
    String isFive =
        Runtime.version().feature() >= 25
            ? "o instanceof int i && i == 5"
            : "switch (o) { case Integer i -> i == 5; default -> false; }";

    assertThat(kernel.run("boolean five(Object o) { return " + isFive + "; }\nfive(5)").result())
        .isEqualTo("true");
  }

  @Test
  void should_not_be_ended_by_a_cell() throws IOException {
    kernel = new RawKernel();
    for (String cell :
        new String[] {
          "System.exit(0)", "Runtime.getRuntime().halt(1);", "Runtime.getRuntime().exit(1);"
        }) {
      assertThat(kernel.run(cell).only("error").get("evalue").getAsString())
          .startsWith("a cell cannot end the kernel");
    }
    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
  }

  @Test
  void should_show_output_after_a_cell_has_replaced_the_streams() throws IOException {
    kernel = new RawKernel();
    kernel.run("System.setOut(new PrintStream(new ByteArrayOutputStream()));");

    assertThat(kernel.run("System.out.println(\"back\");").printed("stdout")).isEqualTo("back\n");
  }

  @Test
  void should_keep_head_and_tail_of_an_endless_output(@TempDir Path folder) throws IOException {
    kernel = new RawKernel("-Xmx192m");
    kernel.run("int keep = 7;");
    Path sign = folder.resolve("a million lines");
    String flood =
        kernel.execute(
            "for (long i = 0; ; i++) {\n"
                + "  System.out.println(\"line \" + i);\n"
                + "  if (i == 1_000_000) Files.createFile(Path.of(\""
                + sign
                + "\"));\n"
                + "}",
            "");
    for (int i = 0; i < 600 && !Files.exists(sign); i++) {
      pause(100);
    }

    kernel.request("control", "interrupt_request", "{}");
    String printed = kernel.finish(flood).printed("stdout");

    assertThat(printed).startsWith("line 0\nline 1\n").hasSizeLessThan(8_100_000);
    assertThat(printed.lines().filter(line -> line.endsWith("characters are left out here ...")))
        .hasSize(1);
    assertThat(printed.stripTrailing().lines().reduce((a, b) -> b).orElseThrow())
        .matches("line \\d{6,}");
    assertThat(kernel.run("keep").result()).isEqualTo("7");
  }

  @Test
  void should_survive_endless_threads() throws IOException {
    kernel = new RawKernel("-Xss256k");
    String bomb =
        kernel.execute(
            "for (int i = 0; i < 1_000_000; i++)\n"
                + "  new Thread(() -> { try { Thread.sleep(60_000); } catch (InterruptedException e) { } }).start();",
            "");
    pause(3000);

    kernel.request("control", "interrupt_request", "{}");

    kernel.finish(bomb);
    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
  }

  @Test
  void should_leave_at_once_when_told_to_even_during_a_busy_loop() throws IOException {
    kernel = new RawKernel();
    kernel.execute("while (true) {}", "");
    pause(300);

    String id = kernel.send("control", "shutdown_request", "{\"restart\": false}");

    assertThat(
            kernel
                .await(
                    "shutdown_reply",
                    each -> each.parentId().equals(id) && each.type().equals("shutdown_reply"))
                .content()
                .get("restart")
                .getAsBoolean())
        .isFalse();
    assertThat(kernel.exitsWithin(5)).isTrue();
    assertThat(kernel.process.exitValue()).isZero();
  }

  @Test
  void should_leave_when_the_front_end_has_died() throws IOException {
    Process frontEnd = new ProcessBuilder("sleep", "60").start();
    kernel = new RawKernel(Map.of("JPY_PARENT_PID", Long.toString(frontEnd.pid())));
    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");

    frontEnd.destroyForcibly();

    assertThat(kernel.exitsWithin(10)).isTrue();
  }
}
