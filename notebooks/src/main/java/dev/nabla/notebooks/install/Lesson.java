package dev.nabla.notebooks.install;

import com.google.gson.JsonObject;
import dev.nabla.kernel.session.Session;
import dev.nabla.notebooks.client.ConnectionFile;
import dev.nabla.notebooks.client.KernelClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A first lesson, which the start-up archive is made of: a kernel and a front end in one JVM do
 * what a student does in the first minutes.
 */
public final class Lesson {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final List<String> CELLS =
      List.of(
          "1 + 1",
          "var X = matrix(\"0.75 0.2 -0.75 0.2; 0.8 0.05 0.8 -0.05\");\nX",
          "var net = net().layer(matrix(\"0.6 0.01; 0.7 0.43; 0 0.88\"), relu)\n"
              + "    .layer(row(0.02, 0.03, 0.09)).loss(squaredError.half().mean());\nnet",
          "var pass = net.forward(X);\nvar back = pass.backward(row(1, 1, -1, -1));\n"
              + "show(pass, back, back.step(0.5));",
          "back.explain()",
          "pass.draw()",
          "double twice(double x) { return 2 * x; }\n"
              + "for (int i = 1; i <= 3; i++) System.out.println(i + \" -> \" + twice(i));",
          "record Point(double x, double y) {}\nnew Point(1, 2)",
          "List.of(3, 1, 2).stream().sorted().map(n -> n * n).toList()",
          "int[] none = {};\nnone[0]",
          "var broken = 1 +",
          "X.mult(X)",
          "var X = matrix(\"1 2; 3\");");

  private Lesson() {}

  /** Gives the lesson, then ends the JVM in the way that makes it write its archive. */
  public static void main() throws IOException, InterruptedException {
    Locale.setDefault(Locale.US);
    try (ConnectionFile connection = ConnectionFile.create();
        Session kernel = Session.open(connection.read());
        KernelClient client = KernelClient.connect(connection.read(), PATIENCE, () -> true)) {
      client.ask("kernel_info_request", new JsonObject());
      for (String cell : CELLS) {
        client.execute(cell);
      }
      client.executeAndInterrupt("System.out.println(\"for ever\");\nwhile (true) {}");
      client.ask("complete_request", question("X.mul", 5));
      client.ask("inspect_request", question("X.mult", 4));
      client.ask("is_complete_request", question("if (true) {", 0));
      client.shutdown();
      kernel.awaitShutdown();
    }
    System.exit(0);
  }

  private static JsonObject question(String code, int cursor) {
    JsonObject content = new JsonObject();
    content.addProperty("code", code);
    content.addProperty("cursor_pos", cursor);
    content.addProperty("detail_level", 0);
    return content;
  }
}
