package dev.nabla.kernel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.kernel.shell.Assistant.Readiness;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AssistantTest {
  private static Shell shell;
  private static Assistant assistant;

  @BeforeAll
  static void open() {
    shell = new Shell();
    assistant = shell.assistant();
    shell.run(
        4, "var weights = matrix(\"1 2; 3 4; 5 6\"); int counter = 3;", new Owner(""), n -> {});
  }

  @AfterAll
  static void close() {
    shell.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "coun | counter | 0",
        "\"abc\".toUpp | toUpperCase( | 6",
        "counter + weig | weights | 10",
        "int local = 1; String word = \"\"; word.len | length() | 38",
        "net().lay | layer( | 6",
        "new ArrayL | ArrayList( | 4",
      })
  void should_complete(String code, String match, int start) {
    Completion completion = assistant.complete(code, code.length());

    assertThat(texts(completion)).contains(match);
    assertThat(completion.start()).isEqualTo(start);
    assertThat(completion.end()).isEqualTo(code.length());
  }

  @Test
  void should_say_what_kind_a_match_is() {
    assertThat(assistant.complete("coun", 4).matches())
        .containsExactly(new Completion.Match("counter", "instance"));
    assertThat(assistant.complete("\"a\".isBl", 8).matches())
        .containsExactly(new Completion.Match("isBlank()", "function"));
  }

  @Test
  void should_offer_first_what_the_course_uses_of_a_matrix_and_last_what_every_object_has() {
    List<String> offered = texts(assistant.complete("weights.", 8));

    assertThat(offered)
        .startsWith(
            "mult(",
            "transpose()",
            "plus(",
            "minus(",
            "scale(",
            "elementMult(",
            "get(",
            "set(",
            "getNumRows()",
            "getNumCols()",
            "getNumElements()",
            "elementSum()",
            "dot(",
            "extractMatrix(",
            "bits()")
        .endsWith("getClass()", "hashCode()", "notify()", "notifyAll()", "toString()", "wait(");
    assertThat(texts(assistant.complete("weights.mi", 10))).startsWith("minus(", "minusComplex(");
  }

  @Test
  void should_tell_a_method_of_a_matrix_in_a_sentence() {
    assertThat(assistant.inspect("weights.mult", 12).get("text/plain"))
        .isEqualTo(
            """
            mult(ConstMatrix B) → SimpleMatrix
                The matrix product A B. The columns of A must match the rows of B.""");
    assertThat(assistant.inspect("weights.plus(", 13).get("text/plain"))
        .isEqualTo(
            """
            plus(ConstMatrix B) → SimpleMatrix
            plus(double b) → SimpleMatrix
            plus(double beta, ConstMatrix B) → SimpleMatrix
                The sum A + B, entry by entry, of two matrices of one shape. A number b is added to \
            every entry; beta and B give A + beta B.""");
    assertThat(assistant.inspect("weights.transpose()", 12).get("text/html"))
        .isEqualTo(
            "<pre>transpose() → SimpleMatrix</pre>The transpose of A: its rows become columns.");
  }

  @Test
  void should_write_the_signatures_of_EJML() {
    List<String> real =
        Stream.of(SimpleMatrix.class.getMethods())
            .filter(each -> !each.isBridge())
            .map(AssistantTest::withoutNames)
            .toList();

    assertThat(MatrixMethod.ALL).extracting(MatrixMethod::name).doesNotHaveDuplicates();
    for (MatrixMethod each : MatrixMethod.ALL) {
      assertThat(each.signatures())
          .isNotEmpty()
          .allSatisfy(signature -> assertThat(signature).startsWith(each.name() + "("))
          .map(signature -> signature.replaceAll(" \\w+(?=[,)])", ""))
          .isSubsetOf(real);
    }
  }

  private static String withoutNames(Method method) {
    String parameters =
        Stream.of(method.getParameterTypes())
            .map(Class::getSimpleName)
            .collect(Collectors.joining(", "));
    String result = method.getReturnType().getSimpleName().replace("SimpleBase", "SimpleMatrix");
    return method.getName()
        + "("
        + parameters
        + ")"
        + (result.equals("void") ? "" : " → " + result);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int java.lang.Math.max(int a, int b) | Math.max(int a, int b) → int",
        "void a.B.run() throws java.io.IOException | B.run() throws IOException",
        "java.util.Map<K,V> Map<K, V>.<K, V>of(K k1, V v1) | Map.of(K k1, V v1) → Map<K,V>",
        "T <T extends Comparable<T>>best(List<T> l) | best(List<T> l) → T",
        "ArrayList<E>(int initialCapacity) | ArrayList<E>(int initialCapacity)",
        "java.lang.Math.PI:double | Math.PI: double",
        "java.util.Map.Entry<K, V> | java.util.Map.Entry<K, V>",
        "T org.ejml.simple.SimpleBase<T extends org.ejml.simple.SimpleBase<T>>.plus(double beta,"
            + " org.ejml.simple.ConstMatrix<?> _B)"
            + " | plus(double beta, ConstMatrix B) → SimpleMatrix",
      })
  void should_write_a_signature_shortly(String full, String expected) {
    assertThat(Docs.signature(full)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Math.max | 8",
        "Math.max | 6",
        "Math.max(1, 2) | 8",
        "Math.max( | 9",
        "Math.max(1, 2) | 12"
      })
  void should_find_a_method_from_any_place_in_its_call(String code, int cursor) {
    assertThat(assistant.inspect(code, cursor).get("text/plain"))
        .startsWith("Math.max(int a, int b) → int\n");
  }

  @Test
  void should_show_a_variable_with_type_cell_and_value() {
    assertThat(assistant.inspect("weights.numRows()", 3).get("text/plain"))
        .isEqualTo(
            "SimpleMatrix weights   (cell 4)\n\n"
                + "weights - 3 x 2\n   1  2\n1  1  2\n2  3  4\n3  5  6");
    assertThat(assistant.inspect("1 + counter", 11).get("text/plain"))
        .isEqualTo("int counter   (cell 4)\n\n3");
  }

  @Test
  void should_show_the_documentation_of_the_language() {
    assertThat(assistant.inspect("matrix", 6).get("text/plain"))
        .contains("Nabla.matrix(String")
        .contains("The matrix written in text: rows split by ; or line");
    assertThat(assistant.inspect("clearOutput", 11).get("text/plain"))
        .contains("Removes what the cell has printed and shown so far.");
  }

  @Test
  void should_find_nothing_where_nothing_is() {
    assertThat(assistant.inspect("", 0)).isEmpty();
    assertThat(assistant.inspect("nowhere", 7)).isEmpty();
  }

  @Test
  void should_turn_javadoc_into_text() {
    assertThat(
            Docs.text(
                "Sums {@code a < b} and {@link List#of(Object) lists}.\n<p>More &amp; more.\n"
                    + "<ul><li>one<li>two</ul>\n@param a the\n    first\n@return the sum\n"
                    + "@throws ArithmeticException if it is too large\n@since 1.8"))
        .isEqualTo(
            "Sums a < b and List#of(Object) lists.\n\nMore & more.\n\n- one\n- two\n\n"
                + "a: the first\n\nGives: the sum\n\n"
                + "Error (ArithmeticException): if it is too large\n\nsince: 1.8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "int x = 1; x + 1 | COMPLETE",
        "class A { int f() { return 1; } } | COMPLETE",
        "import java.util.zip.*; | COMPLETE",
        "undefinedYet(3) | COMPLETE",
        "if (true) { | INCOMPLETE",
        "\"\"\" | INCOMPLETE",
        "int 1x = 3; | INVALID",
        "a) | INVALID",
      })
  void should_know_what_is_whole(String code, Readiness expected) {
    assertThat(assistant.readiness(code)).isEqualTo(expected);
  }

  private static List<String> texts(Completion completion) {
    return completion.matches().stream().map(Completion.Match::text).toList();
  }
}
