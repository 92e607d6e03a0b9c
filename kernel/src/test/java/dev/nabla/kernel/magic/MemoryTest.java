package dev.nabla.kernel.magic;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a variable held goes when the variable goes, whichever way its cell was run. */
class MemoryTest {
  private static final int BYTES = 200_000_000;

  private static Cells cells;

  @BeforeAll
  static void open() {
    cells = new Cells();
  }

  @BeforeEach
  void reset() {
    cells.run("%reset");
  }

  @AfterAll
  static void close() {
    cells.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The short way.
        "byte[] big = new byte[BYTES] | %reset",
        "byte[] big = new byte[BYTES] | %reset big",
        "var big = new byte[BYTES]; int small = 1 | %reset big",
        "byte[] big = new byte[BYTES] | byte[] big = new byte[1];",
        "byte[] big = new byte[BYTES] | int big = 1;",
        "byte[] big = new byte[BYTES] | String big = \"\";",
        "byte[] big = new byte[BYTES]; int small = 1 | double big = 1;",
        "byte[] big = new byte[BYTES] | big = null;",
        "Object big = new byte[BYTES] | big | %reset",
        "Object big = new byte[BYTES] | big | %reset big",
        "Runnable big = new Runnable() { byte[] it = new byte[BYTES]; public void run() {} } | int big",
        "var big = new byte[BYTES]; Runnable reads = () -> System.out.print(big) | %reset",
        // JShell's.
        "final byte[] big = new byte[BYTES] | %reset",
        "final byte[] big = new byte[BYTES] | %reset big",
        "final byte[] big = new byte[BYTES] | final byte[] big = new byte[1];",
        "final byte[] big = new byte[BYTES] | final int big = 1;",
        "final byte[] big = new byte[BYTES] | int big = 1;",
        "final Object big = new byte[BYTES] | var more = big | %reset",
        // From one to the other.
        "byte[] big = new byte[BYTES] | int size() { return big.length; } | size() | %reset",
        "byte[] big = new byte[BYTES] | int size() { return big.length; } | size() | int big = 1;",
        "byte[] big = new byte[BYTES] | class Has { byte[] it = big; } | Has has = new Has() | %reset",
        "byte[] big = new byte[BYTES] | int big() { return big.length; } | %reset big",
        "record Box(byte[] it) {} | var big = new Box(new byte[BYTES]) | %reset",
        "record Box(byte[] it) {} | var big = new Box(new byte[BYTES]) | record Box(int it) {}",
      })
  void should_be_free_after(String steps) {
    WeakReference<Object> held = null;
    for (String cell : steps.replace("BYTES", Integer.toString(BYTES)).split("\\|")) {
      assertThat(cells.run(cell)).as(cell).doesNotContain("Line ");
      held = held == null ? reference() : held;
    }

    assertThat(isFree(held)).as(steps).isTrue();
  }

  @Test
  void should_keep_what_a_lambda_of_an_earlier_cell_still_reads() {
    cells.run("int[] kept = {6}; IntUnaryOperator times = x -> x * kept[0];");
    cells.run("String kept = \"other\";");

    assertThat(cells.run("times.applyAsInt(7)")).isEqualTo("42\n");
  }

  @Test
  void should_keep_what_a_lambda_reads_of_a_variable_that_a_method_uses_too() {
    cells.run("int[] kept = {6}; int first() { return kept[0]; }");
    cells.run("IntUnaryOperator times = x -> x * kept[0];");
    cells.run("String kept = \"other\";");

    assertThat(cells.run("times.applyAsInt(7)")).isEqualTo("42\n");
  }

  private WeakReference<Object> reference() {
    Object value = cells.shell.variables().valueOf("big");
    return value == null ? null : new WeakReference<>(value);
  }

  private static boolean isFree(WeakReference<Object> held) {
    for (int i = 0; i < 5 && held.get() != null; i++) {
      System.gc();
    }
    return held.get() == null;
  }
}
