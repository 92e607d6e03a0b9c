package dev.nabla.notebooks.protocol;

import static dev.nabla.notebooks.protocol.RawKernel.strings;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.nabla.notebooks.protocol.RawKernel.Conversation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Magics in the finished jar, where all that they bring along has other names. */
class MagicsIT {
  @TempDir private Path folder;
  private RawKernel kernel;

  @AfterEach
  void stop() {
    kernel.close();
  }

  @Test
  void should_show_what_magics_give_as_a_notebook_shows_it() throws IOException {
    kernel = new RawKernel();

    assertThat(data(kernel.run("%%html\n<b>x</b>")).get("text/html").getAsString())
        .isEqualTo("<b>x</b>");
    assertThat(data(kernel.run("%%svg\n<svg/>")).get("image/svg+xml").getAsString())
        .isEqualTo("<svg/>");
    assertThat(data(kernel.run("%maven?")).keySet()).contains("text/markdown", "text/plain");
    assertThat(data(kernel.run("int n = 3;\n%vars")).get("text/html").getAsString())
        .contains("<table", "1 variable");
    assertThat(kernel.run("%time n + 1").printed("stdout")).startsWith("ran ");
    assertThat(kernel.run("%timeit -n 5 -r 6 n + 1").result())
        .endsWith("(95 %; 6 batches of 5 runs)");
    assertThat(kernel.run("%mavn").only("error").get("ename").getAsString())
        .isEqualTo("MagicError");
  }

  @Test
  void should_complete_and_inspect_magics() throws IOException {
    kernel = new RawKernel();

    JsonObject completed =
        kernel
            .request("shell", "complete_request", "{\"code\": \"%mav\", \"cursor_pos\": 4}")
            .only("complete_reply");
    JsonObject inspected =
        kernel
            .request("shell", "inspect_request", "{\"code\": \"%maven\", \"cursor_pos\": 6}")
            .only("inspect_reply");

    assertThat(strings(completed.get("matches"))).containsExactly("%maven");
    assertThat(completed.get("cursor_start").getAsInt()).isZero();
    assertThat(inspected.get("found").getAsBoolean()).isTrue();
  }

  @Test
  void should_print_the_cells_of_this_kernel_and_of_the_one_before() throws IOException {
    Map<String, String> environment = Map.of("NABLA_HISTORY", folder.resolve("history").toString());
    kernel = new RawKernel(environment);
    kernel.run("int before = 1;");
    kernel.run("%history");
    kernel.close();
    kernel = new RawKernel(environment);
    kernel.run("6 * 7");

    assertThat(kernel.run("%history -o").printed("stdout")).isEqualTo("// 1\n6 * 7\n// 42\n");
    assertThat(kernel.run("%history ~1/ 1").printed("stdout"))
        .isEqualTo("// ~1/1\nint before = 1;\n\n// ~1/2\n%history\n\n// 1\n6 * 7\n");
  }

  @Test
  void should_print_while_a_script_runs_and_end_it_with_all_its_children() throws IOException {
    kernel = new RawKernel();
    String cell = kernel.execute("%%bash\nsleep 300 &\necho $!\nwait", "");
    String child =
        kernel
            .await("its output", each -> each.type().equals("stream"))
            .content()
            .get("text")
            .getAsString()
            .strip();

    kernel.request("control", "interrupt_request", "{}");

    assertThat(kernel.finish(cell).only("error").get("ename").getAsString())
        .isEqualTo("Interrupted");
    assertThat(runs(child)).isFalse();
    assertThat(kernel.run("1 + 1").result()).isEqualTo("2");
  }

