package dev.nabla.display;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.ejml.data.DMatrixRMaj;
import org.ejml.simple.SimpleMatrix;
import org.junit.jupiter.api.Test;

/** The three forms of a matrix, word for word. */
class MatrixDisplayTest {
  private static final View.Axis HIDDEN =
      new View.Axis("hidden", List.of(Notation.indexed("h", 1), Notation.indexed("h", 2)));
  private static final View.Axis INPUTS =
      new View.Axis("inputs", List.of(Notation.indexed("x", 1), Notation.indexed("x", 2)));
  private static final View.Matrix W1 =
      new View.Matrix(
          Notation.indexed("W", 1),
          matrix(new double[][] {{0.6, 0.01}, {-0.7, 1 / 3.0}}),
          HIDDEN,
          INPUTS,
          "");

  private static SimpleMatrix matrix(double[][] values) {
    return new SimpleMatrix(values);
  }

  private static Map<String, String> bundle(View view) {
    Showable showable = () -> view;
    return Display.bundle(showable, null);
  }

  @Test
  void should_print_a_labelled_matrix_as_an_aligned_grid() {
    assertThat(Display.text(W1))
        .isEqualTo(
            """
            W1 - 2 x 2 - hidden x inputs
                     x1      x2
            h1   0.6000  0.0100
            h2  -0.7000  0.3333""");
  }

  @Test
  void should_write_a_labelled_matrix_as_a_table_with_inline_styles() {
    assertThat(bundle(W1).get("text/html"))
        .isEqualTo(
            """
            <div class="nabla-out" style="overflow-x:auto">\
            <table class="nabla-matrix" style="display:block;border-collapse:collapse;table-layout:auto;width:auto;margin:0 0 8px 0;font-family:monospace">\
            <caption class="highlight-base text-nowrap" style="display:block;text-align:left;white-space:nowrap">\
            <b>W<sub>1</sub></b> · 2 × 2 · hidden × inputs</caption>\
            <thead><tr><td></td>\
            <th scope="col" align="right" style="text-align:right;padding:2px 8px;font-weight:normal;border-bottom:1px solid #888">x<sub>1</sub></th>\
            <th scope="col" align="right" style="text-align:right;padding:2px 8px;font-weight:normal;border-bottom:1px solid #888">x<sub>2</sub></th>\
            </tr></thead><tbody>\
            <tr><th scope="row" align="left" style="text-align:left;padding:2px 8px;font-weight:normal;border-right:1px solid #888">h<sub>1</sub></th>\
            <td align="right" style="text-align:right;padding:2px 8px">0.6000</td>\
            <td align="right" style="text-align:right;padding:2px 8px">0.0100</td></tr>\
            <tr><th scope="row" align="left" style="text-align:left;padding:2px 8px;font-weight:normal;border-right:1px solid #888">h<sub>2</sub></th>\
            <td align="right" style="text-align:right;padding:2px 8px">-0.7000</td>\
            <td align="right" style="text-align:right;padding:2px 8px" title="0.3333333333333333">0.3333</td></tr>\
            </tbody></table>\
            <details><summary class="btn btn-xs btn-link" style="font-size:small">copy</summary><pre>\
            matrix("0.6 0.01; -0.7 0.3333333333333333")
            np.array([[0.6, 0.01], [-0.7, 0.3333333333333333]])
            W_{1} = \\left[\\begin{array}{rr} 0.6000 &amp; 0.0100 \\\\ -0.7000 &amp; 0.3333 \\end{array}\\right]_{2\\times 2}\
            </pre></details></div>""");
  }

  @Test
  void should_write_a_labelled_matrix_as_latex() {
    assertThat(bundle(W1).get("text/latex"))
        .isEqualTo(
            "$$W_{1} = \\left[\\begin{array}{rr} 0.6000 & 0.0100 \\\\ -0.7000 & 0.3333"
                + " \\end{array}\\right]_{2\\times 2}$$");
  }

