package dev.nabla.graph.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.nabla.graph.formula.Definitions;
import dev.nabla.graph.formula.Reader;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimplifyTest {
  private static final String SHAPES =
      "A: n x d, B: d x n, C: n x n, x: d, u: n, v: n, phi: R -> R; result = ";

  private static Expression read(String formula) {
    Definitions definitions = Reader.definitions(SHAPES + formula, Map.of(), Map.of());
    return definitions.formulas().get("result");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      textBlock =
          """
          a + a                            # 2 a
          a - a                            # 0
          0 a + b                          # b
          1 a^1                            # a
          a a^2/a^3                        # 1
          a^0                              # 1
          a b/(a c)                        # b/c
          2 a + 4 b                        # 2 (a + 2 b)
          a b + a c                        # a (b + c)
          a (b + c) - a b                  # a c
          (a + b)^2 - (a - b)^2            # 4 a b
          (a + b)(a - b)                   # (a + b) (a - b)
          (b - a)(a - b)                   # -(b - a)^2
          (a - b)^2/(b - a)                # -(a - b)
          (2a - 2b)^2                      # 4 (a - b)^2
          -(a - b)                         # b - a
          b - a                            # b - a
          -a + b                           # b - a
          1/2 a + 1/2 b                    # 1/2 (a + b)
          a/2 - a/3                        # 1/6 a
          1/(2 a)                          # 1/(2 a)
          a/b/c                            # a/(b c)
          a/(b/c)                          # a c/b
          a^p a^q                          # a^(p + q)
          a^p/a^p                          # 1
          (a^p)^2                          # a^(2 p)
          exp(a) exp(a)                    # exp(a)^2
          exp(a + b - b)                   # exp(a)
          sin(a b) - sin(b a)              # 0
          exp(x1 z)(z x1 - 1) + 1 - 1      # exp(x1 z) (x1 z - 1)
          a (1/a)                          # 1
          (A^T)^T                          # A
          (A x)^T u                        # u^T A x
          u^T A x + x^T A^T u              # 2 u^T A x
          (A B)^T                          # B^T A^T
          identity(n) A                    # A
          ones(n)^T u                      # sum(u)
          u^T ones(n)                      # sum(u)
          ones(n) .* u                     # u
          2 A x + A x                      # 3 A x
          A x - A x                        # 0
          a u + b u                        # (a + b) u
          (a u) (b v)^T                    # a b u v^T
          u .* v - v .* u                  # 0
          (2 u) .* (3 v)                   # 6 u .* v
          u (v^T u)                        # (v^T u) u
          u v^T u                          # (v^T u) u
          phi(u - v + v)                   # phi(u)
          1 - phi(u)                       # 1 - phi(u)
          -1 (phi(u) - 1)                  # 1 - phi(u)
          """)
  void should_write_as_a_person_would(String formula, String simple) {
    assertThat(Simplify.simplify(read(formula)).toString()).isEqualTo(simple);
  }
}