  /** Whether a process runs; one that has ended stays in the list until its parent asks for it. */
  private static boolean runs(String pid) throws IOException {
    try {
      String stat = Files.readString(Path.of("/proc", pid, "stat"));
      return stat.charAt(stat.lastIndexOf(')') + 2) != 'Z';
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /**
   * XChart is a dependency of the tests, so that the build has put it into the local repository.
   */
  @Test
  void should_show_a_chart_of_a_library_that_maven_brings() throws IOException {
    kernel = new RawKernel("-Dmaven.repo.local=" + System.getProperty("local.repository"));

    assertThat(kernel.run("%maven --offline org.knowm.xchart:xchart:4.0.3").printed("stdout"))
        .isEqualTo("Added xchart 4.0.3.\n");
    Conversation shown =
        kernel.run(
            """
            import org.knowm.xchart.*;
            var chart = new XYChartBuilder().width(320).height(200).title("loss").build();
            chart.addSeries("loss", new double[] {1, 2, 3}, new double[] {4, 2, 1});
            chart
            """);

    byte[] png = Base64.getDecoder().decode(data(shown).get("image/png").getAsString());
    assertThat(png).startsWith(0x89, 'P', 'N', 'G');
    assertThat(shown.result()).isEqualTo("XYChart, 320 x 200 pixels");
  }

  @Test
  void should_obey_the_users_own_maven_settings() throws Exception {
    Path repository = folder.resolve("mirror/test/lib/1.0");
    Files.createDirectories(repository);
    Libraries.jar(
        repository.resolve("lib-1.0.jar"),
        "lib.Five",
        "package lib; public class Five { public static int five() { return 5; } }");
    Files.writeString(
        repository.resolve("lib-1.0.pom"),
        "<project><modelVersion>4.0.0</modelVersion><groupId>test</groupId>"
            + "<artifactId>lib</artifactId><version>1.0</version></project>");
    Path local = folder.resolve("mine");
    Path home = Files.createDirectories(folder.resolve("home/.m2"));
    Files.writeString(
        home.resolve("settings.xml"),
        """
        <settings>
          <localRepository>%s</localRepository>
          <mirrors><mirror><id>ours</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
        </settings>
        """
            .formatted(local, folder.resolve("mirror").toUri()));
    kernel = new RawKernel("-Duser.home=" + home.getParent());

    Conversation added = kernel.run("%maven test:lib:1.0");

    assertThat(added.printed("stdout")).isEqualTo("Added lib 1.0.\n");
    assertThat(kernel.run("lib.Five.five()").result()).isEqualTo("5");
    assertThat(local.resolve("test/lib/1.0/lib-1.0.jar")).exists();
    assertThat(kernel.run("%maven test:none:1.0").only("error").get("evalue").getAsString())
        .isEqualTo(
            "%maven: there is no test:none:1.0 in ours ("
                + folder.resolve("mirror").toUri()
                + "). Is it spelled right?");
  }

  @Test
  void should_load_an_extension_of_jjava() throws Exception {
    Libraries.jar(
        folder.resolve("ext.jar"),
        "lib.Ext",
        """
        package lib;
        import org.dflib.jjava.jupyter.kernel.BaseKernel;
        import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;
        public class Ext implements org.dflib.jjava.jupyter.Extension {
          public void install(BaseKernel kernel) {
            kernel.getRenderer().createRegistration(Ext.class)
                .preferring(MIMEType.TEXT_HTML)
                .register((ext, context) ->
                    context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>ext</b>"));
            kernel.getMagicsRegistry().registerLineMagic("twice", (k, w) -> w.get(0) + w.get(0));
          }
        }
        """,
        "org.dflib.jjava.jupyter.Extension");
    kernel = new RawKernel();

    kernel.run("%jars \"" + folder.resolve("ext.jar") + "\"");

    assertThat(data(kernel.run("new lib.Ext()")).get("text/html").getAsString())
        .isEqualTo("<b>ext</b>");
    assertThat(kernel.run("%twice ab").result()).isEqualTo("abab");
  }

  @Test
  void should_load_nothing_of_maven_before_it_is_needed() throws IOException {
    Path log = folder.resolve("classes.log");
    kernel = new RawKernel("-Xlog:class+load:file=" + log);

    assertThat(kernel.run("matrix(\"1 2\")").result()).isNotEmpty();
    assertThat(kernel.run("%precision 3").printed("stdout")).isNotEmpty();

    List<String> loaded = Files.readAllLines(log);
    assertThat(loaded).anyMatch(line -> line.contains(" dev.nabla.kernel.magic.Registry "));
    assertThat(loaded)
        .noneMatch(line -> line.contains(" dev.nabla.shaded.aether"))
        .noneMatch(line -> line.contains(" dev.nabla.shaded.maven"))
        .noneMatch(line -> line.contains(" dev.nabla.kernel.magic.Maven "))
        .noneMatch(line -> line.contains(" org.dflib.jjava."));
  }

  private static JsonObject data(Conversation cell) {
    return cell.only("execute_result").getAsJsonObject("data");
  }
}