  @Test
  void should_write_a_derivative_in_each_script() {
    View view =
        new View.Matrix(
            Notation.partial(Notation.of("L"), Notation.indexed("W", 2)),
            matrix(new double[][] {{1, 2, 3}}),
            new View.Axis("outputs", List.of()),
            new View.Axis("hidden", List.of()),
            "numerator layout");

    assertThat(Display.text(view))
        .startsWith("dL/dW2 - 1 x 3 - outputs x hidden - numerator layout\n");
    assertThat(bundle(view).get("text/html"))
        .contains(
            "<b>∂L/∂W<sub>2</sub></b> · 1 × 3 · outputs × hidden · numerator layout</caption>");
    assertThat(bundle(view).get("text/latex"))
        .startsWith("$$\\frac{\\partial L}{\\partial W_{2}} = \\left[")
        .endsWith("\\right]_{1\\times 3}\\quad \\mathrm{numerator\\ layout}$$");
  }

  @Test
  void should_take_the_name_of_the_variable_as_the_caption_of_a_plain_matrix() {
    assertThat(Display.bundle(matrix(new double[][] {{1, 2}}), "x").get("text/plain"))
        .isEqualTo(
            """
            x - 1 x 2
               1  2
            1  1  2""");
    assertThat(Display.bundle(matrix(new double[][] {{1}, {2}}), null).get("text/plain"))
        .isEqualTo(
            """
            2 x 1
               1
            1  1
            2  2""");
    assertThat(bundle(W1)).isEqualTo(Display.bundle((Showable) () -> W1, "other"));
  }

  @Test
  void should_show_every_kind_of_ejml_matrix() {
    SimpleMatrix sparse = new SimpleMatrix(2, 2, org.ejml.data.MatrixType.DSCC);
    sparse.set(0, 1, 5);
    SimpleMatrix floats = new SimpleMatrix(1, 2, org.ejml.data.MatrixType.FDRM);
    floats.set(0, 1, 0.5);

    String grid = "2 x 2\n   1  2\n1  0  5\n2  0  0";
    assertThat(Display.bundle(sparse, null)).containsEntry("text/plain", grid);
    assertThat(Display.bundle(sparse.getMatrix(), null)).containsEntry("text/plain", grid);
    assertThat(Display.bundle(new DMatrixRMaj(new double[][] {{0, 5}, {0, 0}}), null))
        .containsEntry("text/plain", grid);
    assertThat(Display.bundle(floats, "F"))
        .containsEntry("text/plain", "F - 1 x 2\n     1    2\n1  0.0  0.5");
  }

  @Test
  void should_print_one_entry_as_a_number() {
    SimpleMatrix half = matrix(new double[][] {{0.49161194961875}});

    assertThat(Display.bundle(half, null))
        .containsEntry("text/plain", "0.49161194961875")
        .containsEntry("text/html", "<div class=\"nabla-out\">0.49161194961875</div>")
        .containsEntry("text/latex", "$$0.49161194961875$$");
    assertThat(Display.bundle(half, "loss"))
        .containsEntry("text/plain", "loss = 0.49161194961875")
        .containsEntry(
            "text/html", "<div class=\"nabla-out\"><b>loss</b> = 0.49161194961875</div>");
  }

  /** Which way a vector lies is seen in every form: a forgotten transpose is the usual mistake. */
  @Test
  void should_head_both_sides_of_a_row_and_of_a_column() {
    Map<String, String> row = Display.bundle(matrix(new double[][] {{1, 2}}), "v");
    Map<String, String> column = Display.bundle(matrix(new double[][] {{1}, {2}}), "v");

    assertThat(row.get("text/plain")).isEqualTo("v - 1 x 2\n   1  2\n1  1  2");
    assertThat(column.get("text/plain")).isEqualTo("v - 2 x 1\n   1\n1  1\n2  2");
    assertThat(heads(row, "col")).containsExactly("1", "2");
    assertThat(heads(row, "row")).containsExactly("1");
    assertThat(heads(column, "col")).containsExactly("1");
    assertThat(heads(column, "row")).containsExactly("1", "2");
    assertThat(row.get("text/latex")).endsWith("\\right]_{1\\times 2}$$").contains("{rr} 1 & 2 ");
    assertThat(column.get("text/latex"))
        .endsWith("\\right]_{2\\times 1}$$")
        .contains("{r} 1 \\\\ 2 ");
  }

