package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What libraries add when their jars come onto the class path. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ExtensionsTest {
  @TempDir private Path folder;
  private Cells cells;

  @BeforeEach
  void open() {
    cells = new Cells();
  }

  @AfterEach
  void close() {
    cells.close();
  }

  @Test
  void should_load_an_extension_of_jjava_with_its_renderers_magics_and_code() throws Exception {
    Jar.withClass(
            "lib.Ext",
            """
            import java.util.List;
            import org.dflib.jjava.jupyter.Extension;
            import org.dflib.jjava.jupyter.kernel.BaseKernel;
            import org.dflib.jjava.jupyter.kernel.display.DisplayData;
            import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

            public class Ext implements Extension {
              public static class Money {}

              public void install(BaseKernel kernel) {
                kernel.getRenderer().createRegistration(Money.class)
                    .preferring(MIMEType.TEXT_HTML)
                    .register((money, context) -> {
                      context.renderIfRequested(MIMEType.TEXT_HTML, () -> "<b>5 dollars</b>");
                      context.renderIfRequested(MIMEType.TEXT_PLAIN, () -> "5 dollars");
                    });
                kernel.getMagicsRegistry().registerLineMagic("twice", (k, words) -> words.get(0) + words.get(0));
                kernel.getMagicsRegistry().registerCellMagic("upper", (k, words, body) -> body.toUpperCase());
                kernel.getMagicsRegistry().registerLineMagic("shown", (k, words) -> {
                  k.display(new DisplayData("displayed"));
                  return null;
                });
                kernel.evalRaw("import lib.Ext.Money;");
              }
            }
            """)
        .service("org.dflib.jjava.jupyter.Extension", "lib.Ext")
        .write(folder.resolve("ext.jar"));

    assertThat(cells.run("%jars " + folder)).isEqualTo("Added ext.jar.\n");
    cells.run("var money = new Money();");
    assertThat(cells.renderers.bundle(cells.shell.variables().valueOf("money"), "money"))
        .containsEntry("text/html", "<b>5 dollars</b>")
        .containsKey("text/plain");
    assertThat(cells.run("%twice ab")).isEqualTo("abab\n");
    assertThat(cells.run("%%upper\nab\ncd")).isEqualTo("AB\nCD\n");
    assertThat(cells.run("%shown")).isEqualTo("displayed\n");
    assertThat(cells.run("%twice")).startsWith("Line 1: %twice: java.lang.");
    assertThat(cells.run("%twise x"))
        .startsWith("Line 1: there is no magic %twise. Did you mean %twice?");
    assertThat(cells.run("%help upper"))
        .startsWith("A magic of a JJava extension.\n\n  %%upper ...");
    assertThat(cells.run("matrix(\"1 2\")")).startsWith("1 x 2\n");
  }

  @Test
  void should_take_renderers_and_magics_of_a_library() throws Exception {
    Jar.withClass(
            "lib.Mine",
            """
            import dev.nabla.kernel.extension.Renderer;
            import dev.nabla.kernel.magic.*;
            import dev.nabla.kernel.shell.Outcome;

            public class Mine implements Renderer, Magic {
              public Object render(Object value) {
                return value instanceof Mine ? Bundled.of("text/html", "<i>mine</i>", "mine") : null;
              }
              public String name() { return "roll"; }
              public Manual manual() { return new Manual("Rolls a die.", "%roll [--loaded]").option("--loaded", "", "always 6"); }
              public Outcome run(Invocation invocation) {
                while (invocation.operands().size() > 0) {}
                return new Outcome.Value(invocation.has("--loaded") ? 6 : 4);
              }
            }
            """)
        .service("dev.nabla.kernel.extension.Renderer", "lib.Mine")
        .service("dev.nabla.kernel.magic.Magic", "lib.Mine")
        .write(folder.resolve("mine.jar"));

    cells.run("%jars " + folder + "/m*.jar");

    assertThat(cells.run("new lib.Mine()")).isEqualTo("mine\n");
    assertThat(cells.run("%roll --loaded")).isEqualTo("6\n");
    assertThat(cells.run("%lsmagic")).contains("\n%roll             Rolls a die.\n");
    CompletableFuture<String> endless = CompletableFuture.supplyAsync(() -> cells.run("%roll on"));
    Thread.sleep(300);
    cells.shell.interrupt();
    assertThat(endless.get(20, TimeUnit.SECONDS))
        .isEqualTo("Interrupted in line 1. All variables are kept.\n");
  }

  @Test
  void should_go_on_where_an_extension_is_broken() throws Exception {
    Jar.withClass(
            "lib.Broken",
            """
            public class Broken implements dev.nabla.kernel.extension.Renderer {
              public Broken() { throw new IllegalStateException("no luck"); }
              public Object render(Object value) { return null; }
            }
            """)
        .service("dev.nabla.kernel.extension.Renderer", "lib.Broken\nlib.Absent\nlib.Failing")
        .write(folder.resolve("broken.jar"));
    Jar.withClass(
            "lib.Failing",
            """
            public class Failing implements dev.nabla.kernel.extension.Renderer {
              public Object render(Object value) {
                if (value instanceof Failing) { throw new IllegalStateException("not today"); }
                return null;
              }
            }
            """)
        .write(folder.resolve("failing.jar"));

    assertThat(cells.run("%jars " + folder))
        .isEqualTo(
            """
            An extension cannot be used: dev.nabla.kernel.extension.Renderer: Provider lib.Broken could not be instantiated
            An extension cannot be used: dev.nabla.kernel.extension.Renderer: Provider lib.Absent not found
            Added broken.jar, failing.jar.
            """);
    assertThat(cells.run("new lib.Failing()"))
        .isEqualTo(
            "lib.Failing (it cannot be shown: java.lang.IllegalStateException: not today)\n");
    assertThat(cells.run("1 + 1")).isEqualTo("2\n");
  }

  @Test
  void should_paint_what_can_paint_itself() {
    cells.run(
        """
        public class Chart {
          public int getWidth() { return 30; }
          public int getHeight() { return 20; }
          public void paint(java.awt.Graphics2D g, int width, int height) {
            g.setColor(java.awt.Color.RED);
            g.fillRect(0, 0, width, height);
          }
        }
        """);

    assertThat(cells.run("new Chart()")).isEqualTo("Chart, 30 x 20 pixels\n");
    assertThat(cells.run("var image = 1;")).isEmpty();
  }
}
