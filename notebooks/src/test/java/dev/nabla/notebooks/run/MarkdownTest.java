package dev.nabla.notebooks.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownTest {
  @Test
  void should_write_blocks() {
    assertThat(
            Markdown.html(
                """
                ## Two *words*
                <!-- BEGIN SOLUTION -->
                One **line**
                goes on.

                - `a < b`
                - [link](https://example.org/x)

                | a | b |
                |---|--:|
                | 1 | 2 |

                ```java
                x < y;
                ```
                """))
        .isEqualTo(
            """
            <h2>Two <i>words</i></h2>
            <p>One <b>line</b>
            goes on.</p>
            <ul>
            <li><code>a &lt; b</code></li>
            <li><a href="https://example.org/x">link</a></li>
            </ul>
            <table>
            <tr><td>a</td><td>b</td></tr>
            <tr><td>1</td><td>2</td></tr>
            </table>
            <pre><code>x &lt; y;
            </code></pre>
            """);
  }

  @Test
  void should_obey_no_html_but_what_folds() {
    assertThat(Markdown.html("<details><summary>1</summary>\n<script>x</script> <b onclick=\"y\">"))
        .isEqualTo(
            "<p><details><summary>1</summary>\n&lt;script&gt;x&lt;/script&gt; &lt;b onclick=&quot;y&quot;&gt;</p>\n");
  }

  @Test
  void should_write_formulas_that_can_be_read() {
    assertThat(Tex.html("\\frac{\\partial L}{\\partial W_1} = \\delta_1 Z_0^\\top"))
        .isEqualTo(
            "∂ <i>L</i>/∂ <i>W</i><sub>1</sub> = δ<sub>1</sub> <i>Z</i><sub>0</sub><sup>⊤</sup>");
    assertThat(Tex.html("\\frac{1}{2N}\\lVert Z - Y\\rVert^2, x \\in \\mathbb{R}^n"))
        .isEqualTo(
            "1/(2<i>N</i>)‖ <i>Z</i> − <i>Y</i>‖<sup>2</sup>, <i>x</i> ∈ R<sup><i>n</i></sup>");
    assertThat(
            Tex.html(
                "\\left[\\begin{array}{rr} 1 & 2 \\\\ 3 & 4 \\end{array}\\right]_{2\\times 2}"))
        .isEqualTo("[ 1   2 <br> 3   4 ]<sub>2× 2</sub>");
    assertThat(Tex.html("\\hat y' < \\mystery{a}"))
        .isEqualTo("<i>y</i>\u0302′ &lt; \\mystery<i>a</i>");
    assertThat(Tex.html("\\frac{")).isEqualTo("()/()");
  }
}