  /** The headers of one axis of an HTML table. */
  private static List<String> heads(Map<String, String> bundle, String scope) {
    return Pattern.compile("<th scope=\"" + scope + "\"[^>]*>([^<]*)</th>")
        .matcher(bundle.get("text/html"))
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void should_write_the_same_numbers_in_every_country() {
    Locale before = Locale.getDefault();
    Map<String, String> usual = Display.bundle(matrix(new double[][] {{0.5, 12345.25}}), "M");
    try {
      for (String tag : List.of("de", "ar-EG-u-nu-arab", "tr")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Display.bundle(matrix(new double[][] {{0.5, 12345.25}}), "M")).isEqualTo(usual);
        Gallery.views().values().forEach(MatrixDisplayTest::assertNoForeignDigits);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static void assertNoForeignDigits(View view) {
    bundle(view)
        .forEach(
            (type, content) ->
                assertThat(content.chars()).noneMatch(c -> c > 127 && Character.isDigit(c)));
  }

  @Test
  void should_share_a_power_of_ten_in_the_caption() {
    Map<String, String> bundle = Display.bundle(matrix(new double[][] {{2e-5, 1e-6}}), "tiny");

    assertThat(bundle.get("text/plain"))
        .isEqualTo("tiny - 1 x 2 - times 10^-5\n     1    2\n1  2.0  0.1");
    assertThat(bundle.get("text/html")).contains("<b>tiny</b> · 1 × 2 · × 10<sup>-5</sup></cap");
    assertThat(bundle.get("text/latex")).startsWith("$$\\mathrm{tiny} = 10^{-5} \\cdot \\left[");
  }

  @Test
  void should_show_all_of_12_by_12_and_the_corners_of_more() {
    String whole = Display.bundle(counting(12, 12), null).get("text/plain");
    String cut = Display.bundle(counting(13, 100), "M").get("text/plain");
    String latex = Display.bundle(counting(13, 100), "M").get("text/latex");

    assertThat(latex)
        .contains("5 & \\cdots & 96", "\\vdots & \\vdots & \\vdots & \\vdots & \\vdots & \\ddots");

    assertThat(whole.lines()).hasSize(14).noneMatch(line -> line.contains("..."));
    assertThat(cut)
        .isEqualTo(
            """
            M - 13 x 100
                    1     2     3     4     5  ...    96    97    98    99   100
            1       1     2     3     4     5  ...    96    97    98    99   100
            2     101   102   103   104   105  ...   196   197   198   199   200
            3     201   202   203   204   205  ...   296   297   298   299   300
            4     301   302   303   304   305  ...   396   397   398   399   400
            5     401   402   403   404   405  ...   496   497   498   499   500
            ...   ...   ...   ...   ...   ...  ...   ...   ...   ...   ...   ...
            9     801   802   803   804   805  ...   896   897   898   899   900
            10    901   902   903   904   905  ...   996   997   998   999  1000
            11   1001  1002  1003  1004  1005  ...  1096  1097  1098  1099  1100
            12   1101  1102  1103  1104  1105  ...  1196  1197  1198  1199  1200
            13   1201  1202  1203  1204  1205  ...  1296  1297  1298  1299  1300""");
  }

  @Test
  void should_cut_matrices_in_a_group_to_6_by_6() {
    View many = matrixView("M", counting(6, 7));

    assertThat(Display.text(new View.Stack(List.of(many, many))).lines().limit(3))
        .containsExactly(
            "M - 6 x 7", "    1   2   3  ...   5   6   7", "1   1   2   3  ...   5   6   7");
    assertThat(bundle(new View.Stack(List.of(many))).get("text/latex"))
        .contains("1 & 2 & 3 & \\cdots & 5 & 6 & 7 \\\\");
  }

  @Test
  void should_stay_within_20_kilobytes_for_any_matrix() {
    SimpleMatrix long12 = SimpleMatrix.random_DDRM(12, 12, -1, 1, new java.util.Random(1));
    SimpleMatrix huge = SimpleMatrix.random_DDRM(1000, 1000, -1e-7, 1e-7, new java.util.Random(1));

    for (SimpleMatrix matrix : List.of(long12, huge)) {
      assertThat(Display.bundle(matrix, "a_rather_long_name").values())
          .allMatch(text -> text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length < 20_480);
    }
  }

  @Test
  void should_show_an_empty_matrix_by_its_caption() {
    assertThat(Display.bundle(new SimpleMatrix(0, 3), "E"))
        .containsEntry("text/plain", "E - 0 x 3");
  }

  @Test
  void should_put_views_below_and_beside_each_other() {
    View a = matrixView("A", new SimpleMatrix(new double[][] {{1}, {2}}));
    View b = matrixView("B", new SimpleMatrix(new double[][] {{3, 4}}));
    View equals = new View.Line(Notation.of("="));

    assertThat(Display.text(new View.Stack(List.of(a, b))))
        .isEqualTo("A - 2 x 1\n   1\n1  1\n2  2\n\nB - 1 x 2\n   1  2\n1  3  4");
    assertThat(Display.text(new View.Beside(List.of(a, equals, b))))
        .isEqualTo(
            """
            A - 2 x 1     B - 1 x 2
               1             1  2
            1  1       =  1  3  4
            2  2""");
    assertThat(bundle(new View.Beside(List.of(a, equals, b))).get("text/latex"))
        .isEqualTo(
            "$$\\underbrace{\\left[\\begin{array}{r} 1 \\\\ 2"
                + " \\end{array}\\right]_{2\\times 1}}_{\\textstyle A} \\quad \\mathrm{=} \\quad"
                + " \\underbrace{\\left[\\begin{array}{rr} 3 & 4"
                + " \\end{array}\\right]_{1\\times 2}}_{\\textstyle B}$$");
  }

  @Test
  void should_begin_a_line_before_the_sign_of_a_matrix_for_which_a_page_has_no_room() {
    View wide = matrixView("M", matrix(new double[][] {{-0.1234, -0.1234, -0.1234}}));
    View equals = new View.Line(Notation.of("="));
    View plus = new View.Line(Notation.of("+"));

    String latex =
        bundle(new View.Beside(List.of(wide, equals, wide, plus, wide))).get("text/latex");

    assertThat(latex.replaceAll("\\\\underbrace.*?_\\{\\\\textstyle M\\}", "M"))
        .isEqualTo(
            "$$\\begin{aligned} & M \\quad \\mathrm{=} \\quad M"
                + " \\\\[4pt] & \\mathrm{+} \\quad M \\end{aligned}$$");
  }

  @Test
  void should_keep_words_of_users_as_words() {
    Notation evil = Notation.of("<img src=x onerror=alert(1)> $x$ \\(y\\) \"&\"");
    View view =
        new View.Matrix(
            evil,
            counting(1, 2),
            new View.Axis("<script>", List.of(evil)),
            new View.Axis("$a$", List.of(evil, evil)),
            "<b>");

    String html = bundle(view).get("text/html");

    assertThat(html)
        .contains(
            "<b>&lt;img src=x onerror=alert(1)&gt; <span>$</span>x<span>$</span>"
                + " <span>\\</span>(y<span>\\</span>) \"&amp;\"</b> · 1 × 2 · &lt;script&gt; ×"
                + " <span>$</span>a<span>$</span> · &lt;b&gt;</caption>")
        .doesNotContain("<img", "<script");
    assertThat(html.replace("<span>$</span>", "").replaceAll("(?s)<pre>.*?</pre>", ""))
        .doesNotContain("$");
  }

  private static View.Matrix matrixView(String name, SimpleMatrix values) {
    return new View.Matrix(Notation.of(name), values, View.Axis.UNNAMED, View.Axis.UNNAMED, "");
  }

  private static SimpleMatrix counting(int rows, int columns) {
    SimpleMatrix matrix = new SimpleMatrix(rows, columns);
    for (int i = 0; i < rows * columns; i++) {
      matrix.set(i, i + 1);
    }
    return matrix;
  }
}
